package io.github.secures3.constructs.replication;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.agreement.TwoReadings;
import io.github.secures3.policy.Seed;
import io.github.secures3.policy.Statement;
import io.github.secures3.requests.TestRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The role reaches the objects that some rule selects by prefix, and no others; seed by {@code -Dseed=N}. */
class PrefixScopeTest {

    private static final BucketIdentity BUCKET = new BucketIdentity("111122223333", "eu-west-1", "acme-data");
    private static final String ALPHABET = "ab/*?$";
    private static final int MOST_PATTERNS = 10;
    private static final int ROUNDS = 2_000;

    @Test
    void the_role_reaches_what_the_rules_select() {
        Random random = Seed.of(getClass());
        for (int round = 0; round < ROUNDS; round++) {
            List<ReplicationRule> rules = rules(random);
            List<String> patterns = ReplicationRole.objects(BUCKET, rules);
            Statement statement = Statement.allow("Reach")
                    .actions("s3:GetObject")
                    .resources(patterns)
                    .build();
            String key = text(random, 5);
            boolean selected = rules.stream().anyMatch(rule -> key.startsWith(rule.prefix()));
            boolean whole = patterns.equals(List.of(BUCKET.arn() + "/*"));
            boolean reached = TwoReadings.matches(
                    statement,
                    TestRequest.byIdentity(
                            "arn:aws:iam::111122223333:role/acme-data-replication",
                            "s3:GetObject",
                            BUCKET.arn() + "/" + key));

            assertThat(reached).as("key '%s' under %s", key, patterns).isEqualTo(whole || selected);
            assertThat(patterns).as("%s", patterns).hasSizeLessThanOrEqualTo(MOST_PATTERNS);
            assertThat(whole)
                    .as("%s", patterns)
                    .isEqualTo(rules.stream().anyMatch(rule -> rule.prefix().isEmpty())
                            || outermost(rules).stream().anyMatch(prefix -> prefix.matches(".*[*?$].*"))
                            || outermost(rules).size() > MOST_PATTERNS);
        }
    }

    private static List<String> outermost(List<ReplicationRule> rules) {
        List<String> prefixes = new ArrayList<>();
        for (ReplicationRule rule : rules) {
            if (!prefixes.contains(rule.prefix())) {
                prefixes.add(rule.prefix());
            }
        }
        List<String> outer = new ArrayList<>(prefixes);
        outer.removeIf(one -> prefixes.stream().anyMatch(other -> !other.equals(one) && one.startsWith(other)));
        return outer;
    }

    private static List<ReplicationRule> rules(Random random) {
        List<ReplicationRule> rules = new ArrayList<>();
        int count = 1 + random.nextInt(14);
        int letters = random.nextInt(5) == 0 ? ALPHABET.length() : 3;
        for (int i = 0; i < count; i++) {
            StringBuilder prefix = new StringBuilder();
            int length = random.nextInt(5);
            for (int j = 0; j < length; j++) {
                prefix.append(ALPHABET.charAt(random.nextInt(letters)));
            }
            rules.add(ReplicationRule.to(
                            ReplicaDestination.named("111122223333", "eu-central-1", "acme-copy"),
                            DeleteMarkers.REPLICATED,
                            ReplicaModifications.NOT_SYNCED)
                    .withPrefix(prefix.toString()));
        }
        return rules;
    }

    private static String text(Random random, int longest) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(longest + 1);
        for (int i = 0; i < length; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }
}
