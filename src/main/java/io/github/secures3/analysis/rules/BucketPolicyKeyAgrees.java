package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.evaluate.AccessRequest;
import io.github.secures3.analysis.evaluate.AttachedPolicy;
import io.github.secures3.analysis.evaluate.Decision;
import io.github.secures3.analysis.evaluate.Evaluator;
import io.github.secures3.analysis.evaluate.KeyContext;
import io.github.secures3.analysis.evaluate.Outcome;
import io.github.secures3.analysis.evaluate.RequestPrincipal;
import io.github.secures3.analysis.evaluate.Situation;
import io.github.secures3.analysis.evaluate.matching.Truth;
import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.BucketEncryption;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.model.KmsKey;
import io.github.secures3.analysis.model.LocatedPolicy;
import io.github.secures3.analysis.model.LocatedStatement;
import io.github.secures3.analysis.model.Value;
import io.github.secures3.policy.Comparison;
import io.github.secures3.policy.Condition;
import io.github.secures3.policy.ConditionOperator;
import io.github.secures3.policy.Effect;
import io.github.secures3.policy.PolicyDocument;
import io.github.secures3.policy.Principal;
import io.github.secures3.policy.PrincipalType;
import io.github.secures3.policy.Principals;
import io.github.secures3.policy.Statement;
import io.github.secures3.policy.UnresolvedToken;
import io.github.secures3.policy.catalog.ActionDefinition;
import io.github.secures3.policy.catalog.ServiceCatalog;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Finds principals that a bucket policy lets read or write objects and that the policy of the bucket's key refuses, whatever their own policies
 * allow: their requests fail with AccessDenied, although the bucket policy is right. Only principals that are named are judged, and only keys that
 * are in the templates.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html#require-sse-kms">Permissions for SSE-KMS</a>
 * @since 0.1
 */
public final class BucketPolicyKeyAgrees implements Rule {

    private static final RuleProfile PROFILE = RuleProfile.of(
                    "bucket-policy.key-agrees",
                    Severity.WARNING,
                    "Who may read or write objects may use their key",
                    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html#require-sse-kms")
            .build();

    /** What each action asks of the key. */
    private static final Map<String, String> KEY_ACTIONS =
            Map.of("s3:GetObject", "kms:Decrypt", "s3:PutObject", "kms:GenerateDataKey");

    /** Keys that follow from who calls. */
    private static final Set<String> OF_THE_CALLER = Set.of("aws:principalarn", "aws:principalaccount", "aws:userid");

    private static final PolicyDocument EVERYTHING = PolicyDocument.of(
            Statement.allow("Everything").actions("*").resources("*").build());

    @Override
    public RuleProfile profile() {
        return PROFILE;
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> findings) {
        Claims claims = new Claims(this, findings);
        for (Bucket bucket : context.estate().buckets()) {
            key(context.estate(), bucket)
                    .ifPresent(key -> Policies.statements(context.estate(), bucket)
                            .forEach(located -> check(bucket, key, located, claims)));
        }
    }

    /** The key of the default encryption, where its policy is known. */
    private static Optional<KmsKey> key(Estate estate, Bucket bucket) {
        return bucket.encryption().known().orElse(List.of()).stream()
                .filter(rule -> rule.algorithm().isSurely(name -> name.startsWith("aws:kms")))
                .map(BucketEncryption::key)
                .flatMap(name -> name.asText().stream())
                .flatMap(name -> estate.all(KmsKey.class).stream()
                        .filter(key -> key.arn().equals(name)
                                || key.id().asText().filter(name::equals).isPresent()))
                .filter(key -> key.policy().isSurely(LocatedPolicy::isComplete))
                .findFirst();
    }

    private static void check(Bucket bucket, KmsKey key, LocatedStatement located, Claims claims) {
        Statement statement = located.statement();
        Principals principals = statement.principals();
        if (statement.effect() != Effect.ALLOW || principals == null || principals.negated()) {
            return;
        }
        for (Principal principal : principals.members()) {
            if (principal.type() == PrincipalType.AWS && !principal.isEveryone()) {
                KEY_ACTIONS.keySet().stream()
                        .sorted()
                        .filter(action -> allows(statement, action))
                        .forEach(action -> decide(bucket, key, located, principal.value(), action, claims));
            }
        }
    }

    private static boolean allows(Statement statement, String action) {
        return !statement.actions().negated()
                && statement.actions().patterns().stream()
                        .flatMap(pattern -> ServiceCatalog.s3().matching(pattern).stream())
                        .map(ActionDefinition::text)
                        .anyMatch(action::equals);
    }

    private static void decide(
            Bucket bucket, KmsKey key, LocatedStatement located, String principal, String action, Claims claims) {
        String keyAction = KEY_ACTIONS.getOrDefault(action, action);
        claims.require(
                bucket.element(),
                located.at(),
                mayUse(bucket, key, located.statement(), principal, keyAction),
                principal + " may use the key for " + action,
                StatedPolicy.name(located) + " allows " + action + " to " + principal
                        + ", which the key policy refuses",
                "allow the principal " + keyAction + " in the key policy",
                keyAction + " is not allowed by the policy of " + key.element().id() + " at "
                        + Claims.place(key.element(), key.policy()).text());
    }

    private static Truth mayUse(Bucket bucket, KmsKey key, Statement statement, String principal, String action) {
        RequestPrincipal caller;
        try {
            caller = RequestPrincipal.parse(principal);
        } catch (IllegalArgumentException noPrincipal) {
            return Truth.unknown("only the deployment knows who " + principal + " is");
        }
        PolicyDocument policy =
                key.policy().known().map(LocatedPolicy::knownPart).orElse(PolicyDocument.of());
        Situation situation = Situation.builder()
                .identityPolicies(List.of(AttachedPolicy.of(EVERYTHING)))
                .keyPolicy(AttachedPolicy.of(policy))
                .build();
        Decision decision = Evaluator.decide(
                AccessRequest.of(caller, action, key.arn(), call(bucket, key, statement, caller))
                        .withIncompleteContext(),
                situation);
        return decision.outcome() == Outcome.UNDECIDED
                ? Truth.unknown(String.join("; ", decision.unknowns()))
                : Truth.of(decision.isAllowed());
    }

    /** What S3 tells KMS about the call, and what the statement demands of the caller, whom S3 acts for. */
    private static Map<String, List<String>> call(
            Bucket bucket, KmsKey key, Statement statement, RequestPrincipal caller) {
        Map<String, List<String>> call = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        statement.conditions().all().stream()
                .filter(BucketPolicyKeyAgrees::givesOneValue)
                .forEach(condition -> call.put(
                        condition.key(), List.of(condition.values().get(0).text())));
        call.put("aws:SecureTransport", List.of("true"));
        call.put("aws:ViaAWSService", List.of("true"));
        call.put("kms:ViaService", List.of(KeyContext.viaService(key.arn())));
        call.put("kms:EncryptionContextKeys", List.of("aws:s3:arn"));
        call.put("kms:EncryptionContext:aws:s3:arn", List.of(encryptionContext(bucket)));
        if (caller.account() != null) {
            call.put("kms:CallerAccount", List.of(caller.account()));
        }
        return call;
    }

    /** Whether every request that fits the condition carries the same value, to KMS as to S3. */
    private static boolean givesOneValue(Condition condition) {
        String name = condition.key().toLowerCase(Locale.ROOT);
        return condition.operator().equals(ConditionOperator.of(Comparison.STRING_EQUALS))
                && condition.values().size() == 1
                && !condition.values().get(0).text().contains("${")
                && KeyContext.isOfTheCallToS3(name)
                && !OF_THE_CALLER.contains(name);
    }

    private static String encryptionContext(Bucket bucket) {
        Value<Boolean> bucketKey = bucket.encryption().known().orElse(List.of()).stream()
                .findFirst()
                .map(BucketEncryption::bucketKey)
                .orElse(Value.absent());
        Boolean saves = bucketKey.isUnknown() ? null : bucketKey.isSurely(on -> on);
        return KeyContext.encryptionContext(saves, bucket.arn() + "/" + UnresolvedToken.of("key of the object"));
    }
}
