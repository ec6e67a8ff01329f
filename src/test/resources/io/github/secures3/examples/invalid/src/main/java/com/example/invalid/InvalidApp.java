package com.example.invalid;

import java.util.Map;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.s3.CfnBucket;

/** Writes a template that CloudFormation would refuse: a bucket has no such property. */
public final class InvalidApp {

    private InvalidApp() {}

    public static void main(String[] args) {
        App app = new App(AppProps.builder()
                .outdir(System.getenv("CDK_OUTDIR"))
                .context(Map.of("@aws-cdk/core:validateAgainstDefaultRules", true))
                .build());
        CfnBucket bucket = new CfnBucket(new Stack(app, "Invalid"), "Bucket");
        bucket.addPropertyOverride("Versioned", true);
        app.synth();
    }
}
