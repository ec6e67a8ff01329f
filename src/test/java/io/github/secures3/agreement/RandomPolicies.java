package io.github.secures3.agreement;

import io.github.secures3.analysis.evaluate.AttachedPolicy;
import io.github.secures3.policy.Actions;
import io.github.secures3.policy.Comparison;
import io.github.secures3.policy.Condition;
import io.github.secures3.policy.ConditionOperator;
import io.github.secures3.policy.ConditionOperator.Quantifier;
import io.github.secures3.policy.Conditions;
import io.github.secures3.policy.Effect;
import io.github.secures3.policy.PolicyDocument;
import io.github.secures3.policy.PolicyVersion;
import io.github.secures3.policy.Principal;
import io.github.secures3.policy.PrincipalType;
import io.github.secures3.policy.Principals;
import io.github.secures3.policy.Resources;
import io.github.secures3.policy.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Policies of few words, so that random requests often meet them. */
final class RandomPolicies {

    static final List<String> ACTIONS =
            List.of("s3:GetObject", "s3:PutObject", "s3:ListBucket", "s3:DeleteObject", "s3:PutBucketPolicy");

    private static final List<String> ACTION_PATTERNS = List.of(
            "s3:*", "*", "s3:Get*", "s3:GetObject", "S3:PUTOBJECT", "s3:List*", "s3:*Object", "s3:PutBucketPolicy");
    private static final List<String> RESOURCES = List.of(
            "*",
            "arn:aws:s3:::data-1",
            "arn:aws:s3:::data-1/*",
            "arn:aws:s3:::data-1/a*",
            "arn:aws:s3:::*/a",
            "arn:aws:s3:::data-1/${aws:username}",
            "arn:aws:s3:::data-1/${aws:PrincipalTag/team}*",
            "arn:aws:s3:::other/*",
            "arn:*:s3:::data-1/b",
            "arn:aws:s3:*:data/b",
            "arn:aws:s3:::d?ta-1/?",
            "arn:aws:s3:us-east-1:111122223333:accesspoint/ap/object/*",
            "arn:aws:s3:us-east-1:111122223333:accesspoint/ap",
            "arn:aws:s3:*:*:accesspoint/*");
    private static final List<Principal> PRINCIPALS = List.of(
            Principal.everyone(),
            Principal.everyone(),
            Principal.aws("*"),
            Principal.aws("111122223333"),
            Principal.aws("arn:aws:iam::444455556666:root"),
            Principal.aws("arn:aws:iam::111122223333:role/Read-1"),
            Principal.aws("arn:aws:sts::111122223333:assumed-role/Read-1/s"),
            Principal.aws("arn:aws:sts::444455556666:assumed-role/Out-2/s"),
            Principal.aws("arn:aws:iam::111122223333:user/u"),
            Principal.aws("arn:aws:iam::444455556666:user/p/w"),
            Principal.aws("arn:aws:iam::444455556666:role/Out-2"),
            Principal.aws("arn:aws:sts::111122223333:federated-user/f"),
            Principal.aws("AROADELETED"),
            Principal.service("cloudtrail.amazonaws.com"),
            Principal.service("logging.s3.amazonaws.com"),
            Principal.federated("accounts.example.com"),
            Principal.canonicalUser("79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be"));
    private static final List<String> KMS_ACTIONS = List.of("kms:*", "kms:Decrypt", "kms:GenerateDataKey", "kms:Enc*");

    private final Random random;
    private final List<SampleKey> keys;
    private final UnaryOperator<String> words;

    /**
     * A source of policies.
     *
     * @param keys the keys that they ask about
     * @param words what takes the place of each text, which is how values become unknown
     */
    RandomPolicies(Random random, List<SampleKey> keys, UnaryOperator<String> words) {
        this.random = random;
        this.keys = keys;
        this.words = words;
    }

    /** The policy of a resource. */
    AttachedPolicy ofResource() {
        return policy(true, false, keys);
    }

    /** The policy of a principal. */
    AttachedPolicy ofPrincipal() {
        return policy(false, false, keys);
    }

    /** The policy of a KMS key. */
    AttachedPolicy ofKey() {
        List<SampleKey> all = new ArrayList<>(SampleKey.OF_KMS);
        all.addAll(keys);
        return policy(true, true, all);
    }

    /** A service control policy or the like: it mostly allows. */
    AttachedPolicy allowingMuch() {
        List<Statement> statements = new ArrayList<>();
        if (random.nextInt(4) > 0) {
            statements.add(
                    new Statement(null, Effect.ALLOW, null, Actions.of("*"), Resources.of("*"), Conditions.none()));
        }
        statements.add(statement(random.nextInt(3) == 0 ? Effect.ALLOW : Effect.DENY, false, false, keys));
        return attached(statements);
    }

    /** A resource control policy: it denies. */
    AttachedPolicy denying() {
        return attached(List.of(statement(Effect.DENY, true, false, keys)));
    }

    /** A statement that asks about requests. */
    Statement question() {
        Principals who = random.nextBoolean() ? null : principals();
        Resources which = random.nextInt(3) > 0 ? null : resources(false);
        return new Statement(null, Effect.DENY, who, actions(false), which, conditions(keys, random.nextInt(3)));
    }

    private AttachedPolicy policy(boolean named, boolean ofKey, List<SampleKey> from) {
        List<Statement> statements = new ArrayList<>();
        int count = 1 + random.nextInt(3);
        for (int at = 0; at < count; at++) {
            Effect effect = at > 0 && random.nextInt(5) < 2 ? Effect.DENY : Effect.ALLOW;
            statements.add(statement(effect, named, ofKey, from));
        }
        return attached(statements);
    }

    private AttachedPolicy attached(List<Statement> statements) {
        PolicyVersion version = random.nextInt(8) == 0 ? PolicyVersion.V2008_10_17 : PolicyVersion.V2012_10_17;
        return AttachedPolicy.of(new PolicyDocument(version, null, statements));
    }

    private Statement statement(Effect effect, boolean named, boolean ofKey, List<SampleKey> from) {
        return new Statement(
                null,
                effect,
                named ? principals() : null,
                actions(ofKey),
                resources(ofKey),
                conditions(from, random.nextInt(3)));
    }

    private Principals principals() {
        List<Principal> members = new ArrayList<>();
        boolean negated = random.nextInt(6) == 0;
        int count = negated ? 1 + random.nextInt(3) : 1 + random.nextInt(2);
        while (members.size() < count) {
            Principal one = pick(PRINCIPALS);
            if (one.type() == PrincipalType.EVERYONE) {
                return Principals.everyone();
            }
            members.add(new Principal(one.type(), words.apply(one.value())));
        }
        return new Principals(negated, members);
    }

    private Actions actions(boolean ofKey) {
        List<String> patterns = new ArrayList<>(List.of(pick(ofKey ? KMS_ACTIONS : ACTION_PATTERNS)));
        if (random.nextInt(4) == 0) {
            patterns.add(pick(ofKey ? KMS_ACTIONS : ACTION_PATTERNS));
        }
        return new Actions(random.nextInt(8) == 0, patterns);
    }

    private Resources resources(boolean ofKey) {
        List<String> patterns = new ArrayList<>(List.of(ofKey ? "*" : words.apply(pick(RESOURCES))));
        if (random.nextInt(4) == 0) {
            patterns.add(words.apply(pick(RESOURCES)));
        }
        return new Resources(random.nextInt(8) == 0, patterns);
    }

    private Conditions conditions(List<SampleKey> from, int count) {
        List<Condition> all = new ArrayList<>();
        Set<String> stated = new HashSet<>();
        for (int at = 0; at < count && !from.isEmpty(); at++) {
            SampleKey key = pick(from);
            Comparison comparison = Comparison.of(pick(key.operators())).orElseThrow();
            Quantifier quantifier = random.nextInt(4) > 0 ? Quantifier.SINGLE : pick(List.of(Quantifier.values()));
            boolean ifExists = comparison != Comparison.NULL && random.nextInt(4) == 0;
            List<String> values = new ArrayList<>();
            int size = 1 + random.nextInt(2);
            while (values.size() < size) {
                values.add(
                        comparison == Comparison.NULL
                                ? pick(List.of("true", "false"))
                                : words.apply(pick(key.inPolicies())));
            }
            String name = random.nextInt(6) == 0 ? key.name().toUpperCase(Locale.ROOT) : key.name();
            ConditionOperator operator = new ConditionOperator(quantifier, comparison, ifExists);
            if (stated.add(operator.text() + key.name())) {
                all.add(Condition.of(operator, name, values));
            }
        }
        return new Conditions(all);
    }

    <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    boolean chance(int of) {
        return random.nextInt(of) == 0;
    }

    @Nullable
    <T> T perhaps(T value) {
        return random.nextBoolean() ? value : null;
    }
}
