package io.github.secures3.analysis.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.analysis.evaluate.DecisionRule.Caller;
import io.github.secures3.analysis.evaluate.DecisionRule.Grants;
import io.github.secures3.analysis.evaluate.DecisionRule.Own;
import io.github.secures3.analysis.evaluate.DecisionRule.Resource;
import io.github.secures3.analysis.evaluate.matching.Truth;
import io.github.secures3.policy.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * The rule against a second, plainer statement of it, on every combination of its inputs.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html">How AWS
 *     decides whether a request is allowed or denied</a>
 */
class DecisionRuleTest {

    private static final int INPUTS = 15;
    private static final DecisionRule<Truth> RULE = new DecisionRule<>(ThreeValued.INSTANCE);

    @Test
    void the_rule_for_buckets_agrees_with_a_plain_reading_everywhere() {
        for (int bits = 0; bits < 1 << INPUTS; bits++) {
            boolean[] in = bits(bits);
            if (isPossible(in)) {
                DecisionRule.Request<Truth> request = bucketRequest(truths(in));
                assertThat(RULE.allowed(request)).as("inputs %x", bits).isEqualTo(Truth.of(plainBucket(in)));
                assertThat(RULE.denied(request)).isEqualTo(Truth.of(in[13]));
            }
        }
    }

    @Test
    void the_rule_for_access_points_agrees_with_a_plain_reading_everywhere() {
        for (int bits = 0; bits < 1 << 18; bits++) {
            boolean[] point = side(bits, 4);
            boolean[] bucket = side(bits, 11);
            if (isPossible(point) && isPossible(bucket)) {
                DecisionRule.Request<Truth> request = new DecisionRule.Request<>(
                        caller(truths(bucket)),
                        resource(truths(bucket)),
                        resource(truths(point)),
                        Truth.TRUE,
                        Truth.FALSE,
                        Truth.FALSE,
                        List.of(),
                        Truth.TRUE);
                Truth allowed = RULE.allowed(request);
                assertThat(allowed.isUnknown() ? "unknown" : allowed.toString())
                        .as("inputs %x", bits)
                        .isEqualTo(plainAccessPoint(point, bucket));
            }
        }
    }

    @Test
    void the_rule_for_keys_agrees_with_a_plain_reading_everywhere() {
        for (int bits = 0; bits < 1 << INPUTS; bits++) {
            boolean[] in = bits(bits);
            if (isPossible(in)) {
                DecisionRule.Request<Truth> request = keyRequest(truths(in));
                assertThat(RULE.kmsAllows(request)).as("inputs %x", bits).isEqualTo(Truth.of(plainKey(in)));
            }
        }
    }

    @Test
    void an_answer_under_unknowns_holds_however_they_turn_out() {
        Random random = Seed.of(DecisionRuleTest.class);
        for (int round = 0; round < 20_000; round++) {
            List<Truth> partial = new ArrayList<>();
            List<Truth> full = new ArrayList<>();
            for (int at = 0; at < INPUTS; at++) {
                Truth value = Truth.of(random.nextBoolean());
                full.add(value);
                partial.add(random.nextInt(3) == 0 ? Truth.unknown("input " + at) : value);
            }
            Truth before = RULE.allowed(bucketRequest(partial));
            Truth after = RULE.allowed(bucketRequest(full));
            assertThat(before.isUnknown() || before == after).isTrue();
        }
    }

    private static boolean plainBucket(boolean[] in) {
        boolean s3 = false;
        if (service(in)) {
            s3 = direct(in);
        } else if (same(in)) {
            s3 = in[1] || direct(in) || (limited(in) && in[4] && in[5]) || identityAllows(in);
        } else {
            s3 = (direct(in) || limited(in) || account(in)) && (in[1] || identityAllows(in));
        }
        return s3 && in[12] && !in[14];
    }

    private static String plainAccessPoint(boolean[] point, boolean[] bucket) {
        boolean otherAccount = !service(bucket) && !same(bucket);
        if (!plainBucket(point) || !bucket[12]) {
            return "FALSE";
        }
        if (!otherAccount) {
            return plainBucket(bucket) ? "TRUE" : "FALSE";
        }
        boolean granted = direct(bucket) || limited(bucket) || account(bucket);
        boolean side = point[1] || identityAllows(point);
        return granted ? side ? "TRUE" : "unknown" : "FALSE";
    }

    private static boolean plainKey(boolean[] in) {
        boolean side = in[1] || identityAllows(in);
        boolean granted = direct(in) || limited(in) || account(in);
        if (service(in)) {
            return direct(in) && in[12];
        }
        boolean within = direct(in) || (limited(in) && in[4] && in[5]) || (account(in) && side);
        return (same(in) ? within : granted && side) && in[12];
    }

    private static boolean identityAllows(boolean[] in) {
        boolean federated = in[2];
        boolean sessionPolicies = in[6];
        return in[3] && in[4] && in[5] && (!federated || sessionPolicies);
    }

    private static boolean service(boolean[] in) {
        return in[0];
    }

    private static boolean same(boolean[] in) {
        return in[7];
    }

    private static boolean direct(boolean[] in) {
        return in[8];
    }

    private static boolean limited(boolean[] in) {
        return in[9];
    }

    private static boolean account(boolean[] in) {
        return in[10];
    }

    /** A caller without account is in no account; the eleventh input only spaces the others and stays false. */
    private static boolean isPossible(boolean[] in) {
        return !(in[0] && (in[1] || in[2] || in[7])) && !(in[1] && in[2]) && !in[11];
    }

    /** The inputs about access point or bucket: what is said of the caller first, then what begins at this bit. */
    private static boolean[] side(int bits, int first) {
        boolean[] in = new boolean[INPUTS];
        int[] shared = {0, 1, 2, 6};
        int[] own = {7, 3, 4, 8, 9, 10, 12};
        for (int at = 0; at < shared.length; at++) {
            in[shared[at]] = (bits >> at & 1) == 1;
        }
        for (int at = 0; at < own.length; at++) {
            in[own[at]] = (bits >> (first + at) & 1) == 1;
        }
        in[5] = true;
        return in;
    }

    private static boolean[] bits(int bits) {
        boolean[] in = new boolean[INPUTS];
        for (int at = 0; at < INPUTS; at++) {
            in[at] = (bits >> at & 1) == 1;
        }
        return in;
    }

    private static List<Truth> truths(boolean[] in) {
        List<Truth> all = new ArrayList<>();
        for (boolean value : in) {
            all.add(Truth.of(value));
        }
        return all;
    }

    private static DecisionRule.Request<Truth> bucketRequest(List<Truth> in) {
        return new DecisionRule.Request<>(
                caller(in), resource(in), null, Truth.TRUE, in.get(14), Truth.FALSE, List.of(), Truth.TRUE);
    }

    private static DecisionRule.Request<Truth> keyRequest(List<Truth> in) {
        return new DecisionRule.Request<>(
                caller(in),
                resource(in),
                null,
                Truth.TRUE,
                Truth.FALSE,
                Truth.FALSE,
                List.of(resource(in)),
                Truth.TRUE);
    }

    private static Caller<Truth> caller(List<Truth> in) {
        return new Caller<>(in.get(0), Truth.FALSE, in.get(1), in.get(2));
    }

    private static Resource<Truth> resource(List<Truth> in) {
        return new Resource<>(
                in.get(7),
                new Own<>(in.get(3), in.get(4), in.get(5), in.get(6)),
                new Grants<>(in.get(8), in.get(9), in.get(10)),
                in.get(12),
                in.get(13));
    }
}
