package io.github.secures3.constructs.replication;

import io.github.secures3.agreement.TwoReadings;
import io.github.secures3.policy.PolicyDocument;
import io.github.secures3.policy.catalog.ActionDefinition;
import io.github.secures3.policy.catalog.ServiceCatalog;
import io.github.secures3.requests.TestRequest;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** What S3 asks for under the replication role, on either side. */
final class RoleRequests {

    static final String ROLE = "arn:aws:iam::111122223333:role/acme-data-replication";
    static final String OTHER_ROLE = "arn:aws:iam::111122223333:role/app/Writer";
    static final String DATA = "arn:aws:s3:::acme-data";
    static final String COPY = "arn:aws:s3:::acme-copy";
    static final String OBJECT = "/reports/a:b.csv";
    static final String SOURCE_KEY = "arn:aws:kms:eu-west-1:111122223333:key/databucket";
    static final String REPLICA_KEY = "arn:aws:kms:eu-central-1:111122223333:key/copybucket";

    private RoleRequests() {}

    static TestRequest byRole(String action, String resource) {
        return TestRequest.byIdentity(ROLE, action, resource);
    }

    /** S3 uses the key of a bucket, with the bucket's ARN as its context: with an S3 Bucket Key. */
    static TestRequest onKey(String action, String key, String region, String context) {
        return byRole(action, key)
                .with("kms:ViaService", "s3." + region + ".amazonaws.com")
                .with("kms:EncryptionContext:aws:s3:arn", context)
                .with("kms:ResourceAliases", "alias/acme-copy");
    }

    static TestRequest decrypt(String context) {
        return onKey("kms:Decrypt", SOURCE_KEY, "eu-west-1", context);
    }

    static TestRequest encrypt(String context) {
        return onKey("kms:Encrypt", REPLICA_KEY, "eu-central-1", context);
    }

    /** All actions of S3 that the document allows on the resource, of all that there are. */
    static SortedSet<String> allowedS3(PolicyDocument document, String resource) {
        return allowed(document, ServiceCatalog.s3(), byRole("s3:GetObject", resource));
    }

    /** All actions of KMS that the document allows for a request, of all that there are. */
    static SortedSet<String> allowedKms(PolicyDocument document, TestRequest request) {
        return allowed(document, ServiceCatalog.kms(), request);
    }

    private static SortedSet<String> allowed(PolicyDocument document, ServiceCatalog catalog, TestRequest request) {
        List<String> actions =
                catalog.actions().stream().map(ActionDefinition::text).toList();
        TreeSet<String> allowed = new TreeSet<>();
        for (String action : actions) {
            if (TwoReadings.allows(document, request.doing(action))) {
                allowed.add(action);
            }
        }
        return allowed;
    }
}
