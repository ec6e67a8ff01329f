package io.github.secures3.analysis.prove.internal;

import io.github.secures3.analysis.evaluate.matching.ContextValue;
import java.util.function.UnaryOperator;

/** What requests carry under one context key: always the same, or something that varies with an attribute. */
sealed interface KeyValue {

    /**
     * The same in all requests that the question is about.
     *
     * @param value what they carry
     */
    record Fixed(ContextValue value) implements KeyValue {}

    /**
     * A text that follows from an attribute.
     *
     * @param attribute the attribute
     * @param present the formula under which requests carry the key
     * @param beginning what the text of the key begins with in all requests
     * @param origin takes a language of the rest of the text to the language of the attribute: the attributes whose rest belongs to it
     */
    record OfText(TextAttribute attribute, int present, String beginning, UnaryOperator<Language> origin)
            implements KeyValue {

        /** The text of the attribute itself. */
        static OfText itself(TextAttribute attribute, int present) {
            return new OfText(attribute, present, "", wanted -> wanted);
        }

        /** A text that the attribute is taken to. */
        static OfText from(TextAttribute attribute, int present, UnaryOperator<Language> origin) {
            return new OfText(attribute, present, "", origin);
        }
    }

    /**
     * Several texts.
     *
     * @param attribute the attribute
     */
    record OfSet(SetAttribute attribute) implements KeyValue {}

    /**
     * One of finitely many values.
     *
     * @param attribute the attribute
     */
    record OfChoice(ChoiceAttribute attribute) implements KeyValue {}
}
