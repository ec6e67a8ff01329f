package com.example.quickstart;

import io.github.secures3.constructs.bucket.SecureBucket;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.constructs.Construct;

/** A secure bucket with its key and log bucket, a role that reads reports and a role that writes them. */
final class QuickstartStack extends Stack {

    QuickstartStack(Construct scope, String id) {
        super(scope, id);
        SecureBucket data = new SecureBucket(this, "Data");

        Role reader = Role.Builder.create(this, "Reader")
                .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
                .build();
        Role writer = Role.Builder.create(this, "Writer")
                .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
                .build();
        data.grantRead(reader, "reports/");
        data.grantWrite(writer, "reports/");
    }
}
