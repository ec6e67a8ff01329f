package io.github.secures3.analysis.template;

import io.github.secures3.analysis.template.Node.Scalar;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts a tree together from the events of a parser, without recursion and within the limits. */
final class TreeBuilder {

    private static final String MERGE = "<<";

    /** An object or list whose end has not come yet; {@code keys} is null in a list. */
    private static final class Frame {
        final Place place;
        final List<Node> values = new ArrayList<>();
        final @Nullable List<String> keys;
        final Map<String, Integer> lines = new LinkedHashMap<>();

        @Nullable
        String key;

        Frame(Place place, boolean mapping) {
            this.place = place;
            this.keys = mapping ? new ArrayList<>() : null;
        }
    }

    private final String file;
    private final Deque<Frame> open = new ArrayDeque<>();
    private @Nullable Node root;
    private int nodes;

    TreeBuilder(String file) {
        this.file = file;
    }

    /** Where a value that starts here stands. */
    Place place(int line, int column) {
        Frame frame = open.peek();
        if (frame == null) {
            return new Place(file, line, column, null, "");
        }
        String key = frame.key;
        return frame.place.child(line, column, key != null ? key : Integer.toString(frame.values.size()));
    }

    /** Whether the next scalar is the name of a member. */
    boolean expectsKey() {
        Frame frame = open.peek();
        return frame != null && frame.keys != null && frame.key == null;
    }

    void startMapping(Place place) {
        start(new Frame(place, true));
    }

    void startList(Place place) {
        start(new Frame(place, false));
    }

    private void start(Frame frame) {
        if (open.size() >= Limits.DEPTH) {
            throw new TemplateException(
                    frame.place, "the file nests deeper than " + Limits.DEPTH + " levels; no template needs that");
        }
        open.push(frame);
    }

    void key(String key, int line, int column) {
        Frame frame = open.getFirst();
        Integer first = frame.lines.putIfAbsent(key, line);
        if (first != null) {
            throw new TemplateException(
                    file,
                    line,
                    column,
                    "the name " + Shown.quoted(key) + " stands twice in one object, first in line " + first
                            + "; keep one");
        }
        frame.key = key;
    }

    /** Ends the object or list that was started last, and hands it to the one around it. */
    Node end() {
        Frame frame = open.getFirst();
        long size = 1;
        int height = 1;
        for (Node value : frame.values) {
            size += value.size();
            height = Math.max(height, 1 + value.height());
        }
        Node node;
        if (frame.keys == null) {
            node = new Node.Listing(frame.place, Collections.unmodifiableList(frame.values), (int) size, height);
        } else {
            Map<String, Node> members = new LinkedHashMap<>();
            for (int at = 0; at < frame.keys.size(); at++) {
                members.put(frame.keys.get(at), frame.values.get(at));
            }
            node = new Node.Mapping(frame.place, Collections.unmodifiableMap(merged(members)), (int) size, height);
        }
        open.pop();
        nodes++;
        attach(node);
        return node;
    }

    /** The members with those that {@code <<} brings in behind them, where they are not written out. */
    private Map<String, Node> merged(Map<String, Node> members) {
        Node merge = members.get(MERGE);
        if (merge == null) {
            return members;
        }
        Map<String, Node> all = new LinkedHashMap<>(members);
        all.remove(MERGE);
        List<Node> sources = merge instanceof Node.Listing list ? list.items() : List.of(merge);
        for (Node source : sources) {
            if (!(source instanceof Node.Mapping mapping)) {
                throw new TemplateException(merge.place(), "<< merges objects, not " + source.shown());
            }
            mapping.members().forEach(all::putIfAbsent);
        }
        return all;
    }

    void add(Scalar scalar) {
        nodes++;
        attach(scalar);
    }

    /** Puts a tree that was read before at one more place. */
    void alias(Node target, Place place) {
        if (open.size() + target.height() > Limits.DEPTH) {
            throw new TemplateException(
                    place, "the alias nests deeper than " + Limits.DEPTH + " levels; no template needs that");
        }
        nodes = (int) Math.min((long) nodes + target.size(), Integer.MAX_VALUE);
        attach(target);
    }

    private void attach(Node node) {
        if (nodes > Limits.NODES) {
            throw new TemplateException(
                    node.place(),
                    "the file has more than " + Limits.NODES
                            + " values, those behind aliases counted each time; no template needs that many");
        }
        Frame frame = open.peek();
        if (frame == null) {
            root = node;
            return;
        }
        List<String> keys = frame.keys;
        String key = frame.key;
        if (keys != null && key != null) {
            keys.add(key);
        }
        frame.values.add(node);
        frame.key = null;
    }

    Node root() {
        Node finished = root;
        return finished == null ? new Scalar(Place.startOf(file), Scalar.Kind.NULL, "null") : finished;
    }
}
