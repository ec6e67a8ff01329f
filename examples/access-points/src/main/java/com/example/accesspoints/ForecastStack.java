package com.example.accesspoints;

import io.github.secures3.constructs.accesspoint.AccessPoint;
import io.github.secures3.constructs.accesspoint.ApplicationAccessPoint;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.constructs.Construct;

/** An application of another account, with the access point that it reads and writes through. */
final class ForecastStack extends Stack {

    ForecastStack(Construct scope, String id, StackProps properties) {
        super(scope, id, properties);
        Role forecaster = Role.Builder.create(this, "Forecaster")
                .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
                .build();

        ApplicationAccessPoint.Builder.create(this, "DataLake")
                .bucketName(AccessPointsApp.BUCKET)
                .bucketAccountId(AccessPointsApp.PLATFORM_ACCOUNT)
                // Whichever key the bucket has: the role may use it through S3 and for this bucket alone.
                .encryptionKeyArn(
                        "arn:aws:kms:" + AccessPointsApp.REGION + ":" + AccessPointsApp.PLATFORM_ACCOUNT + ":key/*")
                .accessPoint(AccessPoint.Builder.create("forecast")
                        .readers("curated/", forecaster)
                        .writers("forecasts/", forecaster)
                        .tag("team", "forecast")
                        .build())
                .build();
    }
}
