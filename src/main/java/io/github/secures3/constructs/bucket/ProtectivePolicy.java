package io.github.secures3.constructs.bucket;

import io.github.secures3.policy.Statement;
import io.github.secures3.policy.statements.BucketScope;
import io.github.secures3.policy.statements.DenyGovernanceBypass;
import io.github.secures3.policy.statements.DenyInsecureTransport;
import io.github.secures3.policy.statements.DenyKmsWithoutKeyId;
import io.github.secures3.policy.statements.DenyLegalHoldRelease;
import io.github.secures3.policy.statements.DenyOtherEncryption;
import io.github.secures3.policy.statements.DenyOtherKmsKey;
import io.github.secures3.policy.statements.DenyOutsideNetwork;
import io.github.secures3.policy.statements.DenyOutsideOrganization;
import io.github.secures3.policy.statements.DenyOverwrite;
import io.github.secures3.policy.statements.DenyPresignedRequestsOlderThan;
import io.github.secures3.policy.statements.DenySseC;
import io.github.secures3.policy.statements.DenyTlsBelow;
import io.github.secures3.policy.statements.ProtectiveStatement;
import io.github.secures3.policy.statements.TlsVersion;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The statements of a bucket policy that follow from its settings, in a fixed order. */
final class ProtectivePolicy {

    private ProtectivePolicy() {}

    static List<Statement> statements(SecureBucketSettings settings, BucketScope bucket, @Nullable String keyArn) {
        List<ProtectiveStatement> chosen = new ArrayList<>();
        transport(settings, chosen);
        encryption(settings, keyArn, chosen);
        perimeters(settings, chosen);
        uploads(settings, chosen);
        List<Statement> statements = new ArrayList<>();
        chosen.forEach(statement -> statements.add(statement.on(bucket)));
        statements.addAll(settings.statements);
        return statements;
    }

    private static void transport(SecureBucketSettings settings, List<ProtectiveStatement> chosen) {
        chosen.add(new DenyInsecureTransport());
        TlsVersion oldest = settings.oldestTls();
        if (oldest != null) {
            chosen.add(new DenyTlsBelow(oldest));
        }
    }

    private static void encryption(
            SecureBucketSettings settings, @Nullable String keyArn, List<ProtectiveStatement> chosen) {
        if (settings.sseCBlocked) {
            chosen.add(new DenySseC());
        }
        if (!settings.onlyOwnKey) {
            return;
        }
        chosen.add(new DenyOtherEncryption(settings.encryption.algorithm()));
        if (keyArn != null) {
            chosen.add(new DenyOtherKmsKey(keyArn));
            chosen.add(new DenyKmsWithoutKeyId());
        }
    }

    private static void perimeters(SecureBucketSettings settings, List<ProtectiveStatement> chosen) {
        DenyOutsideOrganization organization = settings.organizationPerimeter();
        if (organization != null) {
            chosen.add(organization);
        }
        if (settings.confusedDeputy != null) {
            chosen.add(settings.confusedDeputy);
        }
        if (settings.networkPerimeter != null) {
            chosen.add(new DenyOutsideNetwork(settings.networkPerimeter));
        }
        if (settings.maximumPresignedUrlAge != null) {
            chosen.add(new DenyPresignedRequestsOlderThan(settings.maximumPresignedUrlAge));
        }
    }

    private static void uploads(SecureBucketSettings settings, List<ProtectiveStatement> chosen) {
        if (settings.unsignedPayloads != null) {
            chosen.add(settings.unsignedPayloads);
        }
        if (settings.writeOnce) {
            chosen.add(new DenyOverwrite());
        }
        ObjectLock lock = settings.objectLock;
        if (lock != null && lock.mode() == ObjectLock.Mode.GOVERNANCE) {
            chosen.add(new DenyGovernanceBypass(lock.bypassPrincipalArns()));
            chosen.add(new DenyLegalHoldRelease(lock.bypassPrincipalArns()));
        }
    }
}
