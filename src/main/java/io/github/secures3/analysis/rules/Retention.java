package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.model.Element;
import java.util.Set;

/** Whether a resource outlives its stack, and an update that replaces it. */
final class Retention {

    private static final Set<String> RETAINED = Set.of("Retain", "RetainExceptOnCreate");

    private Retention() {}

    static void require(Element element, Claims claims, String message) {
        claims.require(
                element,
                Claims.place(element, element.deletionPolicy()),
                Values.fits(element.deletionPolicy(), RETAINED::contains),
                "it outlives its stack",
                message,
                "set DeletionPolicy and UpdateReplacePolicy to Retain",
                Claims.shown("DeletionPolicy", element.deletionPolicy()));
        claims.require(
                element,
                Claims.place(element, element.updateReplacePolicy()),
                Values.fits(element.deletionPolicy(), RETAINED::contains)
                        .not()
                        .or(Values.fits(element.updateReplacePolicy(), RETAINED::contains)),
                "it outlives its replacement",
                "an update that replaces it deletes the old one",
                "set UpdateReplacePolicy to Retain",
                Claims.shown("UpdateReplacePolicy", element.updateReplacePolicy()));
    }
}
