package io.github.secures3.policy.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.policy.Comparison;
import io.github.secures3.policy.Condition;
import io.github.secures3.policy.Pattern;
import io.github.secures3.policy.PolicyDocument;
import io.github.secures3.policy.PolicyVersion;
import io.github.secures3.policy.Principal;
import io.github.secures3.policy.Principals;
import io.github.secures3.policy.RandomPolicies;
import io.github.secures3.policy.Resources;
import io.github.secures3.policy.Seed;
import io.github.secures3.policy.Statement;
import io.github.secures3.policy.Words;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html (redundant action, redundant resource) */
class PolicyMinifierTest {

    @Test
    void drops_actions_that_another_covers_whatever_their_case() {
        assertThat(actions("s3:GetObject", "S3:*", "s3:getobject", "kms:Decrypt"))
                .containsExactly("S3:*", "kms:Decrypt");
        assertThat(actions("iam:Get*", "iam:List*", "iam:GetCredentialReport"))
                .containsExactly("iam:Get*", "iam:List*");
        assertThat(actions("iam:*CredentialReport", "iam:Get*")).containsExactly("iam:*CredentialReport", "iam:Get*");
        assertThat(actions("s3:Get*", "*")).containsExactly("*");
    }

    @Test
    void keeps_the_first_of_actions_that_are_the_same() {
        assertThat(actions("s3:Get*", "S3:GET*", "s3:Get**")).containsExactly("s3:Get*");
    }

    @Test
    void drops_resources_that_another_covers_in_the_same_case() {
        assertThat(resources("arn:aws:s3:::data/*", "arn:aws:s3:::data/x:y", "arn:aws:s3:::data/${aws:username}/*"))
                .containsExactly("arn:aws:s3:::data/*");
        assertThat(resources("arn:aws:s3:::data/*", "arn:aws:s3:::Data/x")).hasSize(2);
        assertThat(resources("arn:aws:s3:::data", "*")).containsExactly("*");
    }

    @Test
    void a_question_mark_covers_one_character_and_another_question_mark() {
        String wide = "arn:aws:s3:::data-?";
        for (String covered : List.of("arn:aws:s3:::data-1", "arn:aws:s3:::data-/", "arn:aws:s3:::data-?")) {
            assertThat(resources(wide, covered)).as(covered).containsExactly(wide);
        }
        for (String other : List.of(
                "arn:aws:s3:::data-",
                "arn:aws:s3:::data-12",
                "arn:aws:s3:::data-:",
                "arn:aws:s3:::data-${aws:username}",
                "arn:aws:s3:::data-${Token[Name]}")) {
            assertThat(resources(wide, other)).as(other).hasSize(2);
        }
        assertThat(resources(wide, "arn:aws:s3:::data-*")).containsExactly("arn:aws:s3:::data-*");
    }

    /** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html */
    @Test
    void keeps_resources_whose_wildcard_may_not_cross_a_segment() {
        assertThat(resources("arn:aws:s3*", "arn:aws:s3:::data")).hasSize(2);
        assertThat(resources("arn:aws:s3:*:accesspoint/x", "arn:aws:s3:eu-west-1:111122223333:accesspoint/x"))
                .hasSize(2);
        assertThat(resources("arn:aws:s3:::data/*/x", "arn:aws:s3:::data/a:b/x"))
                .hasSize(2);
    }

    @Test
    void treats_tokens_and_variables_as_unknown_text() {
        assertThat(resources("${Token[Arn.1]}/*", "${Token[Arn.1]}/logs/*", "${Token[Arn.2]}/logs/*"))
                .containsExactly("${Token[Arn.1]}/*", "${Token[Arn.2]}/logs/*");
        assertThat(resources("arn:aws:s3:::??", "arn:aws:s3:::${a:b}")).hasSize(2);
        assertThat(resources("arn:aws:s3:::data/*/x", "arn:aws:s3:::data/${a:b}/x"))
                .hasSize(2);
        assertThat(actions("s3:${Token[A.1]}", "s3:${Token[a.1]}")).hasSize(2);
    }

    @Test
    void takes_nothing_but_exact_duplicates_from_conditions_and_principals() {
        Statement statement = Statement.deny("S")
                .principals(Principals.of(Principal.aws("*"), Principal.aws("1"), Principal.aws("1")))
                .actions("s3:*")
                .when(Condition.of(Comparison.STRING_LIKE, "aws:userid", "a*", "ab", "ab", "A*"))
                .build();
        Statement minified = PolicyMinifier.minifyWithoutSids(PolicyDocument.of(statement))
                .statements()
                .get(0);

        assertThat(minified.sid()).isNull();
        assertThat(Objects.requireNonNull(minified.principals()).members())
                .containsExactly(Principal.aws("*"), Principal.aws("1"));
        assertThat(minified.conditions().all())
                .containsExactly(Condition.of(Comparison.STRING_LIKE, "aws:userid", "a*", "ab", "A*"));
        assertThat(PolicyMinifier.minify(PolicyDocument.of(statement))
                        .statements()
                        .get(0)
                        .sid())
                .isEqualTo("S");
    }

    @Test
    @Tag("long")
    void matches_the_same_for_all_short_patterns_and_texts() {
        List<String> patterns = Words.of("aB:*?", 3);
        List<String> texts = Words.of("ab:", 4);
        for (String first : patterns) {
            for (String second : patterns) {
                List<String> actions = actions(first, second);
                List<String> resources = resources(first, second);
                if (actions.size() < 2 || resources.size() < 2) {
                    for (String text : texts) {
                        assertThat(anyAction(actions, text)).isEqualTo(anyAction(List.of(first, second), text));
                        assertThat(anyResource(resources, text)).isEqualTo(anyResource(List.of(first, second), text));
                    }
                }
            }
        }
    }

    @Test
    void finds_every_covered_pattern_of_one_segment() {
        List<String> patterns = Words.of("ab*", 3);
        List<String> texts = Words.of("abc", 4);
        for (String first : patterns) {
            for (String second : patterns) {
                boolean covered = texts.stream()
                        .allMatch(text -> !Pattern.parse(second).matches(text)
                                || Pattern.parse(first).matches(text));
                String prefix = "arn:aws:s3:::";
                assertThat(Coverage.ofResource(prefix + first, PolicyVersion.V2012_10_17)
                                .covers(Coverage.ofResource(prefix + second, PolicyVersion.V2012_10_17)))
                        .as("%s covers %s", first, second)
                        .isEqualTo(covered);
            }
        }
    }

    @Test
    void gets_no_shorter_the_second_time() {
        RandomPolicies policies = new RandomPolicies(Seed.of(getClass()));
        for (int round = 0; round < 1_000; round++) {
            PolicyDocument document = policies.document();
            PolicyDocument minified = PolicyMinifier.minify(document);

            assertThat(PolicyMinifier.minify(minified)).isEqualTo(minified);
            assertThat(PolicyWriter.compact(minified))
                    .hasSizeLessThanOrEqualTo(PolicyWriter.compact(document).length());
        }
    }

    private static boolean anyAction(List<String> patterns, String text) {
        return patterns.stream().anyMatch(pattern -> Pattern.parse(pattern).matchesIgnoringCase(text));
    }

    private static boolean anyResource(List<String> patterns, String text) {
        return patterns.stream().anyMatch(pattern -> Pattern.parse(pattern).matches(text));
    }

    private static List<String> actions(String... patterns) {
        return minified(Statement.allow("S").actions(patterns).build())
                .actions()
                .patterns();
    }

    private static List<String> resources(String... patterns) {
        Resources resources = minified(
                        Statement.allow("S").actions("*").resources(patterns).build())
                .resources();
        return Objects.requireNonNull(resources).patterns();
    }

    private static Statement minified(Statement statement) {
        return PolicyMinifier.minify(PolicyDocument.of(statement)).statements().get(0);
    }
}
