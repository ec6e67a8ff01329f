package io.github.secures3.constructs.replication;

import io.github.secures3.constructs.bucket.SecureBucket;
import io.github.secures3.constructs.bucket.SecureBucketProps;
import io.github.secures3.policy.Comparison;
import io.github.secures3.policy.Condition;
import io.github.secures3.policy.Principal;
import io.github.secures3.policy.Principals;
import io.github.secures3.policy.Statement;
import io.github.secures3.policy.statements.NetworkPerimeter;
import io.github.secures3.policy.statements.SseAlgorithm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.CfnDeletionPolicy;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.kms.CfnKey;
import software.constructs.IConstruct;

/**
 * What a bucket needs to receive replicas.
 *
 * <p>The principal of both statements is the source's account, narrowed to the role by {@code aws:PrincipalArn}: S3 and KMS refuse a policy
 * that names a role which is not there yet, and the destination is to be deployable first.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/setting-repl-config-perm-overview.html">Setting up permissions for live
 *     replication</a>
 */
final class ReplicaSide {

    private ReplicaSide() {}

    /** The settings with all that must be chosen before the bucket is made. */
    static SecureBucketProps.Builder prepared(
            ReplicationCheck check, SecureBucketProps props, BucketIdentity bucket, List<ReplicationSource> sources) {
        check.that(
                props.versioned(),
                () -> "allowWithoutVersioning is set, but replication works on versions only; keep versioning on");
        List<String> roles =
                sources.stream().map(ReplicationSource::roleArn).distinct().toList();
        SecureBucketProps.Builder prepared = exempting(props, roles);
        if (sources.isEmpty() || props.encryption() == SseAlgorithm.AES256) {
            return prepared;
        }
        check.that(
                props.encryptionKey().isEmpty(),
                () ->
                        "encryptionKey is set on a bucket that receives replicas; the source names the key by its alias, so leave"
                                + " encryptionKey out and let the bucket make its key");
        return prepared.keyAlias(String.valueOf(key(props, bucket)));
    }

    /** The settings with these roles let through the network perimeter, if there is one: S3 replicates from its own network. */
    static SecureBucketProps.Builder exempting(SecureBucketProps props, List<String> roleArns) {
        SecureBucketProps.Builder builder = props.toBuilder();
        Optional<NetworkPerimeter> perimeter = props.networkPerimeter();
        if (perimeter.isEmpty() || roleArns.isEmpty()) {
            return builder;
        }
        NetworkPerimeter given = perimeter.get();
        List<String> exempt = new ArrayList<>(given.exemptPrincipalArns());
        exempt.addAll(roleArns);
        return builder.networkPerimeter(
                new NetworkPerimeter(given.vpcEndpointIds(), given.vpcIds(), given.cidrs(), exempt));
    }

    /** The alias of the key, or null without KMS. */
    static @Nullable String key(SecureBucketProps props, BucketIdentity bucket) {
        if (props.encryption() == SseAlgorithm.AES256) {
            return null;
        }
        String alias = props.keyAlias().orElseGet(() -> ReplicationNames.keyAlias(bucket.name()));
        return alias.startsWith("alias/") ? alias : "alias/" + alias;
    }

    /** Says what the key is for; the bucket inside these constructs is called Bucket in every stack. */
    static void describeKey(SecureBucket bucket, BucketIdentity identity) {
        IConstruct key = bucket.getEncryptionKey();
        if (key != null
                && bucket.getNode().tryFindChild("Key") == key
                && key.getNode().getDefaultChild() instanceof CfnKey made) {
            made.setDescription("Encrypts the objects of the bucket " + identity.name());
        }
    }

    /** Opens the bucket and its key to the sources. */
    static void open(SecureBucket bucket, BucketIdentity identity, List<ReplicationSource> sources) {
        if (sources.isEmpty()) {
            return;
        }
        boolean otherAccount =
                sources.stream().anyMatch(source -> !source.account().equals(identity.account()));
        List<String> actions = new ArrayList<>();
        if (otherAccount) {
            actions.add("s3:ObjectOwnerOverrideToBucketOwner");
        }
        actions.addAll(List.of("s3:ReplicateDelete", "s3:ReplicateObject", "s3:ReplicateTags"));
        bucket.addToResourcePolicy(from("AllowReplicas", sources)
                .actions(actions.toArray(String[]::new))
                .resources(bucket.getBucketArn() + "/*")
                .build());
        if (bucket.getEncryptionKey() != null) {
            bucket.addToKeyPolicy(from("AllowReplicaEncryption", sources)
                    .actions(ReplicationRole.REPLICA_KEY_ACTIONS.toArray(String[]::new))
                    .resources("*")
                    .when(ReplicationRole.viaService(identity))
                    .when(ReplicationRole.encryptionContext(identity, List.of(identity.arn() + "/*")))
                    .build());
            keepAlias(bucket);
        }
    }

    /** A statement for the roles of the sources. */
    static Statement.Builder from(String sid, List<ReplicationSource> sources) {
        TreeSet<String> accounts = new TreeSet<>();
        TreeSet<String> roles = new TreeSet<>();
        for (ReplicationSource source : sources) {
            accounts.add("arn:" + Aws.PARTITION + ":iam::" + source.account() + ":root");
            roles.add(source.roleArn());
        }
        return Statement.allow(sid)
                .principals(new Principals(
                        false, accounts.stream().map(Principal::aws).toList()))
                .when(Condition.of(Comparison.ARN_EQUALS, "aws:PrincipalArn", List.copyOf(roles)));
    }

    /** A key that stays without its alias would stop every source that stays too. */
    private static void keepAlias(SecureBucket bucket) {
        IConstruct key = bucket.getEncryptionKey();
        if (key == null
                || !(key.getNode().getDefaultChild() instanceof CfnResource resource)
                || resource.getCfnOptions().getDeletionPolicy() != CfnDeletionPolicy.RETAIN) {
            return;
        }
        IConstruct alias = key.getNode().tryFindChild("Alias");
        if (alias != null && alias.getNode().getDefaultChild() instanceof CfnResource aliasResource) {
            aliasResource.applyRemovalPolicy(RemovalPolicy.RETAIN);
        }
    }
}
