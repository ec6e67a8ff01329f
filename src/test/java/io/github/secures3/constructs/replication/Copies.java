package io.github.secures3.constructs.replication;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.secures3.constructs.bucket.SecureBucketProps;
import io.github.secures3.policy.PolicyDocument;
import io.github.secures3.policy.PolicyType;
import io.github.secures3.policy.json.PolicyReader;
import io.github.secures3.testing.Synthesized;
import io.github.secures3.testing.SynthesizedTemplate;
import java.util.Map;
import java.util.function.UnaryOperator;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;

/** A bucket {@code acme-data} in Ireland, in account 111122223333, and its copy {@code acme-copy} in Frankfurt, both synthesized. */
record Copies(Synthesized app, SynthesizedTemplate source, SynthesizedTemplate replica) {

    static final String ACCOUNT = "111122223333";
    static final String OTHER_ACCOUNT = "444455556666";
    static final String IRELAND = "eu-west-1";
    static final String FRANKFURT = "eu-central-1";

    /** A replication as its author would write it, with what a test wants different. */
    static final class Plan {
        String replicaAccount = ACCOUNT;
        SecureBucketProps.Builder bucket = SecureBucketProps.builder();
        SecureBucketProps.Builder copy = SecureBucketProps.builder();
        UnaryOperator<ReplicaBucket.Builder> replica = builder -> builder;
        UnaryOperator<ReplicationRule> rule = rule -> rule;
        UnaryOperator<ReplicatedBucket.Builder> source = builder -> builder;
        DeleteMarkers deleteMarkers = DeleteMarkers.REPLICATED;
        Map<String, ?> context = Map.of();

        Copies synthesized() {
            App app = Synthesized.app(context);
            Stack there = Synthesized.stack(app, "Copy", replicaAccount, FRANKFURT);
            Stack here = Synthesized.stack(app, "Storage", ACCOUNT, IRELAND);
            ReplicaBucket copyOfData = replica.apply(ReplicaBucket.Builder.create(there, "Copy")
                            .bucket(copy.build())
                            .bucketName("acme-copy")
                            .acceptReplicasFrom(ReplicationSource.of(ACCOUNT, "acme-data")))
                    .build();
            ReplicatedBucket.Builder data = ReplicatedBucket.Builder.create(here, "Data")
                    .bucket(bucket.build())
                    .bucketName("acme-data")
                    .rule(rule.apply(ReplicationRule.to(
                            copyOfData.asDestination(), deleteMarkers, ReplicaModifications.NOT_SYNCED)));
            if (!replicaAccount.equals(ACCOUNT)) {
                data.allowWithoutLagAlarms("watched elsewhere");
            }
            source.apply(data).build();
            Synthesized all = Synthesized.of(app);
            return new Copies(all, all.template(here), all.template(there));
        }
    }

    static Plan plan() {
        return new Plan();
    }

    /** In one account with all defaults. */
    static Copies inOneAccount() {
        return plan().synthesized();
    }

    /** The replica in account 444455556666. */
    static Copies acrossAccounts() {
        Plan plan = plan();
        plan.replicaAccount = OTHER_ACCOUNT;
        return plan.synthesized();
    }

    JsonNode role() {
        return source.resource(source.logicalId("AWS::IAM::Role", "DataRole"));
    }

    /** What the replication role may do. */
    PolicyDocument rolePolicy() {
        return document(role().at("/Properties/Policies/0/PolicyDocument"), PolicyType.IDENTITY);
    }

    /** Who may take the replication role. */
    PolicyDocument trust() {
        return document(role().at("/Properties/AssumeRolePolicyDocument"), PolicyType.TRUST);
    }

    PolicyDocument sourcePolicy() {
        return source.bucketPolicy("Data");
    }

    PolicyDocument sourceKeyPolicy() {
        return source.keyPolicy("DataBucket");
    }

    PolicyDocument replicaPolicy() {
        return replica.bucketPolicy("Copy");
    }

    PolicyDocument replicaKeyPolicy() {
        return replica.keyPolicy("CopyBucket");
    }

    /** The rules as S3 gets them. */
    JsonNode rules() {
        return source.property("Data", "ReplicationConfiguration").path("Rules");
    }

    private PolicyDocument document(JsonNode policy, PolicyType type) {
        return PolicyReader.read(source.filledIn(policy).toString(), type);
    }
}
