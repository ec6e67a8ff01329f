package io.github.secures3.agreement;

import io.github.secures3.analysis.evaluate.AccessPoint;
import io.github.secures3.analysis.evaluate.AttachedPolicy;
import io.github.secures3.analysis.evaluate.BlockPublicAccess;
import io.github.secures3.analysis.evaluate.Encryption;
import io.github.secures3.analysis.evaluate.Layer;
import io.github.secures3.analysis.evaluate.Organization;
import io.github.secures3.analysis.evaluate.ResourceTags;
import io.github.secures3.analysis.evaluate.Situation;
import io.github.secures3.analysis.evaluate.matching.Truth;
import io.github.secures3.policy.Statement;
import io.github.secures3.policy.UnresolvedToken;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;

/**
 * A random situation around the bucket {@code data}, with questions about it.
 *
 * @param situation the situation
 * @param questions statements that ask about requests
 * @param keys the keys that policies and questions ask about
 */
record RandomSituation(Situation situation, List<Statement> questions, List<SampleKey> keys) {

    static final String OWNER = "111122223333";
    static final String OTHER = "444455556666";
    static final String BUCKET = "arn:aws:s3:::data-1";
    static final String ACCESS_POINT = "arn:aws:s3:us-east-1:111122223333:accesspoint/ap";

    private static final int QUESTIONS = 3;

    /**
     * The situation of this seed.
     *
     * @param words what takes the place of each text
     * @param unknownLayers whether the content of some layers is not known
     */
    static RandomSituation of(long seed, UnaryOperator<String> words, boolean unknownLayers) {
        Random random = new Random(seed);
        List<SampleKey> all = new ArrayList<>(SampleKey.ALL);
        Collections.shuffle(all, random);
        List<SampleKey> keys = List.copyOf(all.subList(0, 1 + random.nextInt(3)));
        RandomPolicies policies = new RandomPolicies(random, keys, words);
        Situation.Builder situation = Situation.builder();
        if (!policies.chance(10)) {
            situation.resourceAccount(words.apply(OWNER));
        }
        if (!policies.chance(6)) {
            situation.resourcePolicy(policies.ofResource());
        }
        addOwn(situation, policies);
        addRails(situation, policies, random);
        addBucket(situation, policies, random, words, unknownLayers);
        if (policies.chance(3)) {
            situation.abacEnabled(random.nextBoolean());
            situation.bucketTags(stage(policies, words, unknownLayers));
        }
        if (policies.chance(4)) {
            situation.accessPoint(accessPoint(policies, random, words));
            if (policies.chance(2)) {
                situation.accessPointTags(stage(policies, words, unknownLayers));
            }
        }
        // Drawn in any case, so that the same seed makes the same situation with and without.
        for (Layer layer : Layer.values()) {
            boolean hidden = policies.chance(8);
            if (hidden && unknownLayers && layer != Layer.ACCESS_POINT) {
                situation.unknown(layer, layer.title() + " cannot be read");
            }
        }
        List<Statement> questions = new ArrayList<>();
        while (questions.size() < QUESTIONS) {
            questions.add(policies.question());
        }
        return new RandomSituation(situation.build(), questions, keys);
    }

    private static void addOwn(Situation.Builder situation, RandomPolicies policies) {
        if (!policies.chance(4)) {
            situation.identityPolicies(List.of(policies.ofPrincipal()));
        }
        if (policies.chance(5)) {
            situation.permissionsBoundary(policies.ofPrincipal());
        }
        if (policies.chance(5)) {
            situation.sessionPolicies(List.of(policies.ofPrincipal()));
        }
    }

    private static void addRails(Situation.Builder situation, RandomPolicies policies, Random random) {
        if (policies.chance(4)) {
            situation.serviceControlPolicies(levels(policies, random, true));
        }
        if (policies.chance(4)) {
            situation.resourceControlPolicies(levels(policies, random, false));
        }
        if (policies.chance(8)) {
            situation.endpointPolicy(policies.ofResource());
        }
        if (policies.chance(3)) {
            List<String> members =
                    policies.pick(List.of(List.of(), List.of(OWNER), List.of(OTHER), List.of(OWNER, OTHER)));
            Map<String, String> paths =
                    policies.chance(2) ? Map.of() : Map.of(OWNER, "o-one/r-1/ou-1/", OTHER, "o-one/r-1/");
            String management = policies.perhaps(policies.pick(List.of(OWNER, OTHER, "123456789012")));
            situation.organization(new Organization("o-one", management, policies.chance(4) ? null : members, paths));
        }
    }

    private static List<List<AttachedPolicy>> levels(RandomPolicies policies, Random random, boolean service) {
        List<List<AttachedPolicy>> levels = new ArrayList<>();
        int count = 1 + random.nextInt(2);
        while (levels.size() < count) {
            levels.add(List.of(service ? policies.allowingMuch() : policies.denying()));
        }
        return levels;
    }

    private static void addBucket(
            Situation.Builder situation,
            RandomPolicies policies,
            Random random,
            UnaryOperator<String> words,
            boolean unknownLayers) {
        if (policies.chance(4)) {
            situation.blockPublicAccess(
                    new BlockPublicAccess(random.nextBoolean(), false, false, random.nextBoolean()));
        }
        if (policies.chance(12)) {
            situation.accessControlLists();
        } else if (policies.chance(3)) {
            boolean open = policies.chance(3);
            situation.bucketOwnerEnforced(
                    open && unknownLayers ? Truth.unknown("Object Ownership is not known") : Truth.TRUE);
        }
        if (policies.chance(4)) {
            String key = policies.pick(List.of(
                    "arn:aws:kms:us-east-1:111122223333:key/k-1", "arn:aws:kms:us-east-1:444455556666:key/k-1"));
            situation.encryption(new Encryption(
                    policies.pick(List.of("aws:kms", "aws:kms", "aws:kms:dsse", "AES256")),
                    policies.chance(5) ? null : words.apply(key),
                    policies.pick(List.of(true, false))));
            if (!policies.chance(6)) {
                situation.keyPolicy(policies.ofKey());
            }
            if (policies.chance(8)) {
                situation.keyEnabled(
                        policies.pick(List.of(Truth.FALSE, Truth.unknown("whether the key is enabled is not known"))));
            }
        }
    }

    /** One tag; the key is not known to those who do not know all layers. */
    private static ResourceTags stage(RandomPolicies policies, UnaryOperator<String> words, boolean unknownLayers) {
        String stage = words.apply(policies.pick(List.of("prod", "test")));
        boolean hidden = policies.chance(2);
        return hidden && unknownLayers ? new ResourceTags(Map.of(), false) : ResourceTags.of(Map.of("stage", stage));
    }

    private static AccessPoint accessPoint(RandomPolicies policies, Random random, UnaryOperator<String> words) {
        boolean ofVpc = policies.chance(4);
        boolean open = policies.chance(5);
        String origin = ofVpc ? AccessPoint.VPC_ORIGIN : policies.perhaps(AccessPoint.INTERNET_ORIGIN);
        return new AccessPoint(
                words.apply(ACCESS_POINT),
                words.apply(OWNER),
                open ? UnresolvedToken.of("network origin of the access point") : origin,
                ofVpc ? words.apply("vpc-1") : null,
                policies.chance(5) ? List.of() : List.of(policies.ofResource()),
                new BlockPublicAccess(policies.chance(4), false, false, random.nextInt(3) == 0));
    }
}
