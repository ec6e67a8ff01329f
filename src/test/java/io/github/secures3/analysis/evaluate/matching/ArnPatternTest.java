package io.github.secures3.analysis.evaluate.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.policy.PolicyVersion;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Wildcards in ARNs, in {@code Resource} and in conditions.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html">Wildcards in resource ARNs</a>
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN">ARN
 *     condition operators</a>
 */
class ArnPatternTest {

    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource({
        "*, arn:aws:s3:::data/key, TRUE",
        "arn:aws:s3:::data/*, arn:aws:s3:::data/key, TRUE",
        "arn:aws:s3:::data/*, arn:aws:s3:::data, FALSE",
        "arn:aws:s3:::data*, arn:aws:s3:::data-2/key, TRUE",
        "arn:aws:s3:::data/*/test/*, arn:aws:s3:::data/1/2/test/o.jpg, TRUE",
        "arn:aws:s3:::data/*/test/*, arn:aws:s3:::data/1-test/o.jpg, FALSE",
        "arn:aws:s3:::data/?, arn:aws:s3:::data/a, TRUE",
        "arn:aws:s3:::data/?, arn:aws:s3:::data/ab, FALSE",
        "arn:aws:s3:::data/a*z, arn:aws:s3:::data/a:b:z, TRUE",
        "arn:aws:s3:::data/?, arn:aws:s3:::data/:, TRUE",
        "arn:aws:s3:::Data/*, arn:aws:s3:::data/key, FALSE",
        "arn:*:s3:::data/*, arn:aws-cn:s3:::data/key, TRUE",
        "arn:aws:s3*, arn:aws:s3:::data/key, TRUE",
        "arn:aws:s3:*, arn:aws:s3:us-east-1:111122223333:accesspoint/a, TRUE",
        "arn:aws:s3:*:accesspoint/a, arn:aws:s3:us-east-1:111122223333:accesspoint/a, TRUE",
        "arn:aws:s3:us-*-1:accesspoint/a, arn:aws:s3:us-east-1:111122223333-1:accesspoint/a, UNKNOWN",
        "arn:aws:s3:us-east-1?111122223333:accesspoint/a, arn:aws:s3:us-east-1:111122223333:accesspoint/a, UNKNOWN",
        "a?n:aws:s3:::data, arn:aws:s3:::data, TRUE",
        "a?n:aws:s3:::data, an:aws:s3:::data, FALSE",
        "arn?aws:s3:::data, arn:aws:s3:::data, UNKNOWN",
        "arn:aws:s3:::d?t?, arn:aws:s3:::data, TRUE",
        "arn:aws:s3:::d?t?/k, arn:aws:s3:::data:k, FALSE",
        "arn:aws:s3:*:*:a*b, arn:aws:s3:r:1:aXb, TRUE",
        "arn:aws:s3:*:*:a*b, arn:aws:s3:r:1:a:b, TRUE",
        "arn:a*s:s3:::data, arn:aws:s3:::data, TRUE",
        "arn:a*3:::data, arn:aws:s3:::data, UNKNOWN",
        "arn:*, arn:aws:s3:::data/key, TRUE",
        "a*n:aws:s3:*:b, arn:aws:s3:::b, TRUE",
        "a*n:aws:s3:*:b, arn:aws:s3:x:y:z:b, TRUE",
        "arn:aws:s3:::${Token[Bucket]}/*, arn:aws:s3:::${Token[Bucket]}/key, TRUE",
        "arn:aws:s3:::${Token[Bucket]}/*, arn:aws:s3:::data/key, UNKNOWN",
        "arn:aws:s3:::${Token[Bucket]}/*, arn:aws:sns:us-east-1:111122223333:topic, FALSE",
        "arn:${Token[Partition]}:s3:::data/*, arn:${Token[Partition]}:s3:::data/key, TRUE",
        "${Token[Bucket.Arn]}/*, ${Token[Bucket.Arn]}/key, TRUE",
        "${Token[Bucket.Arn]}/*, arn:aws:s3:::data/key, UNKNOWN",
        "arn:aws:s3:::data/${aws:username}/*, arn:aws:s3:::data/Bob/x, TRUE",
        "arn:aws:s3:::data/${aws:username}/*, arn:aws:s3:::data/Eve/x, FALSE",
        "arn:aws:s3:::data/${aws:absent}/*, arn:aws:s3:::data/Eve/x, FALSE"
    })
    void in_resource_a_wildcard_stays_in_its_segment_unless_it_ends_it(String pattern, String arn, String expected) {
        Truth truth = ArnPattern.resource(pattern, PolicyVersion.V2012_10_17).matches(arn, ArnPatternTest::context);
        assertThat(shown(truth)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource({
        "arn:aws:someservice:*:111122223333:finance/*, arn:aws:someservice:us-east-2:111122223333:finance/d.txt, TRUE",
        "arn:aws:someservice:*:111122223333:finance/*,"
                + " arn:aws:someservice:us-east-2:123456789012:store/abc:111122223333:finance/d.txt, FALSE",
        "arn:aws:iam::*:role/*, arn:aws:iam::111122223333:role/team/Reader, TRUE",
        "arn:aws:iam::*, arn:aws:iam::111122223333:role/Reader, FALSE",
        "arn:aws:s3:::data/*, arn:aws:s3:::data/a:b, TRUE",
        "*, arn:aws:s3:::data, TRUE",
        "arn:*:iam::111122223333:role/${aws:username}, arn:aws:iam::111122223333:role/Bob, TRUE",
        "arn:*:iam::${Token[Account]}:root, arn:aws:iam::111122223333:root, UNKNOWN"
    })
    void in_conditions_each_component_is_compared_by_itself(String pattern, String arn, String expected) {
        Truth truth = ArnPattern.condition(pattern, PolicyVersion.V2012_10_17).matches(arn, ArnPatternTest::context);
        assertThat(shown(truth)).isEqualTo(expected);
    }

    private static ContextValue context(String key) {
        return key.equals("aws:username") ? ContextValue.of("Bob") : ContextValue.ABSENT;
    }

    private static String shown(Truth truth) {
        return truth.isUnknown() ? "UNKNOWN" : truth.toString();
    }
}
