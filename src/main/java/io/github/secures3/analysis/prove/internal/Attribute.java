package io.github.secures3.analysis.prove.internal;

/** One thing in which requests differ: who asks, the object's key, a context key. */
abstract sealed class Attribute permits TextAttribute, SetAttribute, ChoiceAttribute {

    private final String name;
    private final int present;

    Attribute(String name, int present) {
        this.name = name;
        this.present = present;
    }

    /** What it is called: a context key in lower case, or a word for what is no key. */
    String name() {
        return name;
    }

    /** The formula under which a request has it at all. */
    int present() {
        return present;
    }
}
