package io.github.secures3.policy.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeySpellingTest {

    @ParameterizedTest
    @CsvSource({
        "aws:securetransport, aws:SecureTransport",
        "S3:TLSVERSION, s3:TlsVersion",
        "kms:encryptioncontext:aws:s3:arn, kms:EncryptionContext:aws:s3:arn",
        "aws:principaltag/Team, aws:PrincipalTag/Team",
        "s3:existingobjecttag/class, s3:ExistingObjectTag/class",
        "aws:principaltag/, aws:principaltag/",
        "s3:nosuchkey, s3:nosuchkey",
        "nocolon, nocolon",
        "custom:Key, custom:Key"
    })
    void spells_keys_as_aws_does_and_leaves_what_policies_choose(String written, String spelled) {
        assertThat(KeySpelling.of(written)).isEqualTo(spelled);
    }
}
