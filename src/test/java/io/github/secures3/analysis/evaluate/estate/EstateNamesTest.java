package io.github.secures3.analysis.evaluate.estate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.secures3.analysis.template.EstateReader;
import io.github.secures3.analysis.template.ReadOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Resources by the names that people give invariants and options. */
class EstateNamesTest {

    private static final EstateNames NAMES = EstateNames.of(EstateReader.read(
            List.of(Path.of("src/test/resources/cli/estate.yaml")),
            ReadOptions.defaults().withEnvironment("111122223333", "eu-west-1")));

    @Test
    void resources_of_each_kind_are_found() {
        assertThat(NAMES.bucket("Data").arn()).isEqualTo("arn:aws:s3:::orders-data");
        assertThat(NAMES.bucket("orders-data").element().logicalId()).isEqualTo("Data");
        assertThat(NAMES.identityArn("Reader")).isEqualTo("arn:aws:iam::111122223333:role/Reader");
        assertThat(NAMES.identityArn("auditor")).isEqualTo("arn:aws:iam::111122223333:user/auditor");
        assertThat(NAMES.keyArn("DataKey")).startsWith("arn:aws:kms:eu-west-1:111122223333:key/");
        assertThat(NAMES.accessPointArn("orders")).isEqualTo("arn:aws:s3:eu-west-1:111122223333:accesspoint/orders");
        assertThat(NAMES.endpointId("Endpoint")).contains("Endpoint");
    }

    @Test
    void what_is_not_found_is_told_with_what_there_is() {
        missing(NAMES::bucket, "no bucket is called 'Nowhere'; the templates have Data");
        missing(
                NAMES::identityArn,
                "no role or user is called 'Nowhere'; the templates have Reader, Operator, Auditor; or give an ARN, an"
                        + " account id, a service name or anonymous");
        missing(NAMES::keyArn, "no KMS key is called 'Nowhere'; the templates have DataKey; or give an ARN");
        missing(NAMES::accessPointArn, "no access point is called 'Nowhere'; the templates have Point; or give an ARN");
        missing(
                NAMES::endpointId,
                "no VPC endpoint is called 'Nowhere'; the templates have Endpoint; or give an id such as"
                        + " vpce-1a2b3c4d");
    }

    private static void missing(Function<String, Object> find, String message) {
        assertThatExceptionOfType(UnknownNameException.class)
                .isThrownBy(() -> find.apply("Nowhere"))
                .withMessage(message);
    }
}
