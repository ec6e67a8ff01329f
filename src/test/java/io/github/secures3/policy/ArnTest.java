package io.github.secures3.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html */
class ArnTest {

    @Test
    void keeps_colons_and_slashes_of_the_resource() {
        Arn arn = Arn.parse("arn:aws:s3:::logs/a:b/c");

        assertThat(arn).isEqualTo(new Arn("aws", "s3", "", "", "logs/a:b/c"));
        assertThat(arn.text()).isEqualTo("arn:aws:s3:::logs/a:b/c");
    }

    @Test
    void refuses_what_is_no_arn_and_says_how_one_looks() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Arn.parse("logs"))
                .withMessage(
                        "'logs' is no ARN; write arn:partition:service:region:account:resource, such as arn:aws:s3:::bucket");
    }

    @Test
    void parts_nothing_inside_an_unknown_value() {
        Arn arn = Arn.parse("arn:aws:iam::${Token[App.AWS::AccountId]}:role/${Token[App.Reader.Name]}");

        assertThat(arn.account()).isEqualTo("${Token[App.AWS::AccountId]}");
        assertThat(arn.resource()).isEqualTo("role/${Token[App.Reader.Name]}");
    }

    @Test
    void takes_a_token_for_no_arn() {
        assertThat(Arn.find("${Token[Bucket.Arn.12]}")).isEmpty();
    }
}
