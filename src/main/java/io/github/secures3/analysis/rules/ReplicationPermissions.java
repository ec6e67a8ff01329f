package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.evaluate.AccessRequest;
import io.github.secures3.analysis.evaluate.AttachedPolicy;
import io.github.secures3.analysis.evaluate.Decision;
import io.github.secures3.analysis.evaluate.Evaluator;
import io.github.secures3.analysis.evaluate.Outcome;
import io.github.secures3.analysis.evaluate.RequestPrincipal;
import io.github.secures3.analysis.evaluate.Situation;
import io.github.secures3.analysis.evaluate.matching.Truth;
import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.IamRole;
import io.github.secures3.analysis.model.LocatedPolicy;
import io.github.secures3.analysis.model.Replication;
import io.github.secures3.analysis.model.ReplicationRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Finds replication whose role S3 cannot assume, or which may not read the source, write the copies or use the keys: objects then stay behind with the
 * status FAILED and nobody is told. The policies of role, buckets and keys are judged together, by deciding the requests that S3 makes with the
 * role.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/setting-repl-config-perm-overview.html">Permissions for replication</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-config-for-kms-objects.html">Permissions for encrypted objects</a>
 * @since 0.1
 */
public final class ReplicationPermissions implements Rule {

    private static final String CLAIM = "the replication role may do what it has to";
    private static final String S3 = "s3.amazonaws.com";
    private static final RuleProfile PROFILE = RuleProfile.of(
                    "replication.permissions",
                    Severity.WARNING,
                    "The replication role may do what it has to",
                    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/setting-repl-config-perm-overview.html")
            .build();

    @Override
    public RuleProfile profile() {
        return PROFILE;
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> findings) {
        Claims claims = new Claims(this, findings);
        for (Bucket bucket : context.estate().buckets()) {
            bucket.replication().known().ifPresent(replication -> check(context, bucket, replication, claims));
        }
    }

    private static void check(CheckContext context, Bucket source, Replication replication, Claims claims) {
        Optional<IamRole> role = context.estate().all(IamRole.class).stream()
                .filter(each ->
                        replication.role().asText().filter(each.arn()::equals).isPresent())
                .findFirst();
        if (role.isEmpty()) {
            claims.add(claims.undecided(
                            source.element(),
                            CLAIM,
                            "the role " + replication.role().asText().orElse("") + " is not in the templates",
                            "check the template of the role together with this one")
                    .at(Claims.place(source.element(), replication.role())));
            return;
        }
        claims.require(
                source.element(),
                role.get().element().at(),
                trustsS3(context, source, role.get()),
                "S3 may assume the replication role",
                "the replication role does not let S3 assume it",
                "let s3.amazonaws.com assume the role",
                "the trust policy of " + role.get().element().id());
        for (ReplicationRule rule : replication.rules().known().orElse(List.of())) {
            if (!rule.status().isSurely("Disabled"::equals)) {
                decide(
                        context,
                        source,
                        rule,
                        ReplicationRequests.of(context.estate(), role.get().arn(), source, rule),
                        claims);
            }
        }
    }

    private static void decide(
            CheckContext context, Bucket source, ReplicationRule rule, List<ServiceRequest> requests, Claims claims) {
        Truth all = Truth.TRUE;
        List<String> refused = new ArrayList<>();
        String why = "";
        for (ServiceRequest request : requests) {
            ServiceRequest.Answer answer = request.decide(context);
            all = all.and(answer.allowed());
            if (answer.allowed().isFalse()) {
                refused.add(request.action());
                why = why.isEmpty() ? request + ": " + answer.reason() : why;
            }
        }
        claims.require(
                source.element(),
                Claims.place(source.element(), rule.status()),
                all,
                CLAIM,
                "the replication role may not " + String.join(", ", refused) + ", so objects stay behind",
                "allow it in the policies of the role, and in those of the destination and the keys where they are of"
                        + " another account",
                why);
    }

    /** Whether the trust policy lets S3 assume the role for the source. */
    private static Truth trustsS3(CheckContext context, Bucket source, IamRole role) {
        Optional<LocatedPolicy> trust = role.trustPolicy().known().filter(LocatedPolicy::isComplete);
        if (trust.isEmpty()) {
            return Truth.unknown("the trust policy of " + role.element().id() + " is not known");
        }
        Map<String, List<String>> call = Map.of(
                "aws:SecureTransport",
                List.of("true"),
                "aws:SourceArn",
                List.of(source.arn()),
                "aws:SourceAccount",
                Deployed.account(context.estate(), source.element()).stream().toList());
        Decision decision = Evaluator.decide(
                AccessRequest.of(RequestPrincipal.parse(S3), "sts:AssumeRole", role.arn(), call)
                        .withIncompleteContext(),
                Situation.builder()
                        .resourcePolicy(AttachedPolicy.of(trust.get().knownPart()))
                        .build());
        return decision.outcome() == Outcome.UNDECIDED
                ? Truth.unknown(String.join("; ", decision.unknowns()))
                : Truth.of(decision.isAllowed());
    }
}
