package io.github.secures3.constructs.accesspoint;

import io.github.secures3.constructs.bucket.PrintedStatements;
import io.github.secures3.policy.Arn;
import io.github.secures3.policy.PolicyDocument;
import io.github.secures3.policy.Statement;
import io.github.secures3.policy.UnresolvedToken;
import io.github.secures3.policy.json.PolicyWriter;
import io.github.secures3.policy.statements.AllowAccessPointAccounts;
import io.github.secures3.policy.statements.AllowAccessPoints;
import io.github.secures3.policy.statements.AllowMultiRegionAccessPoints;
import io.github.secures3.policy.statements.BucketScope;
import io.github.secures3.policy.statements.DenyAccessPointsOutsideVpc;
import io.github.secures3.policy.statements.DenyDirectAccess;
import io.github.secures3.policy.statements.ProtectiveStatement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.kms.IKey;
import software.constructs.Construct;

/** What bucket and key must say, so that access points can decide about access. */
final class Delegation {

    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");

    private Delegation() {}

    /** The statements of the bucket policy. */
    static PolicyDocument of(
            Refusal refusal,
            AccessPointSetSettings settings,
            BucketTarget bucket,
            PointEnvironment own,
            Collection<AccessPoint> points) {
        if (!settings.delegates) {
            return PolicyDocument.of();
        }
        List<String> owners = owners(settings, own, points);
        refusal.unless(
                !owners.isEmpty(),
                () -> "the set has no access point and delegates to no account; add points, or name accounts with"
                        + " delegateTo");
        try {
            List<ProtectiveStatement> chosen = new ArrayList<>();
            chosen.add(new AllowAccessPoints(owners, settings.delegatedActions, settings.vpcOriginOnly));
            if (settings.multiRegion) {
                chosen.add(new AllowMultiRegionAccessPoints(owners.stream()
                        .map(owner -> "arn:" + own.partition() + ":s3::" + owner + ":accesspoint/*.mrap")
                        .toList()));
            }
            if (settings.vpcOriginOnly) {
                chosen.add(new DenyAccessPointsOutsideVpc());
            }
            if (settings.exemptions != null) {
                chosen.add(new DenyDirectAccess(owners, settings.exemptions.principalArns()));
            }
            BucketScope scope = new BucketScope(bucket.arn());
            return PolicyDocument.of(
                    chosen.stream().map(statement -> statement.on(scope)).toList());
        } catch (IllegalArgumentException malformed) {
            throw refusal.because(String.valueOf(malformed.getMessage()));
        }
    }

    /** Adds the statements to the policies of bucket and key, and warns where those are in other hands. */
    static void apply(AccessPointSetPlan plan, Construct set) {
        List<Statement> refused = new ArrayList<>();
        for (Statement statement : plan.delegation().statements()) {
            if (!plan.bucket().policy().test(statement)) {
                refused.add(statement);
            }
        }
        warn(set, "AccessPointDelegation", "the policy of the bucket", refused);
        if (!plan.delegation().statements().isEmpty()) {
            applyToKey(plan, set);
        }
    }

    private static void applyToKey(AccessPointSetPlan plan, Construct set) {
        IKey key = plan.bucket().key();
        List<String> accounts = new ArrayList<>(keyUsers(plan));
        if (key == null || accounts.isEmpty()) {
            return;
        }
        PointEnvironment own = plan.own();
        String bucketArn = plan.bucket().arnWithoutReference(own.partition());
        Statement statement = new AllowAccessPointAccounts(
                        own.partition(),
                        accounts,
                        "s3." + own.region() + "." + Aws.URL_SUFFIX,
                        bucketArn == null ? List.of() : List.of(bucketArn))
                .statement();
        boolean added = Boolean.TRUE.equals(
                key.addToResourcePolicy(PolicyStatement.fromJson(PolicyWriter.toMap(statement)), true)
                        .getStatementAdded());
        warn(set, "AccessPointKey", "the policy of the key", added ? List.of() : List.of(statement));
    }

    private static void warn(Construct set, String id, String policy, List<Statement> missing) {
        if (!missing.isEmpty()) {
            Annotations.of(set)
                    .addWarningV2(
                            "SecureS3:" + id,
                            policy + " cannot be changed from here; unless it says so already, its owner must add:\n"
                                    + PrintedStatements.of(set, missing));
        }
    }

    private static List<String> owners(
            AccessPointSetSettings settings, PointEnvironment own, Collection<AccessPoint> points) {
        Set<String> owners = new LinkedHashSet<>(settings.delegatedAccounts);
        for (AccessPoint point : points) {
            owners.add(point.ownerAccount() == null ? own.account() : point.ownerAccount());
        }
        return List.copyOf(owners);
    }

    /** Accounts other than the bucket's whose identities may reach the data: owners of points, and grantees. */
    private static Set<String> keyUsers(AccessPointSetPlan plan) {
        Set<String> accounts = new LinkedHashSet<>(plan.settings().delegatedAccounts);
        plan.stacks().forEach((place, points) -> {
            accounts.add(plan.environment(place).account());
            for (AccessPoint point : points) {
                point.grants().forEach(grant -> addAccount(grant.grantee(), accounts));
            }
        });
        accounts.removeIf(
                account -> PointEnvironment.same(account, plan.bucket().account()));
        return accounts;
    }

    private static void addAccount(Grantee grantee, Set<String> accounts) {
        String text = grantee.text();
        if (text != null && ACCOUNT.matcher(text).matches()) {
            accounts.add(text);
        } else if (text != null && !UnresolvedToken.isIn(text)) {
            Arn.find(text).map(Arn::account).ifPresent(accounts::add);
        } else if (grantee.construct() != null) {
            String account = grantee.construct().getGrantPrincipal().getPrincipalAccount();
            if (account != null) {
                accounts.add(account);
            }
        }
    }
}
