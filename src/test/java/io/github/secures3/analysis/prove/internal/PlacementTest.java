package io.github.secures3.analysis.prove.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.analysis.evaluate.AccessRequest;
import io.github.secures3.analysis.evaluate.Encryption;
import io.github.secures3.analysis.evaluate.RequestPrincipal;
import io.github.secures3.analysis.evaluate.Situation;
import io.github.secures3.analysis.evaluate.matching.Truth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The key that serves an upload.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/specifying-kms-encryption.html">Specifying SSE-KMS</a>
 */
class PlacementTest {

    private static final String OBJECT = "arn:aws:s3:::data/a";
    private static final String OF_THE_BUCKET = "arn:aws:kms:eu-west-1:111122223333:key/bucket";
    private static final String ANOTHER = "arn:aws:kms:eu-west-1:444455556666:key/another";
    private static final Situation DISABLED = Situation.builder()
            .encryption(new Encryption("aws:kms", OF_THE_BUCKET, null))
            .keyEnabled(Truth.FALSE)
            .build();

    private static Situation upload(Map<String, List<String>> headers) {
        RequestPrincipal caller = RequestPrincipal.parse("arn:aws:iam::111122223333:user/u");
        return Placement.of(AccessRequest.of(caller, "s3:PutObject", OBJECT, headers), DISABLED, OBJECT);
    }

    private static Map<String, List<String>> key(String arn) {
        return Map.of("s3:x-amz-server-side-encryption-aws-kms-key-id", List.of(arn));
    }

    @Test
    void a_key_that_headers_name_is_enabled_though_that_of_the_bucket_is_not() {
        assertThat(upload(key(ANOTHER)).keyEnabled()).isEqualTo(Truth.TRUE);
        assertThat(upload(Map.of("s3:x-amz-server-side-encryption", List.of("aws:kms")))
                        .keyEnabled())
                .isEqualTo(Truth.TRUE);
    }

    @Test
    void the_key_of_the_bucket_stays_disabled_where_headers_name_it_or_none() {
        assertThat(upload(key(OF_THE_BUCKET)).keyEnabled()).isEqualTo(Truth.FALSE);
        assertThat(upload(Map.of()).keyEnabled()).isEqualTo(Truth.FALSE);
    }
}
