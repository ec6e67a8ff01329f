package io.github.secures3.analysis.template;

import io.github.secures3.analysis.model.Location;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Where a node stands; its JSON pointer is put together only when somebody asks. */
record Place(String file, int line, int column, @Nullable Place parent, String key) {

    static Place startOf(String file) {
        return new Place(file, 1, 1, null, "");
    }

    Place child(int childLine, int childColumn, String childKey) {
        return new Place(file, childLine, childColumn, this, childKey);
    }

    /** Whether this is the file as a whole. */
    boolean isRoot() {
        return parent == null;
    }

    String pointer() {
        Deque<String> keys = new ArrayDeque<>();
        Place at = this;
        while (at.parent != null) {
            keys.addFirst(at.key);
            at = at.parent;
        }
        StringBuilder pointer = new StringBuilder();
        for (String each : keys) {
            pointer.append('/').append(each.replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }

    /** What stands here in the document that this root begins, or the nearest node around it. */
    Node in(Node root) {
        Node around = parent == null ? root : parent.in(root);
        Node inside = null;
        if (parent != null && around instanceof Node.Mapping mapping) {
            inside = mapping.get(key);
        } else if (parent != null && around instanceof Node.Listing list && key.matches("[0-9]{1,6}")) {
            int index = Integer.parseInt(key);
            inside = index < list.items().size() ? list.items().get(index) : null;
        }
        return inside == null ? around : inside;
    }

    Location location() {
        return new Location(file, line, column, pointer());
    }

    // The parents would make these walk to the root of the tree.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Place place && location().equals(place.location());
    }

    @Override
    public int hashCode() {
        return file.hashCode() * 31 + line;
    }

    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
