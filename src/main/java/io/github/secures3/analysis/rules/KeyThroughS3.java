package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.evaluate.DemandedKeys;
import io.github.secures3.analysis.finding.Evidence;
import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.model.KmsKey;
import io.github.secures3.analysis.model.LocatedStatement;
import io.github.secures3.policy.Effect;
import io.github.secures3.policy.Principal;
import io.github.secures3.policy.PrincipalType;
import io.github.secures3.policy.Statement;
import io.github.secures3.policy.UnresolvedToken;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Finds key policies that let another account use the key outside of a service, or for anything that the service encrypts: without kms:ViaService its
 * identities can decrypt what they got elsewhere, and without an encryption context S3 uses the key for buckets of theirs, too. Accounts that only
 * the deployment knows are taken to be others, unless they are written as the key's own.
 *
 * @see <a href="https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-via-service">kms:ViaService</a>
 * @see <a href="https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-encryption-context">kms:EncryptionContext</a>
 * @since 0.1
 */
public final class KeyThroughS3 implements Rule {

    private static final RuleProfile PROFILE = RuleProfile.of(
                    "key.through-s3",
                    Severity.NOTE,
                    "Other accounts use the key through S3 and for one bucket alone",
                    "https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html")
            .build();

    private static final String VIA_SERVICE = "kms:viaservice";
    private static final String CONTEXT = "kms:encryptioncontext:aws:s3:arn";

    private static final Set<String> ACCOUNTS = Set.of("kms:calleraccount", "aws:principalaccount", "aws:principalarn");

    private static final Set<String> OF_CALLERS = Set.of(
            "kms:calleraccount",
            "aws:principalaccount",
            "aws:principalarn",
            "aws:principalorgid",
            "aws:principalorgpaths");

    @Override
    public RuleProfile profile() {
        return PROFILE;
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> findings) {
        Claims claims = new Claims(this, findings);
        for (KmsKey key : context.estate().all(KmsKey.class)) {
            key.policy()
                    .known()
                    .ifPresent(policy ->
                            policy.statements().forEach(located -> check(context.estate(), key, located, claims)));
        }
    }

    private static void check(Estate estate, KmsKey key, LocatedStatement located, Claims claims) {
        Statement statement = located.statement();
        List<String> others =
                others(statement, Deployed.account(estate, key.element()).orElse(""));
        if (statement.effect() != Effect.ALLOW || others.isEmpty()) {
            return;
        }
        if (!DemandedKeys.anyIn(statement, Set.of(VIA_SERVICE))) {
            boolean anybody = others.contains("*") && !DemandedKeys.anyIn(statement, OF_CALLERS);
            claims.add(claims.violated(
                            anybody ? Severity.ERROR : Severity.NOTE,
                            key.element(),
                            StatedPolicy.name(located) + " lets " + (anybody ? "anybody" : "another account")
                                    + " use the key outside of S3",
                            "add a condition StringEquals on kms:ViaService with the endpoint of S3, such as"
                                    + " s3.eu-west-1.amazonaws.com")
                    .at(located.at())
                    .with(Evidence.Kind.STATEMENT, shown(others)));
        } else if (!DemandedKeys.anyIn(statement, Set.of(CONTEXT))) {
            claims.add(claims.violated(
                            key.element(),
                            StatedPolicy.name(located) + " lets another account use the key for buckets of its own",
                            "add a condition StringLike on kms:EncryptionContext:aws:s3:arn with the ARNs of the"
                                    + " bucket and its objects")
                    .at(located.at())
                    .with(Evidence.Kind.STATEMENT, shown(others)));
        }
    }

    private static String shown(List<String> others) {
        return "principals: " + UnresolvedToken.shown(String.join(", ", others));
    }

    /** The principals of other accounts, but for AWS services, which act for somebody else. */
    private static List<String> others(Statement statement, String owner) {
        return Optional.ofNullable(statement.principals())
                .filter(principals -> !principals.negated())
                .map(principals -> principals.members().stream()
                        .filter(principal -> principal.isEveryone()
                                ? !isOfTheOwner(statement, owner)
                                : principal.type() == PrincipalType.AWS && !isOf(principal.value(), owner))
                        .map(Principal::value)
                        .toList())
                .orElse(List.of());
    }

    /** Whether conditions leave the owner's account alone of everybody. */
    private static boolean isOfTheOwner(Statement statement, String owner) {
        return statement.conditions().all().stream()
                .filter(condition -> DemandedKeys.isDemand(condition, ACCOUNTS))
                .anyMatch(condition -> condition.values().stream()
                        .allMatch(value ->
                                isOf(value.text(), owner) || value.text().equalsIgnoreCase("${aws:ResourceAccount}")));
    }

    private static boolean isOf(String principal, String account) {
        return principal.equals(account) || principal.contains("::" + account + ":");
    }
}
