package io.github.secures3.analysis.template;

import io.github.secures3.analysis.model.Location;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A file in JSON or YAML that is no template, such as a baseline: a tree of values that know where they stand.
 *
 * <p>The limits of templates hold: 8 MiB, 100 levels, 500,000 values.
 *
 * @since 0.1
 */
public final class InputFile {

    private InputFile() {}

    /**
     * Reads a file.
     *
     * @throws TemplateException if the file cannot be read, is too large, or is neither JSON nor YAML
     */
    public static Entry read(Path path) {
        return new Entry(TreeFile.read(path));
    }

    /** A value of the file. */
    public static final class Entry {

        private final Node node;

        private Entry(Node node) {
            this.node = node;
        }

        /** Where it stands. */
        public Location at() {
            return node.place().location();
        }

        /** What it is, in a few words, for messages. */
        public String shown() {
            return node.shown();
        }

        /** Whether nothing stands there, or {@code null}. */
        public boolean isNothing() {
            return node instanceof Node.Scalar scalar && scalar.isNull();
        }

        /** The text, number or truth value as it was written; empty where it is a list, an object or nothing. */
        public Optional<String> text() {
            return node instanceof Node.Scalar scalar && !scalar.isNull()
                    ? Optional.of(scalar.text())
                    : Optional.empty();
        }

        /** The entries of a list; empty where it is none. */
        public Optional<List<Entry>> items() {
            return node instanceof Node.Listing list
                    ? Optional.of(list.items().stream().map(Entry::new).toList())
                    : Optional.empty();
        }

        /** The members of an object in the order of the file; empty where it is none. */
        public Optional<Map<String, Entry>> members() {
            if (!(node instanceof Node.Mapping mapping)) {
                return Optional.empty();
            }
            Map<String, Entry> members = new LinkedHashMap<>();
            mapping.members().forEach((name, member) -> members.put(name, new Entry(member)));
            return Optional.of(members);
        }

        /** The error that something is wrong with this value. */
        public TemplateException problem(String problem) {
            return new TemplateException(node.place(), problem.replaceAll("\\p{Cntrl}", "?"));
        }
    }
}
