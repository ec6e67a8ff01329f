package io.github.secures3.constructs.accesspoint;

import io.github.secures3.policy.statements.AllowAccessPoints;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.kms.IKey;

/** What a set was asked to be; the field values here are the defaults. */
final class AccessPointSetSettings {

    @Nullable
    BucketTarget bucket;

    @Nullable
    String bucketAccountId;

    @Nullable
    IKey encryptionKey;

    final List<AccessPoint> points = new ArrayList<>();
    final List<Path> files = new ArrayList<>();
    final List<String> delegatedAccounts = new ArrayList<>();
    List<String> delegatedActions = AllowAccessPoints.dataActions();
    boolean vpcOriginOnly;
    boolean multiRegion;
    boolean delegates = true;

    @Nullable
    DirectAccessExemptions exemptions;

    AccessPointSpread spread = AccessPointSpread.oneStack();
}
