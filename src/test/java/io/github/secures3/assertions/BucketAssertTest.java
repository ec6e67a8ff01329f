package io.github.secures3.assertions;

import static io.github.secures3.assertions.SecureS3Assertions.anonymous;
import static io.github.secures3.assertions.SecureS3Assertions.anyoneBut;
import static io.github.secures3.assertions.SecureS3Assertions.anyoneOf;
import static io.github.secures3.assertions.SecureS3Assertions.anyoneOutside;
import static io.github.secures3.assertions.SecureS3Assertions.request;
import static io.github.secures3.assertions.SecureS3Assertions.template;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.prove.Invariants;
import io.github.secures3.analysis.template.EstateReader;
import io.github.secures3.analysis.template.ReadOptions;
import io.github.secures3.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What passes, what fails, and what a failure says. */
class BucketAssertTest {

    private static final Path MESSAGES = Path.of("src/test/resources/io/github/secures3/assertions");
    private static final Estate QUICKSTART =
            EstateReader.read(Path.of("examples/quickstart/expected/Quickstart.template.json"));
    private static final Estate SHOWCASE = EstateReader.read(
            List.of(MESSAGES.resolve("network.template.yaml")),
            ReadOptions.defaults().withEnvironment("111122223333", "eu-west-1"));
    private static final Request READ =
            request("s3:GetObject").on("reports/1.csv").by("Reader");
    private static final Request WRITE =
            request("s3:PutObject").on("reports/1.csv").by("Writer");

    private static BucketAssert data() {
        return assertThat(template(QUICKSTART)).bucket("Data");
    }

    @Test
    void allowed_requests_pass_as_allowed_and_fail_as_denied() {
        data().allows(READ, WRITE);

        fails(() -> data().denies(WRITE, READ), "denies-what-is-allowed");
    }

    @Test
    void denied_requests_pass_as_denied_and_fail_as_allowed() {
        data().denies(
                        READ.overPlainHttp(),
                        READ.overTls("1.1"),
                        READ.on("other/1.csv"),
                        READ.by("Writer"),
                        READ.byAnonymous(),
                        request("s3:DeleteBucket").by("Reader"),
                        WRITE.with("s3:x-amz-server-side-encryption", "AES256"));

        fails(() -> data().allows(READ, READ.overPlainHttp()), "allows-what-is-denied");
    }

    @Test
    void a_request_that_depends_on_an_open_key_passes_as_neither_and_the_failure_names_the_key() {
        BucketAssert network = assertThat(template(SHOWCASE)).bucket("Data");
        Request open = request("s3:GetObject").on("a").by("Reader");

        fails(() -> network.denies(open), "denies-what-is-open");
        assertThatThrownBy(() -> network.allows(open))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("but that cannot be decided; say with(\"aws:SourceVpce\", ...) or"
                        + " without(\"aws:SourceVpce\")");
        network.allows(open.with("aws:SourceVpce", "vpce-1a2b3c4d").throughEndpoint("open"))
                .denies(open.without("aws:SourceVpce"));
        assertThatThrownBy(() -> network.allows(open.with("aws:SourceVpce", "vpce-1a2b3c4d")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("the policy of vpce-1a2b3c4d is not in the templates");
        network.denies(open.from("203.0.113.9"));
    }

    @Test
    void requests_go_through_access_points_and_endpoints() {
        Request read = request("s3:GetObject").on("a").by("Reader");
        BucketAssert network = assertThat(template(SHOWCASE)).bucket("Data");

        assertThat(template(SHOWCASE)).bucket("Other").allows(read.throughEndpoint("Endpoint"));
        network.denies(read.throughEndpoint("vpce-99ff99ff"));
        network.denies(read.through("Reports").with("aws:SourceVpce", "vpce-1a2b3c4d"));
        assertThatThrownBy(() -> network.denies(read.through("Elsewhere")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the access point Elsewhere does not lead to Data; name one that does");
    }

    @Test
    void what_nobody_can_do_is_proved_and_what_somebody_can_is_shown() {
        data().isNeverReadableBy(anonymous())
                .isNeverReadableBy(anyoneOf("Writer"))
                .isNeverReadableBy(anyoneOutside("o-exampleorgid"));
        assertThat(template(SHOWCASE)).bucket("Other").isNeverReadableBy(anyoneBut("owner"));

        fails(() -> data().isNeverReadableBy(anyoneOf("Reader")), "readable-after-all");
    }

    @Test
    void invariants_hold_or_are_refuted() {
        data().satisfies(Invariants.noPlainHttp(), Invariants.noTlsBelow("1.2"));

        fails(() -> data().satisfies(Invariants.noPlainHttp(), Invariants.noTlsBelow("1.3")), "refuted");
    }

    @Test
    void a_description_stands_before_the_failure() {
        assertThatThrownBy(() -> assertThat(template(QUICKSTART))
                        .as("the reports, %s", "100% of them")
                        .bucket("Data")
                        .denies(READ))
                .hasMessageStartingWith("[the reports, 100% of them] ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "s3:GetObjct | is no action of Amazon S3; write s3:GetObject",
                "GetObject | is no action of Amazon S3; write s3:GetObject",
                "kms:Decrypt | is no action of Amazon S3; write one such as s3:GetObject"
            })
    void an_action_that_does_not_exist_is_refused(String action, String message) {
        assertThatThrownBy(() -> request(action))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("'" + action + "' " + message);
    }

    @Test
    void requests_that_would_be_denied_for_their_form_alone_are_refused() {
        assertThatThrownBy(() -> READ.with("aws:SecureTransprt", "false"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no condition key is called 'aws:SecureTransprt'; write aws:SecureTransport");
        assertThatThrownBy(() -> READ.with("aws:SourceIp"))
                .hasMessage("no value is given for aws:SourceIp; give one, or say without(\"aws:SourceIp\")");
        assertThatThrownBy(() -> data().denies(request("s3:ListBucket").on("a").by("Reader")))
                .hasMessage("s3:ListBucket does not work on objects; leave on(\"a\") out");
        assertThatThrownBy(() -> data().denies(request("s3:GetObject").by("Reader")))
                .hasMessage("s3:GetObject works on objects; name one with on(\"reports/1.csv\")");
        assertThatThrownBy(() -> data().denies(request("s3:GetObject").on("a")))
                .hasMessage("nobody makes the request s3:GetObject on a; say who with by(\"Reader\") or byAnonymous()");
        assertThatThrownBy(() -> data().denies(READ.by("Nobody")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("no principal is called 'Nobody'; the templates have ");
        assertThatThrownBy(() -> data().denies(request("s3:ListAllMyBuckets").by("Reader")))
                .hasMessage("s3:ListAllMyBuckets works neither on a bucket nor on objects; ask about another action");
        assertThatThrownBy(() -> data().denies()).hasMessageStartingWith("no request is given");
        assertThatThrownBy(() -> data().isNeverReadableBy(anyoneOf("Nobody")))
                .hasMessageStartingWith("no role or user is called 'Nobody'");
    }

    /** Each is denied, or allowed, for a value that no request has. */
    @Test
    void values_that_a_key_never_has_are_refused() {
        assertThatThrownBy(() -> READ.overTls("TLSv1.1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("TLS has no version 'TLSv1.1'; write one of 1.0, 1.1, 1.2, 1.3");
        assertThatThrownBy(() -> READ.from("203.0.113.0/24"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'203.0.113.0/24' is no value of aws:SourceIp; write one address, such as 203.0.113.9");
        assertThatThrownBy(() -> READ.from("203.0.113.999")).hasMessageContaining("is no value of aws:SourceIp");
        assertThatThrownBy(() -> READ.with("aws:SecureTransport", "no"))
                .hasMessage("'no' is no value of aws:SecureTransport; write true or false");
        assertThatThrownBy(() -> READ.with("s3:TlsVersion", "TLSv1.1"))
                .hasMessage("'TLSv1.1' is no value of s3:TlsVersion; write a number, such as 1000");
        assertThatThrownBy(() -> READ.with("aws:CurrentTime", "today"))
                .hasMessage("'today' is no value of aws:CurrentTime; write a point in time, such as"
                        + " 2026-11-30T12:00:00Z");
        assertThatThrownBy(() -> READ.with("aws:PrincipalTag/team", "red", "blue"))
                .hasMessage("aws:PrincipalTag/team has one value in a request, not red, blue; give one");
        data().allows(
                        READ.with("aws:CurrentTime", "2026-11-30T12:00:00Z"),
                        READ.with("aws:CalledVia", "athena.amazonaws.com", "glue.amazonaws.com"),
                        READ.from("2001:db8::1"),
                        READ.with("aws:MultiFactorAuthPresent", "True"));
    }

    @Test
    void requests_that_nobody_can_make_are_refused() {
        assertThatThrownBy(() -> data().denies(READ.by("arn:aws:iam::444455556666:role/App")
                        .with("aws:PrincipalAccount", "111122223333")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("leave the key out, as it follows from the principal");
        assertThatThrownBy(() -> data().denies(READ.from("203.0.113.9").with("aws:SourceVpce", "vpce-1a2b3c4d")))
                .hasMessageContaining("requests through a VPC endpoint carry no aws:SourceIp");
        assertThatThrownBy(() -> data().denies(WRITE.with("s3:x-amz-server-side-encryption", "kms")))
                .hasMessageContaining("which S3 does not have; choose one of AES256, aws:kms");
        assertThatThrownBy(() -> READ.by("arn:aws:iam::444455556666:role/*"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'arn:aws:iam::444455556666:role/*' has a wildcard, but a request is made by one caller;"
                        + " name one, or ask about all with"
                        + " isNeverReadableBy(anyoneOf(\"arn:aws:iam::444455556666:role/*\"))");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Reader", "444455556666", "o-short", "arn:aws:iam::*:role/*"})
    void outside_is_outside_of_an_organization(String other) {
        assertThatThrownBy(() -> anyoneOutside(other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'" + other
                        + "' is no organization id; write it as o-exampleorgid, or say anyoneBut for others");
    }

    @Test
    void case_does_not_matter_in_actions() {
        data().allows(request("s3:putobject").on("reports/1.csv").by("Writer"));

        assertThat(request("s3:putobject")).hasToString("s3:PutObject");
    }

    @Test
    void a_failure_asks_for_the_account_where_that_decides() {
        assertThatThrownBy(() -> data().denies(READ.by("111122223333")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(
                        "but that cannot be decided; say where the stack goes with" + " ReadOptions.withEnvironment:");
    }

    @Test
    void a_request_can_be_read_aloud() {
        assertThat(READ.overTls("1.2").through("Reports").without("aws:SourceVpce"))
                .hasToString(
                        "s3:GetObject on reports/1.csv by Reader through Reports with aws:SecureTransport=true and no"
                                + " aws:SourceVpce and s3:TlsVersion=1.2");
    }

    @Test
    void the_page_shows_what_a_failure_says() throws IOException {
        assertThat(Files.readString(Path.of("docs/assertions.md")))
                .contains("```text\n" + Files.readString(MESSAGES.resolve("denies-what-is-open.txt")) + "```");
    }

    private static void fails(ThrowingCallable assertion, String message) {
        assertThatCode(assertion)
                .isInstanceOf(AssertionError.class)
                .satisfies(failure ->
                        Golden.check(MESSAGES.resolve(message + ".txt"), String.valueOf(failure.getMessage())));
    }
}
