package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.model.Element;
import io.github.secures3.analysis.model.LocatedPolicy;
import io.github.secures3.analysis.model.LocatedStatement;
import io.github.secures3.analysis.model.Value;
import io.github.secures3.policy.json.PolicyQuota;
import java.util.List;

/**
 * A policy of the estate, wherever it is written.
 *
 * @param element the resource that it is written in
 * @param kind what it is attached to
 * @param quota how large it may be
 * @param document what it says
 */
record StatedPolicy(Element element, Kind kind, PolicyQuota quota, Value<LocatedPolicy> document) {

    /** What a policy is attached to. */
    enum Kind {
        BUCKET("bucket policy"),
        ACCESS_POINT("access point policy"),
        KEY("key policy"),
        TRUST("trust policy"),
        IDENTITY("identity policy"),
        ENDPOINT("endpoint policy"),
        ORGANIZATION("organization policy"),
        OTHER("resource policy");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }

        /** Whether it says itself who is meant. */
        boolean isResourcePolicy() {
            return this == BUCKET || this == ACCESS_POINT || this == KEY || this == OTHER;
        }
    }

    /** The statements that it surely has. */
    List<LocatedStatement> statements() {
        return document.known().map(LocatedPolicy::statements).orElse(List.of());
    }

    /** The Sid of a statement, or its number, in words. */
    static String name(LocatedStatement located) {
        String sid = located.statement().sid();
        return sid == null || sid.isEmpty() ? "statement " + located.index() : "statement " + sid;
    }
}
