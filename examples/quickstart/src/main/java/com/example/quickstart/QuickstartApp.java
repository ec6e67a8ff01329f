package com.example.quickstart;

import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.s3.Bucket;

/** x. */
public final class QuickstartApp {
    private QuickstartApp() {}

    public static void main(String[] args) {
        App app = new App();
        Stack stack = new Stack(app, "Quickstart");
        Bucket.Builder.create(stack, "Data").build();
        System.out.println(app.synth().getDirectory());
    }
}
