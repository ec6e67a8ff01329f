package io.github.secures3.analysis.template;

import io.github.secures3.analysis.model.BucketEncryption;
import io.github.secures3.analysis.model.Value;
import java.util.List;

/**
 * Reads the default encryption of general purpose and directory buckets.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-s3-bucket-serversideencryptionrule.html">ServerSideEncryptionRule</a>
 */
final class Encryption {

    private Encryption() {}

    static Value<List<BucketEncryption>> of(Properties configuration) {
        return configuration.list("ServerSideEncryptionConfiguration", rule -> {
            Properties byDefault = rule.child("ServerSideEncryptionByDefault");
            return new BucketEncryption(
                    byDefault.text("SSEAlgorithm"),
                    byDefault.text("KMSMasterKeyID"),
                    rule.flag("BucketKeyEnabled"),
                    rule.child("BlockedEncryptionTypes").texts("EncryptionType"));
        });
    }
}
