package com.example.accesspoints;

import io.github.secures3.constructs.accesspoint.AccessPoint;
import io.github.secures3.constructs.accesspoint.ApplicationAccessPoint;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.constructs.Construct;

/** An application of the bucket's own account, with the access point that it reads through. */
final class ReportingStack extends Stack {

    ReportingStack(Construct scope, String id, StackProps properties) {
        super(scope, id, properties);
        Role reporter = Role.Builder.create(this, "Reporter")
                .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
                .build();

        ApplicationAccessPoint.Builder.create(this, "DataLake")
                .bucketName(AccessPointsApp.BUCKET)
                .bucketAccountId(AccessPointsApp.PLATFORM_ACCOUNT)
                // Whichever key the bucket has: the role may use it through S3 and for this bucket alone.
                .encryptionKeyArn(
                        "arn:aws:kms:" + AccessPointsApp.REGION + ":" + AccessPointsApp.PLATFORM_ACCOUNT + ":key/*")
                .accessPoint(AccessPoint.Builder.create("reporting")
                        .readers("curated/", reporter)
                        .tag("team", "reporting")
                        .build())
                .build();
    }
}
