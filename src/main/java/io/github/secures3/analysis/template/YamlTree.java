package io.github.secures3.analysis.template;

import io.github.secures3.analysis.template.Node.Scalar;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads YAML into a tree, short-form functions written out.
 *
 * <p>CloudFormation itself takes neither aliases nor {@code <<}; tools that package templates expand them, so they are read.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-formats.html">Template formats</a>
 */
final class YamlTree {

    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setUseMarks(true)
            .setCodePointLimit(Limits.FILE_BYTES)
            .build();

    /** A collection that is open: its anchor, and whether a short-form function is wrapped around it. */
    private record Open(@Nullable String anchor, boolean wrapped) {}

    private final TreeBuilder tree;
    private final Map<String, Node> anchors = new HashMap<>();
    private final Set<String> unfinished = new HashSet<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private int documents;

    private YamlTree(String file) {
        this.tree = new TreeBuilder(file);
    }

    static Node parse(String text, String file) {
        YamlTree yaml = new YamlTree(file);
        try {
            for (Event event : new Parse(SETTINGS).parseString(text)) {
                yaml.add(event);
            }
        } catch (MarkedYamlEngineException broken) {
            Optional<Mark> mark = broken.getProblemMark();
            throw new TemplateException(
                    file,
                    mark.map(at -> at.getLine() + 1).orElse(1),
                    mark.map(at -> at.getColumn() + 1).orElse(1),
                    "the file is no YAML: " + Shown.plain(String.valueOf(broken.getProblem())));
        } catch (YamlEngineException broken) {
            throw new TemplateException(
                    file, 1, 1, "the file is no YAML: " + Shown.plain(String.valueOf(broken.getMessage())));
        }
        return yaml.tree.root();
    }

    private void add(Event event) {
        Place at = tree.place(
                event.getStartMark().map(Mark::getLine).orElse(0) + 1,
                event.getStartMark().map(Mark::getColumn).orElse(0) + 1);
        switch (event.getEventId()) {
            case DocumentStart -> {
                if (++documents > 1) {
                    throw new TemplateException(at, "the file has more than one YAML document; a template is one");
                }
            }
            case MappingStart, SequenceStart -> start((CollectionStartEvent) event, at);
            case MappingEnd, SequenceEnd -> end();
            case Scalar -> scalar((ScalarEvent) event, at);
            case Alias -> alias(((AliasEvent) event).getAlias().getValue(), at);
            default -> {
                // The start and end of the stream and of documents say nothing about the tree.
            }
        }
    }

    private void start(CollectionStartEvent event, Place at) {
        requireValue(at, "an object or list");
        String anchor = anchor(event);
        if (anchor != null) {
            unfinished.add(anchor);
        }
        Optional<String> function = ShortForm.function(event.getTag().orElse(""));
        function.ifPresent(name -> openFunction(name, at));
        open.push(new Open(anchor, function.isPresent()));
        Place inner = function.isPresent() ? tree.place(at.line(), at.column()) : at;
        if (event.getEventId() == Event.ID.MappingStart) {
            tree.startMapping(inner);
        } else {
            tree.startList(inner);
        }
    }

    private void end() {
        Open ending = open.pop();
        Node node = tree.end();
        if (ending.wrapped()) {
            node = tree.end();
        }
        String anchor = ending.anchor();
        if (anchor != null) {
            unfinished.remove(anchor);
            anchors.put(anchor, node);
        }
    }

    private void scalar(ScalarEvent event, Place at) {
        if (tree.expectsKey()) {
            tree.key(event.getValue(), at.line(), at.column());
            return;
        }
        Optional<String> function = ShortForm.function(event.getTag().orElse(""));
        Node added;
        if (function.isPresent()) {
            openFunction(function.get(), at);
            ShortForm.argument(function.get(), event.getValue(), tree, at);
            added = tree.end();
        } else {
            Scalar scalar = YamlScalars.read(event, at);
            tree.add(scalar);
            added = scalar;
        }
        String anchor = anchor(event);
        if (anchor != null) {
            anchors.put(anchor, added);
        }
    }

    private void openFunction(String name, Place at) {
        tree.startMapping(at);
        tree.key(name, at.line(), at.column());
    }

    private void alias(String name, Place at) {
        requireValue(at, "an alias");
        Node target = anchors.get(name);
        if (unfinished.contains(name)) {
            throw new TemplateException(at, "the alias " + Shown.quoted(name) + " stands within what it names");
        }
        if (target == null) {
            throw new TemplateException(at, "the alias " + Shown.quoted(name) + " names nothing before it");
        }
        tree.alias(target, at);
    }

    private void requireValue(Place at, String what) {
        if (tree.expectsKey()) {
            throw new TemplateException(at, what + " stands where the name of a member belongs; write plain text");
        }
    }

    private static @Nullable String anchor(NodeEvent event) {
        return event.getAnchor().map(anchor -> anchor.getValue()).orElse(null);
    }
}
