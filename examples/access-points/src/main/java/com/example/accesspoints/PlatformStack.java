package com.example.accesspoints;

import io.github.secures3.constructs.accesspoint.AccessPoint;
import io.github.secures3.constructs.accesspoint.AccessPointGuard;
import io.github.secures3.constructs.accesspoint.AccessPointSet;
import io.github.secures3.constructs.accesspoint.DirectAccessExemptions;
import io.github.secures3.constructs.bucket.SecureBucket;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.constructs.Construct;

/** The bucket, the access points that the platform team keeps itself, and the guard over those who make points. */
final class PlatformStack extends Stack {

    private static final String ROLES = "arn:aws:iam::" + AccessPointsApp.PLATFORM_ACCOUNT + ":role/";

    PlatformStack(Construct scope, String id, StackProps properties) {
        super(scope, id, properties);
        SecureBucket data = SecureBucket.Builder.create(this, "Data")
                .bucketName(AccessPointsApp.BUCKET)
                .build();

        AccessPointSet.Builder.create(this, "Points")
                .bucket(data)
                .accessPoint(AccessPoint.Builder.create("ingest")
                        .appenders("landing/", ROLES + "Ingest")
                        .tag("team", "platform")
                        .build())
                .accessPoint(AccessPoint.Builder.create("curation")
                        .readers("landing/", ROLES + "Curation")
                        .writers("curated/", ROLES + "Curation")
                        .vpcId("vpc-1a2b3c4d")
                        .tag("team", "platform")
                        .build())
                // The teams there add points of their own; no change here when they do.
                .delegateTo(AccessPointsApp.PARTNER_ACCOUNT)
                .closeDirectAccess(DirectAccessExemptions.builder()
                        .administrators(ROLES + "DataAdministrator")
                        .build())
                .build();

        AccessPointGuard.Builder.create()
                .deployers("arn:aws:iam::*:role/cdk-hnb659fds-cfn-exec-role-*")
                .build()
                .managedPolicy(this, "Guard");
    }
}
