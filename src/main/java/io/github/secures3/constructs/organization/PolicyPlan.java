package io.github.secures3.constructs.organization;

import io.github.secures3.policy.Condition;
import io.github.secures3.policy.ConditionValue;
import io.github.secures3.policy.Conditions;
import io.github.secures3.policy.PolicyDocument;
import io.github.secures3.policy.PolicyType;
import io.github.secures3.policy.Statement;
import io.github.secures3.policy.UnresolvedToken;
import io.github.secures3.policy.json.PolicyMinifier;
import io.github.secures3.policy.json.PolicyQuota;
import io.github.secures3.policy.json.PolicySize;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * The statements of one type, packed into as few policies as they fit, with the room left.
 *
 * <p>The same statements always give the same policies. A statement added behind the others moves none of them as long as no tighter
 * packing saves a policy: a statement that moves from one policy to another is not in force for the seconds between two updates.
 *
 * @param type resource control or service control
 * @param limits what a policy and a target take
 * @param policies the policies, in the order they are written
 * @since 0.1
 */
public record PolicyPlan(PolicyType type, GuardrailLimits limits, List<PackedPolicy> policies) {

    /** An ARN of a role or user with names of the usual length, in the partition with the longest name. */
    private static final String LONGEST_TOKEN_TEXT =
            "arn:aws-us-gov:iam::111122223333:role/cdk-hnb659fds-cfn-exec-role-111122223333-ap-southeast-1";

    /** Copies the policies. */
    public PolicyPlan {
        policies = List.copyOf(policies);
    }

    /**
     * Packs the statements.
     *
     * @throws IllegalArgumentException if two share a Sid, one does not fit by itself, or all together need more policies than a target
     *     takes; the message lists every statement with its size
     */
    static PolicyPlan of(PolicyType type, List<Statement> statements, GuardrailLimits limits) {
        PolicyDocument all = PolicyMinifier.minify(
                PolicyDocument.of(statements.stream().map(PolicyPlan::quoted).toList()));
        PolicyQuota quota =
                type == PolicyType.RESOURCE_CONTROL ? PolicyQuota.RESOURCE_CONTROL : PolicyQuota.SERVICE_CONTROL;
        int empty = characters(quota, PolicyDocument.of());
        List<Sized> sized = all.statements().stream()
                .map(statement -> new Sized(statement, characters(quota, PolicyDocument.of(statement)) - empty))
                .toList();
        for (Sized one : sized) {
            if (empty + one.size() > limits.characters()) {
                throw new IllegalArgumentException("statement '" + one.sid() + "' makes " + type.title() + " of "
                        + grouped(empty + one.size()) + " characters, where " + grouped(limits.characters())
                        + " are allowed; shorten its lists, with wildcards or paths in ARNs");
            }
        }
        // Every statement but the first of a document brings a comma along.
        List<Integer> sizes = sized.stream().map(one -> one.size() + 1).toList();
        List<List<Integer>> bins = StatementPacking.pack(sizes, limits.characters() - empty + 1);
        if (bins.size() > limits.free()) {
            throw new IllegalArgumentException(overfull(type, limits, sized, bins.size()));
        }
        List<PackedPolicy> policies = new ArrayList<>();
        for (List<Integer> bin : bins) {
            PolicyDocument document = PolicyDocument.of(
                    bin.stream().map(index -> sized.get(index).statement()).toList());
            policies.add(new PackedPolicy(document, characters(quota, document), limits.characters()));
        }
        return new PolicyPlan(type, limits, policies);
    }

    /** How many more policies of this type a target takes. */
    public int freePolicies() {
        return limits.free() - policies.size();
    }

    /** The plan as text, one line for each policy: its size, the room left, its statements. */
    public String render() {
        StringBuilder text = new StringBuilder(plural(type)
                + ": " + policies.size() + " of the " + limits.free() + " that a target has room for, up to "
                + grouped(limits.characters()) + " characters each\n");
        for (int at = 0; at < policies.size(); at++) {
            PackedPolicy policy = policies.get(at);
            text.append("  " + (at + 1) + ": " + grouped(policy.characters()) + " characters, " + grouped(policy.room())
                    + " left: " + String.join(", ", policy.sids()) + "\n");
        }
        return text.toString();
    }

    /** With numbers and booleans as text, as CloudFormation may hand them on: the size must not depend on it. */
    private static Statement quoted(Statement statement) {
        Conditions conditions = new Conditions(statement.conditions().all().stream()
                .map(line -> Condition.of(
                        line.operator(),
                        line.key(),
                        line.values().stream().map(ConditionValue::text).toList()))
                .toList());
        return new Statement(
                statement.sid(),
                statement.effect(),
                statement.principals(),
                statement.actions(),
                statement.resources(),
                conditions);
    }

    private record Sized(Statement statement, int size) {

        String sid() {
            return Objects.requireNonNullElse(statement.sid(), "");
        }
    }

    private static String overfull(PolicyType type, GuardrailLimits limits, List<Sized> sized, int needed) {
        List<String> named = sized.stream()
                .sorted(Comparator.comparing(Sized::size).reversed())
                .map(one -> one.sid() + " (" + grouped(one.size()) + ")")
                .toList();
        int total = sized.stream().mapToInt(Sized::size).sum();
        return sized.size() + " statements with " + grouped(total) + " characters need " + needed + " "
                + plural(type) + " of " + grouped(limits.characters()) + " characters, a target has room for "
                + limits.free() + "; leave some out, shorten their lists, or attach some further up or down: "
                + String.join(", ", named);
    }

    private static int characters(PolicyQuota quota, PolicyDocument document) {
        PolicySize size = quota.measure(document, PolicyPlan::longest);
        return Objects.requireNonNull(size.atMost());
    }

    private static String longest(String text) {
        return UnresolvedToken.replaceIn(text, token -> LONGEST_TOKEN_TEXT);
    }

    private static String plural(PolicyType type) {
        return type == PolicyType.RESOURCE_CONTROL ? "resource control policies" : "service control policies";
    }

    private static String grouped(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
