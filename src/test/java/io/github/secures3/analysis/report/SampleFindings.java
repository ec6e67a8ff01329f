package io.github.secures3.analysis.report;

import io.github.secures3.analysis.diff.EstateDiff;
import io.github.secures3.analysis.finding.Acceptance;
import io.github.secures3.analysis.finding.Baseline;
import io.github.secures3.analysis.finding.Evidence;
import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.finding.RuleId;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.Location;
import io.github.secures3.analysis.template.ReadOptions;
import io.github.secures3.policy.UnresolvedToken;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** Findings of every kind for the renderers: heavy and light, with and without paths, evidence, fixes and older versions. */
final class SampleFindings {

    static final RuleTexts RULES = RuleTexts.of(List.of(
            new RuleText(
                    RuleId.of("bucket.public-policy"),
                    Severity.ERROR,
                    "no bucket policy lets anybody in",
                    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html",
                    List.of("Security Hub S3.2", "CIS 2.1.4")),
            new RuleText(
                    RuleId.of("bucket.versioning"),
                    Severity.WARNING,
                    "versioning is on",
                    null,
                    List.of("Security Hub S3.14")),
            new RuleText(RuleId.of("bucket.lifecycle"), Severity.NOTE, "lifecycle rules exist", null, List.of())));

    /** Control characters, a change of direction, markup, mentions, links, tables, quotes, code and comment ends, all in one. */
    static final String HOSTILE =
            "\u001b[31m\u202e</details><script>alert(1)</script> @everyone #1 GH-2 https://evil.example"
                    + " www.evil.example | *b* _i_ `c` ``` ![x](y) [z](w) <!-- --> ]]> {0} :tada: $x$ \"q\" 'a' &amp; \\";

    private static final Location PLACE =
            new Location("cdk.out/Orders.template.json", 12, 7, "/Resources/Data/Properties");

    private SampleFindings() {}

    static List<Finding> all() {
        return List.of(open(), undecided(), light());
    }

    static List<Reported> open(List<Finding> findings) {
        return findings.stream().map(Reported::open).toList();
    }

    /** A comparison in which one of two weakenings is accepted. */
    static EstateDiff acceptedDiff() {
        Acceptance entry = new Acceptance(
                RuleId.of("diff.versioning"),
                "*/Data",
                "the migration",
                LocalDate.parse("2026-12-31"),
                new Location("accepted.yaml", 2, 5, "/accepted/0"));
        return EstateDiff.read(
                        List.of(Path.of("src/test/resources/cli/diff-base.yaml")),
                        List.of(Path.of("src/test/resources/cli/diff-head.yaml")),
                        ReadOptions.defaults())
                .accept(new Baseline(List.of(entry)), LocalDate.parse("2026-12-31"));
    }

    private static Finding open() {
        return new Finding(
                        RuleId.of("bucket.public-policy"),
                        Severity.ERROR,
                        "Orders/DataPolicy",
                        "Orders/Data/Policy/Resource",
                        PLACE,
                        new Location("base/cdk.out/Orders.template.json", 10, 7, "/Resources/Data/Properties"),
                        "statement AllowAll lets anybody read all objects",
                        "name the principals, or remove the statement",
                        List.of())
                .with(
                        Evidence.Kind.REQUEST,
                        "anonymous calls s3:GetObject on arn:aws:s3:::" + UnresolvedToken.of("Orders.Data.Name") + "/a")
                .with(Evidence.Kind.STATEMENT, "{\n  \"Effect\": \"Allow\",\n  \"Principal\": \"*\"\n}");
    }

    private static Finding undecided() {
        return new Finding(
                        RuleId.of("bucket.versioning"),
                        Severity.WARNING,
                        "Orders/Data",
                        null,
                        PLACE,
                        null,
                        "it cannot be decided whether versioning is on",
                        "write the value into the template",
                        List.of())
                .with(Evidence.Kind.UNDECIDED, "parameter Versioning of stack Orders has no known value");
    }

    private static Finding light() {
        return new Finding(
                RuleId.of("bucket.lifecycle"),
                Severity.NOTE,
                "Orders/Logs",
                null,
                new Location("templates/with space & \u00fcmlaut.yaml", 1, 1, ""),
                null,
                "nothing removes old objects",
                "",
                List.of());
    }

    static Finding hostile() {
        return new Finding(
                RuleId.of("bucket.public-policy"),
                Severity.ERROR,
                "Orders/" + HOSTILE,
                HOSTILE,
                new Location(HOSTILE, 1, 1, "/" + HOSTILE),
                null,
                HOSTILE,
                HOSTILE,
                List.of(new Evidence(Evidence.Kind.VALUE, HOSTILE + "\n" + HOSTILE)));
    }
}
