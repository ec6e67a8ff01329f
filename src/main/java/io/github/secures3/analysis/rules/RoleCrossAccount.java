package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.finding.Evidence;
import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.IamRole;
import io.github.secures3.analysis.model.LocatedPolicy;
import io.github.secures3.analysis.model.Value;
import io.github.secures3.analysis.prove.Invariant;
import io.github.secures3.analysis.prove.OutsideTrust;
import io.github.secures3.analysis.prove.Verdict;
import io.github.secures3.policy.Comparison;
import io.github.secures3.policy.Condition;
import io.github.secures3.policy.Statement;
import io.github.secures3.policy.UnresolvedToken;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Finds roles that reach a bucket of the templates and that everybody, or another account without an organization or an external id, may assume. What the
 * policy of the bucket keeps from them, they have as the role. That the role reaches the bucket is decided over all policies.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html">Access for third parties</a>
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html">The confused deputy problem</a>
 * @since 0.1
 */
public final class RoleCrossAccount implements Rule {

    private static final RuleProfile PROFILE = RuleProfile.of(
                    "role.cross-account",
                    Severity.WARNING,
                    "Roles that reach buckets let other accounts in only as members of an organization or with an"
                            + " external id",
                    "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html")
            .build();

    private static final String FIX =
            "name the accounts, and add a condition on aws:PrincipalOrgID, or on sts:ExternalId for a third party";

    @Override
    public RuleProfile profile() {
        return PROFILE;
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> findings) {
        Claims claims = new Claims(this, findings);
        for (IamRole role : context.estate().all(IamRole.class)) {
            String open = String.join("; ", unknown(role.trustPolicy()));
            List<OutsideTrust> trusts = OutsideTrust.of(role, context.estate());
            if (trusts.isEmpty() && open.isEmpty()) {
                continue;
            }
            Reach reach = Reach.of(role, context);
            if (reach.isNone()) {
                continue;
            }
            if (!open.isEmpty()) {
                claims.add(claims.undecided(role.element(), "other accounts may assume the role" + reach.text(), open));
            }
            trusts.forEach(trust -> claims.add(finding(claims, role, trust, reach)));
        }
    }

    private static List<String> unknown(Value<LocatedPolicy> trust) {
        List<String> reasons = new ArrayList<>();
        trust.whyUnknown().ifPresent(reasons::add);
        trust.known().ifPresent(policy -> policy.unknown().forEach(statement -> reasons.add(statement.reason())));
        return reasons;
    }

    private static Finding finding(Claims claims, IamRole role, OutsideTrust trust, Reach reach) {
        Finding finding;
        String who = trust.everybody() ? "anybody with an account" : "another account";
        if (trust.surely() && reach.doubts().isEmpty()) {
            finding = claims.violated(
                    trust.everybody() ? Severity.ERROR : Severity.WARNING,
                    role.element(),
                    who + " may assume the role" + reach.text(),
                    FIX);
        } else {
            List<String> reasons = new ArrayList<>(reach.doubts());
            if (!trust.surely()) {
                reasons.add("whether the trust policy names another account only the deployment tells");
            }
            finding = claims.undecided(
                    role.element(), who + " may assume the role" + reach.text(), String.join("; ", reasons), FIX);
        }
        return finding.at(trust.statement().at())
                .with(
                        Evidence.Kind.STATEMENT,
                        "principals: " + UnresolvedToken.shown(String.join(", ", trust.principals())));
    }

    /**
     * Which buckets the role reaches.
     *
     * @param buckets those that it reaches, or may reach
     * @param doubts why it may reach none
     */
    private record Reach(List<String> buckets, List<String> doubts) {

        static Reach of(IamRole role, CheckContext context) {
            Invariant never = Invariant.never(
                            "out-of-reach",
                            "the role reaches nothing",
                            bucket -> List.of(Statement.deny("Asked")
                                    .everyone()
                                    .actions("s3:*")
                                    .when(Condition.of(Comparison.ARN_EQUALS, "aws:PrincipalArn", role.arn()))
                                    .build()))
                    .refutedByOne();
            List<String> buckets = new ArrayList<>();
            List<String> doubts = new ArrayList<>();
            boolean sure = false;
            for (Bucket bucket : context.estate().buckets()) {
                Verdict verdict = context.verdict(bucket, never);
                if (!verdict.isProved()) {
                    buckets.add(bucket.element().logicalId());
                    sure |= verdict.isRefuted();
                }
                if (verdict instanceof Verdict.Undecided undecided) {
                    doubts.addAll(undecided.reasons());
                }
            }
            return new Reach(buckets, sure ? List.of() : doubts);
        }

        boolean isNone() {
            return buckets.isEmpty();
        }

        String text() {
            return (doubts.isEmpty() ? ", which reaches " : ", which may reach ") + String.join(", ", buckets);
        }
    }
}
