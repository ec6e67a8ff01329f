package io.github.secures3.analysis.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.analysis.evaluate.matching.Truth;
import io.github.secures3.policy.PolicyDocument;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What surrounds a request, as a value. */
class SituationTest {

    private static final AttachedPolicy POLICY = Scene.policy(Scene.allow());
    private static final AttachedPolicy OTHER = Scene.policy(Scene.deny());

    /** Each changes one thing. */
    private static final List<UnaryOperator<Situation.Builder>> CHANGES = List.of(
            s -> s.identityPolicies(List.of(POLICY)),
            s -> s.identityPolicies(List.of(OTHER)),
            s -> s.permissionsBoundary(POLICY),
            s -> s.permissionsBoundary(OTHER),
            s -> s.sessionPolicies(List.of(POLICY)),
            s -> s.resourcePolicy(POLICY),
            s -> s.accessPoint(point("a", POLICY)),
            s -> s.accessPoint(point("b", POLICY)),
            s -> s.accessPoint(point("a", OTHER)),
            s -> s.bucketResource("arn:aws:s3:::data"),
            s -> s.throughEndpoint(),
            s -> s.endpointPolicy(POLICY),
            s -> s.keyPolicy(POLICY),
            s -> s.keyPolicy(OTHER),
            s -> s.keyEnabled(Truth.FALSE),
            s -> s.keyEnabled(Truth.unknown("a")),
            s -> s.keyEnabled(Truth.unknown("b")),
            s -> s.serviceControlPolicies(List.of(List.of(POLICY))),
            s -> s.serviceControlPolicies(List.of(List.of(POLICY), List.of())),
            s -> s.resourceControlPolicies(List.of(List.of(POLICY))),
            s -> s.blockPublicAccess(BlockPublicAccess.all()),
            s -> s.accessControlLists(),
            s -> s.bucketOwnerEnforced(Truth.TRUE),
            s -> s.bucketOwnerEnforced(Truth.unknown("a")),
            s -> s.encryption(Encryption.sseS3()),
            s -> s.bucketTags(Map.of("a", "b")),
            s -> s.bucketTags(new ResourceTags(Map.of("a", "b"), false)),
            s -> s.accessPointTags(ResourceTags.of(Map.of("a", "b"))),
            s -> s.abacEnabled(false),
            s -> s.resourceAccount("111122223333"),
            s -> s.organization(Organization.of("o-exampleorgid", null, null)),
            s -> s.unknown(Layer.KEY, "a"),
            s -> s.unknown(Layer.KEY, "b"));

    @Test
    void situations_are_the_same_where_everything_in_them_is() {
        for (int one = 0; one < CHANGES.size(); one++) {
            for (int other = 0; other < CHANGES.size(); other++) {
                assertThat(situation(one).isSameAs(situation(other)))
                        .as("%d and %d", one, other)
                        .isEqualTo(one == other);
            }
            assertThat(situation(one).isSameAs(Situation.builder().build()))
                    .as("%d", one)
                    .isFalse();
            assertThat(situation(one).toBuilder().build().isSameAs(situation(one)))
                    .as("%d", one)
                    .isTrue();
        }
    }

    @Test
    void where_a_policy_stands_makes_no_difference() {
        PolicyDocument document = POLICY.document();
        Situation here = Situation.builder()
                .resourcePolicy(AttachedPolicy.of(document, new PolicyOrigin("a.yaml", "A", "/a", 1)))
                .build();
        Situation there = Situation.builder()
                .resourcePolicy(AttachedPolicy.of(document, new PolicyOrigin("b.yaml", "B", "/b", 2)))
                .build();
        assertThat(here.isSameAs(there)).isTrue();
    }

    @Test
    void reasons_add_up_and_a_key_policy_settles_what_was_unknown_of_the_key() {
        Situation.Builder builder = Situation.builder()
                .unknown(Layer.KEY, "a")
                .unknown(Layer.KEY, "b")
                .unknown(Layer.RESOURCE, "c")
                .unknown(Layer.RESOURCE, "c");
        assertThat(builder.build().unknownLayers()).isEqualTo(Map.of(Layer.KEY, "a; b", Layer.RESOURCE, "c"));
        assertThat(builder.keyPolicy(POLICY).build().unknownLayers()).isEqualTo(Map.of(Layer.RESOURCE, "c"));
    }

    @Test
    void a_situation_stays_as_it_was_built() {
        Situation.Builder builder = Situation.builder();
        Situation before = builder.build();
        builder.resourceAccount("111122223333");
        assertThat(before.resourceAccount()).isNull();
        assertThat(builder.build().resourceAccount()).isEqualTo("111122223333");
    }

    private static Situation situation(int change) {
        return CHANGES.get(change).apply(Situation.builder()).build();
    }

    private static AccessPoint point(String name, AttachedPolicy policy) {
        return new AccessPoint(
                "arn:aws:s3:eu-west-1:111122223333:accesspoint/" + name,
                "111122223333",
                "Internet",
                null,
                List.of(policy),
                BlockPublicAccess.all());
    }
}
