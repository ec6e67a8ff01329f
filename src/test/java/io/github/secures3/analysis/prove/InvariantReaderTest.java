package io.github.secures3.analysis.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.secures3.analysis.evaluate.estate.EstateNames;
import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.template.EstateReader;
import io.github.secures3.analysis.template.TemplateException;
import io.github.secures3.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of invariants, and what is said about those that are none. */
class InvariantReaderTest {

    private static final Path CASES = Path.of("src/test/resources/io/github/secures3/analysis/prove/invariants");
    private static final Estate ESTATE =
            EstateReader.read(Path.of("examples/quickstart/expected/Quickstart.template.json"));
    private static final EstateNames NAMES = EstateNames.of(ESTATE);

    @TempDir
    private Path directory;

    @Test
    void says_where_a_file_is_wrong_what_stands_there_and_what_is_allowed() throws IOException {
        StringBuilder errors = new StringBuilder();
        try (Stream<Path> files = Files.list(CASES.resolve("bad"))) {
            files.filter(file -> !file.toString().endsWith(".txt")).sorted().forEach(file -> {
                TemplateException error = error(file);
                assertThat(error.file()).isEqualTo(file.toString());
                errors.append(file.getFileName())
                        .append(':')
                        .append(error.line())
                        .append(':')
                        .append(error.column())
                        .append(": ")
                        .append(error.problem())
                        .append('\n');
            });
        }

        Golden.check(CASES.resolve("bad/errors.txt"), errors.toString());
    }

    @Test
    void holds_what_nobody_but_one_role_may_do_and_refutes_what_others_may() throws IOException {
        assertThat(verdict("never: {who: {not: Reader}, do: s3:GetObject, on: reports/*}")
                        .isProved())
                .isTrue();
        assertThat(verdict("never: {who: {not: Writer}, do: s3:GetObject, on: reports/*}")
                        .isRefuted())
                .isTrue();
        assertThat(verdict("never: {who: Reader, do: s3:GetObject, on: reports/*}")
                        .isRefuted())
                .isTrue();
        assertThat(verdict("never: {who: Reader, do: s3:GetObject, on: {not: reports/*}}")
                        .isProved())
                .isTrue();
    }

    @Test
    void holds_what_a_role_may_do_of_ordinary_requests_alone() throws IOException {
        assertThat(verdict("may: {who: Writer, do: s3:PutObject, on: reports/*}")
                        .isProved())
                .isTrue();
        assertThat(verdict("may: {who: Writer, do: s3:PutObject, on: objects}").isRefuted())
                .isTrue();
        assertThat(verdict("may: {who: Writer, do: s3:PutObject, on: reports/*, when: {Bool:"
                                + " {aws:SecureTransport: false}}}")
                        .isRefuted())
                .isTrue();
        assertThat(verdict("may: {who: Writer, do: s3:PutObject, on: reports/*, when: {'Null': {"
                                + "'s3:x-amz-server-side-encryption-customer-algorithm': false}}}")
                        .isRefuted())
                .isTrue();
    }

    @Test
    void knows_callers_by_every_kind_of_name() throws IOException {
        for (String who : List.of(
                "anonymous",
                "services",
                "logging.s3.amazonaws.com",
                "'444455556666'",
                "arn:aws:iam::444455556666:role/app-*",
                "[anonymous, services, Writer]",
                "{not: owner}",
                "{not: ['111122223333', services]}")) {
            assertThat(verdict("never: {who: " + who + ", do: s3:GetObject, on: objects}")
                            .isProved())
                    .as(who)
                    .isTrue();
        }
        for (String who :
                List.of("owner", "everyone", "'111122223333'", "o-exampleorgid", "{not: [anonymous, services]}")) {
            assertThat(verdict("never: {who: " + who + ", do: s3:GetObject, on: objects}")
                            .isRefuted())
                    .as(who)
                    .isTrue();
        }
    }

    @Test
    void leaves_a_claim_about_no_request_undecided() throws IOException {
        Verdict verdict = verdict("never: {do: s3:GetObject, when: {NumericEquals: {s3:TlsVersion: 9}}}");

        assertThat(verdict).isInstanceOf(Verdict.Undecided.class);
        assertThat(((Verdict.Undecided) verdict).reasons())
                .singleElement()
                .asString()
                .contains("no request");
    }

    @Test
    void is_about_the_buckets_that_it_names() throws IOException {
        StatedInvariant named = read("""
            invariants:
              - id: x
                bucket: [Data]
                never: {do: s3:GetObject}
            """).get(0);
        StatedInvariant all = read("""
            {"invariants": [{"invariant": "no-plain-http"}]}
            """).get(0);

        assertThat(ESTATE.buckets()).filteredOn(named::isAbout).containsExactly(data());
        assertThat(ESTATE.buckets()).allMatch(all::isAbout);
    }

    @Test
    void says_in_words_what_nobody_has_worded() throws IOException {
        assertThat(read("""
            invariants:
              - id: x
                may: {who: Reader, do: [s3:GetObject], on: reports/*, when: {Bool: {aws:MultiFactorAuthPresent: true}}}
              - id: y
                never: {who: {not: [Reader, services]}, do: s3:GetObject}
              - id: z
                says: keep out
                never: {do: s3:GetObject}
            """))
                .extracting(stated -> stated.invariant().sentence())
                .containsExactly(
                        "Reader may s3:GetObject on reports/*, when aws:MultiFactorAuthPresent Bool true",
                        "anybody but Reader, services may never s3:GetObject",
                        "keep out");
    }

    @Test
    void refuses_files_that_would_take_too_long() throws IOException {
        StringBuilder many = new StringBuilder("invariants:\n");
        for (int at = 0; at < 501; at++) {
            many.append("  - {id: x").append(at).append(", never: {do: 's3:GetObject'}}\n");
        }
        String keys = "[" + "a/*,".repeat(100) + "b/*]";

        assertThat(error(file(many.toString())).problem()).contains("501 invariants");
        assertThat(error(file("invariants: [{id: x, never: {do: 's3:GetObject', on: " + keys + "}}]"))
                        .problem())
                .contains("101 entries");
        assertThat(error(file("invariants: [{id: x, says: " + "y".repeat(3_000) + ", never: {do: 's3:GetObject'}}]"))
                        .problem())
                .contains("3000 characters");
        assertThat(error(file("[".repeat(200))).problem()).isNotEmpty();
    }

    private Verdict verdict(String claim) throws IOException {
        Invariant invariant =
                read("invariants:\n  - id: x\n    " + claim + "\n").get(0).invariant();
        return Prover.of(ESTATE, Assumptions.none().withClosedAccount()).prove(data(), invariant);
    }

    private static Bucket data() {
        return NAMES.bucket("Data");
    }

    private List<StatedInvariant> read(String text) throws IOException {
        return InvariantReader.read(file(text), NAMES);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("invariants.yaml"), text);
    }

    private static TemplateException error(Path file) {
        return assertThatExceptionOfType(TemplateException.class)
                .as(file.toString())
                .isThrownBy(() -> InvariantReader.read(file, NAMES))
                .actual();
    }
}
