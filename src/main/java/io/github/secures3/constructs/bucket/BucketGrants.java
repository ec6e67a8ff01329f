package io.github.secures3.constructs.bucket;

import io.github.secures3.constructs.InvalidConfigurationException;
import io.github.secures3.policy.Resources;
import io.github.secures3.policy.Statement;
import io.github.secures3.policy.UnresolvedToken;
import io.github.secures3.policy.json.PolicyWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.Grant;
import software.amazon.awscdk.services.iam.GrantOnPrincipalOptions;
import software.amazon.awscdk.services.iam.IGrantable;
import software.amazon.awscdk.services.iam.IIdentity;
import software.amazon.awscdk.services.iam.IPrincipal;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.kms.IKey;
import software.constructs.Construct;

/**
 * Grants on a bucket and its key.
 *
 * <p>A principal of the same account gets statements in its own policy. One of another account, or of an account that is not known,
 * gets them in the bucket policy and key policy besides. The CDK's own grants drop their conditions there; these keep them.
 */
final class BucketGrants {

    private final Construct owner;
    private final String bucketArn;
    private final @Nullable IKey key;
    private final @Nullable String keyArn;
    private final BucketPolicySide bucketPolicy;

    /** Takes what a principal's own policy cannot say: that the bucket trusts another account. */
    interface BucketPolicySide {
        /** Adds the statements for the principal to the bucket policy, or refuses them all. */
        void allow(IPrincipal principal, List<Statement> statements);
    }

    BucketGrants(
            Construct owner,
            String bucketArn,
            @Nullable IKey key,
            @Nullable String keyArn,
            BucketPolicySide bucketPolicy) {
        this.owner = owner;
        this.bucketArn = bucketArn;
        this.key = key;
        this.keyArn = keyArn;
        this.bucketPolicy = bucketPolicy;
    }

    Grant grant(BucketAccess access, IGrantable grantee, String prefix) {
        requirePrefix(prefix);
        IPrincipal principal = grantee.getGrantPrincipal();
        Stack stack = Stack.of(owner);
        List<Statement> onBucket = access.onBucket(bucketArn, prefix);
        requireIdentity(principal, onBucket.get(0));
        boolean sameAccount = isSameAccount(stack, principal);
        Optional<Statement> onKey = onKey(access, stack, sameAccount);
        if (!sameAccount) {
            // The key first: an imported one refuses, and then nothing has changed.
            onKey.ifPresent(statement -> allowOnKey(principal, statement));
            bucketPolicy.allow(principal, onBucket);
        }
        List<Grant> grants = new ArrayList<>();
        for (Statement statement : onBucket) {
            Grant grant = onPrincipal(grantee, statement);
            grants.add(grant);
            if (sameAccount && !isMade(grant)) {
                bucketPolicy.allow(principal, List.of(statement));
            }
        }
        onKey.ifPresent(statement -> {
            Grant grant = onPrincipal(grantee, statement);
            grants.add(grant);
            if (sameAccount && !isMade(grant)) {
                allowOnKey(principal, statement);
            }
        });
        return grants.stream().reduce(Grant::combine).orElseThrow();
    }

    private Optional<Statement> onKey(BucketAccess access, Stack stack, boolean sameAccount) {
        if (keyArn == null) {
            return Optional.empty();
        }
        // A stack of another account cannot refer to a key that this one makes: there it is whichever key the bucket
        // has.
        boolean named = sameAccount || !UnresolvedToken.isIn(keyArn) || UnresolvedToken.isIn(stack.getAccount());
        String arn = named
                ? keyArn
                : "arn:" + Aws.PARTITION + ":kms:" + stack.getRegion() + ":" + stack.getAccount() + ":key/*";
        return access.onKey(arn, bucketArn, "s3." + stack.getRegion() + "." + Aws.URL_SUFFIX);
    }

    private void allowOnKey(IPrincipal principal, Statement statement) {
        if (key != null) {
            Statement here = onThisKey(statement);
            KeyPolicies.allow(
                    owner, key, forPrincipal(principal, here), PrintedStatements.withPrincipal(principal, here));
        }
    }

    private static boolean isMade(Grant grant) {
        return Boolean.TRUE.equals(grant.getSuccess());
    }

    /** The statement as the CDK's, for a principal whatever its kind and conditions. */
    static PolicyStatement forPrincipal(IPrincipal principal, Statement statement) {
        return PolicyStatement.Builder.create()
                .actions(statement.actions().patterns())
                .resources(resources(statement))
                .conditions(conditions(statement))
                .principals(List.of(principal))
                .build();
    }

    private static Grant onPrincipal(IGrantable grantee, Statement statement) {
        return Grant.addToPrincipal(GrantOnPrincipalOptions.builder()
                .grantee(grantee)
                .actions(statement.actions().patterns())
                .resourceArns(resources(statement))
                .conditions(conditions(statement))
                .build());
    }

    /** In a key policy {@code *} is the key that the policy stands on; its ARN would be a cycle. */
    private static Statement onThisKey(Statement statement) {
        return new Statement(
                statement.sid(),
                statement.effect(),
                statement.principals(),
                statement.actions(),
                Resources.of("*"),
                statement.conditions());
    }

    private static List<String> resources(Statement statement) {
        Resources resources = statement.resources();
        return resources == null ? List.of() : resources.patterns();
    }

    @SuppressWarnings("unchecked") // the writer's condition block is operator to key to values
    private static Map<String, ? extends Map<String, ? extends Object>> conditions(Statement statement) {
        Object block = PolicyWriter.toMap(statement).get("Condition");
        return block == null ? Map.of() : (Map<String, Map<String, Object>>) block;
    }

    /** Two accounts that are both unknown belong to the same environment-agnostic app. */
    private static boolean isSameAccount(Stack stack, IPrincipal principal) {
        String account = principal.getPrincipalAccount();
        if (account == null) {
            return false;
        }
        String own = stack.getAccount();
        return own.equals(account) || (UnresolvedToken.isIn(own) && UnresolvedToken.isIn(account));
    }

    /** Without a slash at its end the prefix {@code team1} would reach {@code team10} too, whatever a token in it turns into. */
    private void requirePrefix(String prefix) {
        boolean plain = UnresolvedToken.removeFrom(prefix).chars().noneMatch(c -> c == '*' || c == '?' || c == '$');
        boolean valid = prefix.isEmpty() || (prefix.endsWith("/") && !prefix.startsWith("/") && plain);
        if (!valid) {
            throw refuse(
                    "prefix '" + prefix + "' cannot be granted; use a folder such as reports/ that ends with a slash,"
                            + " does not start with one and holds no wildcard");
        }
    }

    /** Identities of the CDK are single ones; any other principal can be everyone or a service under a wrapper. */
    private void requireIdentity(IPrincipal principal, Statement statement) {
        if (principal instanceof IIdentity) {
            return;
        }
        Statement allowed = PrintedStatements.withPrincipal(principal, statement);
        if (Everyone.canUseServiceIn(allowed)) {
            throw refuse("an AWS service cannot be granted access without saying for whom it acts; add a statement with"
                    + " aws:SourceArn and aws:SourceAccount conditions through addToResourcePolicy");
        }
        if (Everyone.isAllowedBy(allowed)) {
            throw refuse("everyone cannot be granted access to a secure bucket; name roles, users or accounts");
        }
    }

    private InvalidConfigurationException refuse(String problem) {
        return new InvalidConfigurationException(owner.getNode().getPath(), problem);
    }
}
