package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.model.KmsAlias;
import io.github.secures3.analysis.model.KmsKey;
import io.github.secures3.analysis.model.ReplicationRule;
import io.github.secures3.policy.UnresolvedToken;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What S3 asks for with the replication role, for one object that a rule is about.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/setting-repl-config-perm-overview.html">Permissions for replication</a>
 */
final class ReplicationRequests {

    private static final String ALGORITHM = "s3:x-amz-server-side-encryption";
    private static final String ALIAS = "alias/";
    private static final String KEY = "s3:x-amz-server-side-encryption-aws-kms-key-id";

    private ReplicationRequests() {}

    static List<ServiceRequest> of(Estate estate, String role, Bucket source, ReplicationRule rule) {
        boolean kms = rule.kmsEncrypted().isSurely("Enabled"::equals);
        String key = rule.prefix().asText().orElse("") + "object";
        // Objects that KMS encrypts are left out where the rule does not select them, so that no key is asked for.
        Map<String, List<String>> read = kms ? Map.of() : Map.of(ALGORITHM, List.of("AES256"));
        List<ServiceRequest> requests = new ArrayList<>();
        requests.add(new ServiceRequest(role, "s3:GetReplicationConfiguration", source.arn(), Map.of()));
        requests.add(new ServiceRequest(role, "s3:ListBucket", source.arn(), Map.of()));
        for (String action :
                List.of("s3:GetObjectVersionForReplication", "s3:GetObjectVersionAcl", "s3:GetObjectVersionTagging")) {
            requests.add(new ServiceRequest(role, action, source.arn() + "/" + key, read));
        }
        String destination = rule.destination().asText().orElse("") + "/" + key;
        requests.add(new ServiceRequest(role, "s3:ReplicateObject", destination, written(estate, rule, kms)));
        requests.add(new ServiceRequest(role, "s3:ReplicateTags", destination, Map.of()));
        if (rule.deleteMarkers().isSurely("Enabled"::equals)) {
            requests.add(new ServiceRequest(role, "s3:ReplicateDelete", destination, Map.of()));
        }
        if (rule.ownerOverride().isSurely("Destination"::equals)) {
            requests.add(new ServiceRequest(role, "s3:ObjectOwnerOverrideToBucketOwner", destination, Map.of()));
        }
        return requests;
    }

    /** Where the destination encrypts with the replica key by default, its default is taken, which tells whether there is a Bucket Key. */
    private static Map<String, List<String>> written(Estate estate, ReplicationRule rule, boolean kms) {
        String key = rule.replicaKey().asText().orElse("");
        if (!kms || key.isEmpty()) {
            return Map.of(ALGORITHM, List.of("AES256"));
        }
        int alias = key.indexOf(ALIAS);
        String name = alias < 0 ? "" : key.substring(alias);
        String arn = alias < 0 ? key : keyBehind(estate, name);
        Map<String, List<String>> context = new HashMap<>();
        if (!isDefault(estate, rule, arn)) {
            context.put(ALGORITHM, List.of("aws:kms"));
            context.put(KEY, List.of(arn));
        }
        if (!name.isEmpty()) {
            context.put("kms:ResourceAliases", List.of(name));
        }
        return context;
    }

    private static boolean isDefault(Estate estate, ReplicationRule rule, String key) {
        return Replicas.of(estate).destination(rule).stream()
                .flatMap(bucket -> bucket.encryption().known().stream())
                .flatMap(List::stream)
                .anyMatch(encryption ->
                        encryption.key().asText().filter(key::equals).isPresent());
    }

    /** The ARN of the key that an alias names, or a marker where the templates do not say. */
    private static String keyBehind(Estate estate, String name) {
        Optional<String> id = estate.all(KmsAlias.class).stream()
                .filter(alias -> alias.name().asText().filter(name::equals).isPresent())
                .flatMap(alias -> alias.key().asText().stream())
                .findFirst();
        return id.flatMap(wanted -> estate.all(KmsKey.class).stream()
                        .filter(key -> key.arn().equals(wanted)
                                || key.id().asText().filter(wanted::equals).isPresent())
                        .map(KmsKey::arn)
                        .findFirst())
                .orElseGet(() -> UnresolvedToken.of("key of " + name));
    }
}
