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
        assertThatThrownBy(() -> data().denies()).hasMessageStartingWith("no request is given");
        assertThatThrownBy(() -> data().isNeverReadableBy(anyoneOf("Nobody")))
                .hasMessageStartingWith("no role or user is called 'Nobody'");
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
