package io.github.secures3.policy.statements;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.agreement.TwoReadings;
import io.github.secures3.policy.Statement;
import io.github.secures3.requests.TestRequest;

/**
 * A row of a table: a statement, a request, and whether the one is to match the other.
 *
 * @param what what the request is, in words
 */
record Case(String what, ProtectiveStatement statement, TestRequest request, boolean matches) {

    static final BucketScope BUCKET = new BucketScope("arn:aws:s3:::data");
    static final String OBJECT = "arn:aws:s3:::data/reports/a:b.csv";
    static final String OTHER_OBJECT = "arn:aws:s3:::data-2/reports/a.csv";
    static final String ROLE = "arn:aws:iam::111122223333:role/app/Writer";

    static Case denied(String what, ProtectiveStatement statement, TestRequest request) {
        return new Case(what, statement, request, true);
    }

    static Case passes(String what, ProtectiveStatement statement, TestRequest request) {
        return new Case(what, statement, request, false);
    }

    /** A request of a role in account 111122223333 for an object. */
    static TestRequest byRole(String action) {
        return TestRequest.byIdentity(ROLE, action, OBJECT);
    }

    void check() {
        Statement built = statement.on(BUCKET);
        assertThat(TwoReadings.matches(built, request))
                .as("%s: %s against %s", what, request, built)
                .isEqualTo(matches);
    }

    @Override
    public String toString() {
        return statement.sid() + (matches ? " matches: " : " lets pass: ") + what;
    }
}
