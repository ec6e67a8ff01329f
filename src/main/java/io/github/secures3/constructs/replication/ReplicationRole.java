package io.github.secures3.constructs.replication;

import io.github.secures3.policy.Comparison;
import io.github.secures3.policy.Condition;
import io.github.secures3.policy.ConditionOperator;
import io.github.secures3.policy.PolicyDocument;
import io.github.secures3.policy.Principal;
import io.github.secures3.policy.Principals;
import io.github.secures3.policy.Statement;
import io.github.secures3.policy.json.PolicyQuota;
import io.github.secures3.policy.json.PolicySize;
import io.github.secures3.policy.json.PolicyWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.iam.CfnRole;
import software.constructs.Construct;

/**
 * The role that S3 replicates under, with the fewest permissions that the rules need.
 *
 * <p>All resources are written by name. A reference to the bucket would be a cycle, for the bucket's configuration refers to the role.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/setting-repl-config-perm-overview.html">Setting up permissions for live
 *     replication</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-config-for-kms-objects.html">Replicating encrypted
 *     objects</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock-managing.html#object-lock-managing-replication">Object Lock
 *     and replication</a>
 */
final class ReplicationRole {

    /**
     * S3 encrypts a replica under a data key that it has in hand; with an S3 Bucket Key it makes the bucket-level key and checks it before
     * use. An upload can switch its Bucket Key on or off by header, so both ways are always allowed.
     */
    static final List<String> REPLICA_KEY_ACTIONS = List.of("kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey");

    private static final int MOST_PREFIXES = 10;

    private final BucketIdentity source;
    private final List<ReplicationRule> rules;
    private final boolean objectLock;

    ReplicationRole(BucketIdentity source, List<ReplicationRule> rules, boolean objectLock) {
        this.source = source;
        this.rules = rules;
        this.objectLock = objectLock;
    }

    CfnRole make(Construct self, String roleName, @Nullable String keyArn) {
        PolicyDocument permissions = PolicyDocument.of(permissions(keyArn));
        return CfnRole.Builder.create(self, "Role")
                .roleName(roleName)
                .description("Lets S3 replicate from " + source.name())
                .assumeRolePolicyDocument(PolicyWriter.toMap(PolicyDocument.of(trust())))
                .policies(List.of(CfnRole.PolicyProperty.builder()
                        .policyName("Replication")
                        .policyDocument(PolicyWriter.toMap(permissions))
                        .build()))
                .build();
    }

    void check(ReplicationCheck check) {
        PolicySize size = PolicyQuota.ROLE_INLINE.measure(PolicyDocument.of(permissions(source.arn())), text -> text);
        check.that(
                !size.mayExceedQuota(),
                () -> "the rules have so many destinations that the role's policy becomes too large: " + size.summary()
                        + "; name fewer buckets or prefixes");
    }

    /** S3 may take the role for this bucket alone. */
    private Statement trust() {
        return Statement.allow("AllowReplicationByS3")
                .principals(Principals.of(Principal.service("s3.amazonaws.com")))
                .actions("sts:AssumeRole")
                .when(Condition.of(Comparison.STRING_EQUALS, "aws:SourceAccount", source.account()))
                .when(Condition.of(Comparison.ARN_LIKE, "aws:SourceArn", source.arn()))
                .build();
    }

    private List<Statement> permissions(@Nullable String keyArn) {
        List<Statement> statements = new ArrayList<>();
        statements.add(Statement.allow("ReadReplicationConfiguration")
                .actions("s3:GetReplicationConfiguration", "s3:ListBucket")
                .resources(source.arn())
                .build());
        List<String> sourceObjects = objects(source, rules);
        statements.add(Statement.allow("ReadVersions")
                .actions(readActions())
                .resources(sourceObjects)
                .build());
        if (keyArn != null) {
            statements.add(Statement.allow("DecryptVersions")
                    .actions("kms:Decrypt")
                    .resources(keyArn)
                    .when(viaService(source))
                    .when(encryptionContext(source, sourceObjects))
                    .build());
        }
        Map<BucketIdentity, List<ReplicationRule>> byDestination = new LinkedHashMap<>();
        rules.forEach(rule -> byDestination
                .computeIfAbsent(rule.destination().bucket(), unused -> new ArrayList<>())
                .add(rule));
        byDestination.values().forEach(group -> write(statements, group));
        return statements;
    }

    private String[] readActions() {
        List<String> actions = new ArrayList<>();
        if (objectLock) {
            actions.addAll(List.of("s3:GetObjectLegalHold", "s3:GetObjectRetention"));
        }
        actions.addAll(
                List.of("s3:GetObjectVersionAcl", "s3:GetObjectVersionForReplication", "s3:GetObjectVersionTagging"));
        return actions.toArray(String[]::new);
    }

    private void write(List<Statement> statements, List<ReplicationRule> group) {
        ReplicaDestination destination = group.get(0).destination();
        BucketIdentity bucket = destination.bucket();
        List<String> objects = objects(bucket, group);
        List<String> actions = new ArrayList<>();
        if (!bucket.account().equals(source.account())) {
            actions.add("s3:ObjectOwnerOverrideToBucketOwner");
        }
        if (group.stream().anyMatch(rule -> rule.deleteMarkers() == DeleteMarkers.REPLICATED)) {
            actions.add("s3:ReplicateDelete");
        }
        actions.addAll(List.of("s3:ReplicateObject", "s3:ReplicateTags"));
        statements.add(Statement.allow(numbered("WriteReplicas", statements))
                .actions(actions.toArray(String[]::new))
                .resources(objects)
                .build());
        if (destination.key() == null) {
            return;
        }
        Statement.Builder encrypt = Statement.allow(numbered("EncryptReplicas", statements))
                .actions(REPLICA_KEY_ACTIONS.toArray(String[]::new))
                .resources(destination.keyResource())
                .when(viaService(bucket))
                .when(encryptionContext(bucket, objects));
        if (!destination.hasKeyArn()) {
            encrypt.when(Condition.of(
                    ConditionOperator.forAnyValue(Comparison.STRING_EQUALS),
                    "kms:ResourceAliases",
                    String.valueOf(destination.key())));
        }
        statements.add(encrypt.build());
    }

    /** KMS is called by S3 in the bucket's Region. */
    static Condition viaService(BucketIdentity bucket) {
        return Condition.of(Comparison.STRING_EQUALS, "kms:ViaService", bucket.viaService());
    }

    /** With an S3 Bucket Key the encryption context is the bucket's ARN, without one the object's. */
    static Condition encryptionContext(BucketIdentity bucket, List<String> objects) {
        List<String> contexts = new ArrayList<>();
        contexts.add(bucket.arn());
        contexts.addAll(objects);
        return Condition.of(Comparison.STRING_LIKE, "kms:EncryptionContext:aws:s3:arn", contexts);
    }

    /**
     * The objects of a bucket that the rules are about: those below their prefixes, or all where a rule has none, where a prefix would be
     * read as a wildcard, or where there are many.
     */
    static List<String> objects(BucketIdentity bucket, List<ReplicationRule> rules) {
        List<String> prefixes =
                rules.stream().map(ReplicationRule::prefix).distinct().sorted().toList();
        List<String> outermost = prefixes.stream()
                .filter(prefix ->
                        prefixes.stream().noneMatch(other -> !other.equals(prefix) && prefix.startsWith(other)))
                .toList();
        boolean plain =
                outermost.stream().allMatch(prefix -> prefix.chars().noneMatch(c -> c == '*' || c == '?' || c == '$'));
        if (!plain || outermost.size() > MOST_PREFIXES) {
            return List.of(bucket.arn() + "/*");
        }
        return outermost.stream()
                .map(prefix -> bucket.arn() + "/" + prefix + "*")
                .toList();
    }

    private static String numbered(String sid, List<Statement> before) {
        long taken = before.stream()
                .filter(statement -> String.valueOf(statement.sid()).startsWith(sid))
                .count();
        return taken == 0 ? sid : sid + (taken + 1);
    }
}
