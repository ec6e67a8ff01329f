package io.github.secures3.constructs.replication;

import io.github.secures3.constructs.bucket.SecureBucketProps;
import io.github.secures3.policy.Arn;
import io.github.secures3.policy.UnresolvedToken;
import io.github.secures3.policy.statements.SseAlgorithm;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Refuses rules that S3 would not accept, and those that it would accept and never carry out. */
final class RuleCheck {

    private static final int MOST_RULES = 1_000;
    private static final int LONGEST_ID = 255;
    private static final int LONGEST_PREFIX = 1_024;
    private static final int MOST_TAGS = 10;
    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");
    private static final Pattern REGION = Pattern.compile("[a-z]{2,4}(-[a-z]+)+-[0-9]{1,2}");
    private static final Pattern ALIAS = Pattern.compile("alias/[A-Za-z0-9/_-]{1,250}");

    private final ReplicationCheck check;
    private final BucketIdentity source;
    private final SecureBucketProps props;
    private final String roleName;

    RuleCheck(ReplicationCheck check, BucketIdentity source, SecureBucketProps props, String roleName) {
        this.check = check;
        this.source = source;
        this.props = props;
        this.roleName = roleName;
    }

    void all(List<ReplicationRule> rules) {
        check.that(
                !rules.isEmpty(),
                () -> "no rule is given, so nothing would be replicated; add one with rule(ReplicationRule.to(...))");
        check.that(
                rules.size() <= MOST_RULES,
                () -> rules.size() + " rules are given; S3 takes at most " + MOST_RULES + ", so let a rule cover more");
        Map<Integer, String> priorities = new HashMap<>();
        Map<String, Integer> ids = new HashMap<>();
        for (ReplicationRule rule : rules) {
            check.that(
                    ids.putIfAbsent(rule.id(), rule.priority()) == null,
                    () -> "two rules have the id '" + rule.id() + "'; give each its own with withId");
            String other = priorities.putIfAbsent(rule.priority(), rule.id());
            check.that(
                    other == null,
                    () -> named(rule) + " and rule '" + other + "' both have the priority " + rule.priority()
                            + "; give each its own with withPriority, the higher one wins");
            rule.optOuts().forEach(check::reason);
            shape(rule);
            destination(rule);
            encryption(rule);
            objectLock(rule);
        }
    }

    private void shape(ReplicationRule rule) {
        check.that(
                !rule.id().isBlank() && rule.id().length() <= LONGEST_ID,
                () -> named(rule) + " has an id of " + rule.id().length() + " characters; give 1 to " + LONGEST_ID);
        check.that(
                rule.priority() >= 0, () -> named(rule) + " has the priority " + rule.priority() + "; give 0 or more");
        check.that(
                rule.prefix().length() <= LONGEST_PREFIX,
                () -> named(rule) + " has a prefix of " + rule.prefix().length()
                        + " characters; object keys have at most " + LONGEST_PREFIX);
        check.that(
                rule.tags().size() <= MOST_TAGS,
                () -> named(rule) + " asks for " + rule.tags().size() + " tags; an object has at most " + MOST_TAGS);
        check.that(
                rule.tags().isEmpty() || rule.deleteMarkers() == DeleteMarkers.NOT_REPLICATED,
                () -> named(rule) + " replicates delete markers and selects by tag, but a delete marker has no tags;"
                        + " choose DeleteMarkers.NOT_REPLICATED, or select by prefix");
        check.that(
                rule.hasMetrics() || !rule.hasTimeControl(),
                () -> named(rule)
                        + " has Replication Time Control but no metrics, which S3 refuses; take allowWithoutMetrics"
                        + " away, or add allowWithoutTimeControl");
    }

    private void destination(ReplicationRule rule) {
        ReplicaDestination to = rule.destination();
        String name = to.bucketName();
        check.that(
                !name.contains("accesspoint") || !name.startsWith("arn:"),
                () -> named(rule) + " names the access point '" + name
                        + "' as its destination; S3 replicates into buckets only, so name the bucket behind it");
        check.that(
                BucketIdentity.isName(name),
                () -> named(rule) + " names '" + name
                        + "' as its destination, which is no bucket name; write the name itself,"
                        + " neither an ARN nor the alias of an access point");
        check.that(
                ACCOUNT.matcher(to.account()).matches(),
                () -> named(rule) + " names the account '" + to.account() + "'; write 12 digits, such as 444455556666");
        check.that(
                REGION.matcher(to.region()).matches(),
                () -> named(rule) + " names the Region '" + to.region() + "'; write its code, such as eu-central-1");
        check.that(
                !to.region().equals(source.region()),
                () -> named(rule) + " replicates within " + source.region()
                        + ", where one failure of the Region reaches both copies; choose a destination in another Region");
        check.that(
                partition(to.region()).equals(partition(source.region())),
                () -> named(rule) + " replicates from " + source.region() + " to " + to.region()
                        + ", which lie in different partitions; S3 does not replicate across them");
        check.that(
                to.construct() == null
                        || to.knownSources().contains(new ReplicationSource(source.account(), source.name(), roleName)),
                () -> named(rule) + " replicates to " + name + ", which does not let this bucket in; add"
                        + " acceptReplicasFrom(new ReplicationSource(\"" + source.account() + "\", \"" + source.name()
                        + "\", \""
                        + roleName + "\")) to it");
    }

    private void encryption(ReplicationRule rule) {
        ReplicaDestination to = rule.destination();
        boolean kms = props.encryption() != SseAlgorithm.AES256;
        boolean replicaKms = to.encryption() != SseAlgorithm.AES256;
        check.that(
                !kms || replicaKms,
                () -> named(rule)
                        + " has no key for the replicas, so S3 would leave every object out that is encrypted with"
                        + " KMS; name the destination's key with withKeyAlias or withKeyArn");
        check.that(
                kms || !replicaKms,
                () -> named(rule)
                        + " encrypts replicas with KMS, while this bucket is set to go without; encrypt both sides"
                        + " alike: take allowWithoutKms away, or use withoutKms on the destination");
        check.that(
                !kms || to.construct() == null || to.encryption() == props.encryption(),
                () -> named(rule) + " replicates from " + props.encryption().text() + " to "
                        + to.encryption().text() + "; encrypt both sides alike");
        if (!replicaKms) {
            return;
        }
        String key = String.valueOf(to.key());
        if (to.hasKeyArn()) {
            Optional<Arn> arn = Arn.find(key);
            check.that(
                    UnresolvedToken.isIn(key)
                            || arn.filter(known -> known.service().equals("kms")
                                            && known.resource().startsWith("key/"))
                                    .isPresent(),
                    () -> named(rule) + " names the key '" + key
                            + "', which is no ARN of a KMS key; write the ARN of the key"
                            + " itself, or its alias with withKeyAlias");
            check.that(
                    arn.isEmpty()
                            || (arn.get().region().equals(to.region())
                                    && arn.get().account().equals(to.account())),
                    () -> named(rule) + " names the key '" + key + "', but the destination lies in " + to.region()
                            + " of account " + to.account() + "; S3 encrypts a replica with a key of its own Region");
        } else {
            check.that(
                    ALIAS.matcher(key).matches() && !key.startsWith("alias/aws/"),
                    () -> named(rule) + " names the key '" + key
                            + "'; write an alias of your own that starts with alias/,"
                            + " with letters, digits, /, _ and -, or the ARN of the key with withKeyArn");
        }
    }

    private void objectLock(ReplicationRule rule) {
        boolean here = props.objectLock().isPresent();
        boolean there = rule.destination().objectLock();
        check.that(
                !here || there,
                () -> named(rule)
                        + " replicates from a bucket with Object Lock to one without, and locked objects would not"
                        + " arrive; set objectLock on the destination, and withObjectLock where it is named");
        check.that(
                here || !there,
                () -> named(rule)
                        + " replicates from a bucket without Object Lock to one with it, so that only the replicas"
                        + " cannot be deleted; set objectLock on both sides");
    }

    private static String named(ReplicationRule rule) {
        return "rule '" + rule.id() + "'";
    }

    private static String partition(String region) {
        for (String prefix : List.of("cn-", "us-gov-", "us-iso-", "us-isob-", "us-isof-", "eu-isoe-", "eusc-")) {
            if (region.startsWith(prefix)) {
                return prefix;
            }
        }
        return "";
    }
}
