package io.github.secures3.analysis.evaluate.estate;

import io.github.secures3.analysis.evaluate.Layer;
import io.github.secures3.analysis.evaluate.RequestPrincipal;
import io.github.secures3.analysis.evaluate.Situation;
import io.github.secures3.analysis.model.BucketEncryption;
import io.github.secures3.analysis.model.DirectoryBucket;
import io.github.secures3.analysis.model.DirectoryBucketPolicy;
import io.github.secures3.analysis.model.Element;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.model.KmsKey;
import io.github.secures3.analysis.model.LocatedPolicy;
import io.github.secures3.analysis.model.Resource;
import io.github.secures3.analysis.model.TableBucket;
import io.github.secures3.analysis.model.TableBucketPolicy;
import io.github.secures3.analysis.model.Value;
import io.github.secures3.analysis.model.VectorBucket;
import io.github.secures3.analysis.model.VectorBucketPolicy;
import io.github.secures3.policy.Arn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Resources with policies of their own that are no general purpose buckets: KMS keys, buckets for tables, vectors and directories, and functions.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-tables-setting-up.html">Access management for S3 Tables</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-vectors-access-management.html">Access management for S3 Vectors</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-express-security-iam.html">Access to directory buckets</a>
 */
final class OwnPolicies {

    private static final String UNENCRYPTED_BY_KMS = "AES256";

    private final Estate estate;
    private final RequestPrincipal caller;
    private final Map<String, List<String>> context;
    private final Names<Resource> all;

    OwnPolicies(Estate estate, RequestPrincipal caller, Map<String, List<String>> context) {
        this.estate = estate;
        this.caller = caller;
        this.context = context;
        List<Resource> holders = new ArrayList<>(estate.all(KmsKey.class));
        holders.addAll(estate.all(TableBucket.class));
        holders.addAll(estate.all(VectorBucket.class));
        holders.addAll(estate.all(DirectoryBucket.class));
        this.all = new Names<>("resource", holders, OwnPolicies::nameOf, OwnPolicies::arnOf);
    }

    /** The ARN that the text stands for, whose policies go into the situation; empty where it names nothing of this kind as a whole. */
    Optional<String> find(String text, Situation.Builder situation) {
        Optional<Names.Found<Resource>> found =
                Arn.find(text).isPresent() ? all.findDeployedWithRest(text) : all.findExactlyWithRest(text);
        return found.isPresent()
                ? found.map(named -> describe(named.resource(), named.rest(), situation))
                : new Functions(estate).find(text, situation);
    }

    private String describe(Resource resource, String rest, Situation.Builder situation) {
        String arn = rest.isEmpty() ? arnOf(resource) : arnOf(resource) + "/" + rest;
        Arn.find(arn).map(Arn::account).ifPresent(situation::resourceAccount);
        if (resource instanceof KmsKey key) {
            new Key(estate, caller).describe(key, context, situation);
            return arn;
        }
        Gathered policies = new Gathered();
        if (resource instanceof TableBucket tables) {
            List<Policy> known = estate.all(TableBucketPolicy.class).stream()
                    .map(policy -> new Policy(policy.element(), policy.target(), policy.document()))
                    .toList();
            gather(known, List.of(tables.arn(), arn), tables.element(), policies);
            encrypted(tables.algorithm(), tables.element(), policies);
        } else if (resource instanceof VectorBucket vectors) {
            List<Policy> known = estate.all(VectorBucketPolicy.class).stream()
                    .map(policy -> new Policy(policy.element(), policy.target(), policy.document()))
                    .toList();
            gather(known, names(vectors.arn(), vectors.name()), vectors.element(), policies);
            encrypted(vectors.algorithm(), vectors.element(), policies);
        } else if (resource instanceof DirectoryBucket directory) {
            List<Policy> known = estate.all(DirectoryBucketPolicy.class).stream()
                    .map(policy -> new Policy(policy.element(), policy.bucket(), policy.document()))
                    .toList();
            gather(known, names(directory.arn(), directory.name()), directory.element(), policies);
            Value<String> algorithm = directory.encryption().part(rules -> algorithmOf(rules));
            encrypted(algorithm, directory.element(), policies);
        }
        situation.resourcePolicies(policies.policies());
        policies.limit(situation, Layer.RESOURCE);
        return arn;
    }

    /** A policy and what it names as its resource. */
    private record Policy(Element element, Value<String> target, Value<LocatedPolicy> document) {}

    /** Adds those of these names; one whose name only the deployment knows may be one of them. */
    private void gather(List<Policy> known, List<String> names, Element element, Gathered policies) {
        List<Optional<String>> taken = new ArrayList<>();
        all.all().forEach(other -> {
            taken.add(Optional.of(arnOf(other)));
            taken.add(nameOf(other));
        });
        OpenNames open = OpenNames.besides(taken);
        for (Policy policy : known) {
            List<String> target = policy.target().asText().stream().toList();
            if (target.stream().anyMatch(names::contains)) {
                policies.add(policy.document(), policy.element());
                continue;
            }
            names.stream()
                    .flatMap(name -> open.thatMayBe(name, target).stream())
                    .findFirst()
                    .ifPresent(reference -> policies.addUnknown("whether "
                            + policy.element().logicalId() + " is the policy of " + element.logicalId()
                            + " depends on the name " + reference));
        }
    }

    /** What a KMS key asks beside is not part of these decisions. */
    private static void encrypted(Value<String> algorithm, Element element, Gathered policies) {
        if (!algorithm.isAbsent() && !algorithm.isSurely(UNENCRYPTED_BY_KMS::equals)) {
            policies.addUnknown("whether the KMS key of " + element.logicalId() + " lets the caller in is not known");
        }
    }

    private static Value<String> algorithmOf(List<BucketEncryption> rules) {
        return rules.isEmpty() ? Value.absent() : rules.get(0).algorithm();
    }

    private static List<String> names(String arn, Value<String> name) {
        List<String> names = new ArrayList<>(List.of(arn));
        name.asText().ifPresent(names::add);
        return names;
    }

    private static String arnOf(Resource resource) {
        if (resource instanceof KmsKey key) {
            return key.arn();
        }
        if (resource instanceof TableBucket tables) {
            return tables.arn();
        }
        if (resource instanceof VectorBucket vectors) {
            return vectors.arn();
        }
        return resource instanceof DirectoryBucket directory ? directory.arn() : "";
    }

    private static Optional<String> nameOf(Resource resource) {
        if (resource instanceof KmsKey key) {
            return key.id().asText();
        }
        if (resource instanceof TableBucket tables) {
            return tables.name().asText();
        }
        if (resource instanceof VectorBucket vectors) {
            return vectors.name().asText();
        }
        return resource instanceof DirectoryBucket directory ? directory.name().asText() : Optional.empty();
    }
}
