package io.github.secures3.constructs.accesspoint;

import io.github.secures3.constructs.bucket.SecureBucket;
import io.github.secures3.testing.Synthesized;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;

/** Apps that stand for the ways of using access points, by name; each is pinned by golden templates. */
final class AccessPointCases {

    static final String READER = "arn:aws:iam::111122223333:role/Reader";
    static final String WRITER = "arn:aws:iam::111122223333:role/Writer";

    private static final Map<String, Consumer<App>> CASES = new TreeMap<>(Map.of(
            "one-stack", app -> oneStack(Synthesized.stack(app, "Storage")),
            "one-stack-bound", app -> oneStack(Synthesized.stack(app, "Storage", "111122223333", "eu-west-1")),
            "everything-on", AccessPointCases::everythingOn,
            "nested-stacks", app -> spread(app, AccessPointSpread.nestedStacks(2)),
            "stacks", app -> spread(app, AccessPointSpread.stacks(2)),
            "cross-account", AccessPointCases::crossAccount,
            "application", AccessPointCases::application,
            "multi-region", AccessPointCases::multiRegion,
            "guard",
                    app -> AccessPointGuard.Builder.create()
                            .deployers("arn:aws:iam::*:role/cdk-*-cfn-exec-role-*")
                            .team("red-", "arn:aws:iam::111122223333:role/Red")
                            .vpcOriginOnly()
                            .build()
                            .managedPolicy(Synthesized.stack(app, "Account"), "Guard")));

    private AccessPointCases() {}

    static Set<String> names() {
        return CASES.keySet();
    }

    static void make(String name, App app) {
        Objects.requireNonNull(CASES.get(name), name).accept(app);
    }

    private static void oneStack(Stack stack) {
        SecureBucket data = new SecureBucket(stack, "Data");
        AccessPointSet.Builder.create(stack, "Points")
                .bucket(data)
                .accessPoint(AccessPoint.Builder.create("team-red")
                        .readers("red/", role(stack, "Reader"))
                        .writers("red/in/", role(stack, "Writer"))
                        .build())
                .accessPoint(AccessPoint.Builder.create("team-blue-2")
                        .readers("blue/", "444455556666", READER)
                        .build())
                .build();
    }

    private static void everythingOn(App app) {
        Stack stack = Synthesized.stack(app, "Storage", "111122223333", "eu-west-1");
        SecureBucket data = SecureBucket.Builder.create(stack, "Data")
                .bucketName("orders-data")
                .build();
        AccessPointSet.Builder.create(stack, "Points")
                .bucket(data)
                .accessPoint(AccessPoint.Builder.create("orders")
                        .vpcId("vpc-1a2b3c4d")
                        .tag("team", "orders")
                        .tag("stage", "production")
                        .readers("", READER)
                        .readers("reports/", role(stack, "Analyst"))
                        .writers("in/", WRITER)
                        .appenders("events/", WRITER)
                        .deleters("in/", WRITER)
                        .build())
                .delegateTo("444455556666")
                .vpcOriginOnly()
                .closeDirectAccess(DirectAccessExemptions.builder()
                        .administrators("arn:aws:iam::111122223333:role/Administrator")
                        .backup("arn:aws:iam::111122223333:role/Backup")
                        .build())
                .build();
    }

    private static void spread(App app, AccessPointSpread spread) {
        Stack stack = Synthesized.stack(app, "Storage");
        AccessPointSet.Builder set = AccessPointSet.Builder.create(stack, "Points")
                .bucket(new SecureBucket(stack, "Data"))
                .spread(spread);
        for (String name : new String[] {"alpha", "beta", "gamma", "delta"}) {
            set.accessPoint(
                    AccessPoint.Builder.create(name).readers(name + "/", READER).build());
        }
        set.build();
    }

    private static void crossAccount(App app) {
        Stack stack = Synthesized.stack(app, "Storage", "111122223333", "eu-west-1");
        SecureBucket data = SecureBucket.Builder.create(stack, "Data")
                .bucketName("orders-data")
                .build();
        AccessPointSet.Builder.create(stack, "Points")
                .bucket(data)
                .accessPoint(AccessPoint.Builder.create("own")
                        .readers("own/", READER)
                        .build())
                .accessPoint(AccessPoint.Builder.create("application")
                        .ownerAccount("444455556666")
                        .readers("application/", "arn:aws:iam::444455556666:role/App")
                        .build())
                .spread(AccessPointSpread.stacks(1))
                .build();
    }

    private static void application(App app) {
        Stack stack = Synthesized.stack(app, "Application");
        ApplicationAccessPoint.Builder.create(stack, "Orders")
                .bucketName("orders-data")
                .bucketAccountId("111122223333")
                .encryptionKeyArn("arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab")
                .accessPoint(AccessPoint.Builder.create("orders-application")
                        .readers("orders/", role(stack, "Reader"))
                        .build())
                .build();
    }

    private static void multiRegion(App app) {
        Stack stack = Synthesized.stack(app, "Global", "111122223333", "eu-west-1");
        MultiRegionAccessPoint.Builder.create(stack, "Orders")
                .name("orders")
                .region("orders-eu")
                .region("orders-us", "444455556666")
                .encryptionKeyArn(
                        "orders-eu", "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab")
                .readers("", role(stack, "Reader"))
                .writers("in/", WRITER)
                .build();
    }

    private static Role role(Stack stack, String id) {
        return Role.Builder.create(stack, id)
                .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
                .build();
    }
}
