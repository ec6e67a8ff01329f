package io.github.secures3.analysis.evaluate;

import io.github.secures3.analysis.evaluate.matching.Truth;
import io.github.secures3.policy.Effect;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Turns the answer of the rule into a decision with its reason in words. */
final class Conclusion {

    private static final Set<Layer> GUARDRAILS =
            EnumSet.of(Layer.ENDPOINT, Layer.KEY, Layer.SCP, Layer.RCP, Layer.BLOCK_PUBLIC_ACCESS);

    private Conclusion() {}

    /**
     * The decision.
     *
     * @param ofBucket whether a bucket is asked about, whose policy could have allowed it
     */
    static Decision of(
            Truth allowed, Truth denied, List<LayerDecision> layers, List<String> obstacles, boolean ofBucket) {
        if (denied.isTrue()) {
            return new Decision(Outcome.EXPLICITLY_DENIED, deniedBy(layers), List.of(), layers);
        }
        if (allowed.isFalse()) {
            String reason = obstacles.isEmpty() ? notAllowedBy(layers, ofBucket) : String.join(", and ", obstacles);
            return new Decision(Outcome.IMPLICITLY_DENIED, reason, List.of(), layers);
        }
        if (denied.isFalse() && allowed.isTrue()) {
            return new Decision(Outcome.ALLOWED, allowedBy(layers), List.of(), layers);
        }
        List<String> unknowns = denied.isUnknown() && allowed.isUnknown()
                ? denied.or(allowed).reasons()
                : denied.isUnknown() ? denied.reasons() : allowed.reasons();
        return new Decision(Outcome.UNDECIDED, String.join("; ", unknowns), unknowns, layers);
    }

    private static String deniedBy(List<LayerDecision> layers) {
        List<String> deniers = new ArrayList<>();
        for (LayerDecision layer : layers) {
            for (StatementTrace statement : layer.statements()) {
                if (statement.effect() == Effect.DENY
                        && statement.matched().isTrue()
                        && layer.outcome() == Outcome.EXPLICITLY_DENIED) {
                    deniers.add(statement.title() + " of " + layer.layer().title());
                }
            }
        }
        return deniers.isEmpty()
                ? "a statement about the KMS key denies it"
                : "denied by " + String.join(", ", deniers);
    }

    /** A guardrail that does not allow is reason enough; otherwise it is the sides that stay silent, a missing bucket policy among them. */
    private static String notAllowedBy(List<LayerDecision> layers, boolean ofBucket) {
        List<String> guardrails = silent(layers, true);
        if (!guardrails.isEmpty()) {
            return "not allowed by " + String.join(", ", guardrails);
        }
        List<String> sides = silent(layers, false);
        boolean noBucketPolicy = ofBucket
                && layers.stream().noneMatch(layer -> layer.layer() == Layer.RESOURCE || layer.layer() == Layer.KEY);
        if (noBucketPolicy) {
            return (sides.isEmpty() ? "" : "not allowed by " + String.join(", ", sides) + ", and ")
                    + "the bucket has no policy that allows it";
        }
        return sides.isEmpty() ? "no policy allows it" : "not allowed by " + String.join(", ", sides);
    }

    private static List<String> silent(List<LayerDecision> layers, boolean guardrails) {
        return layers.stream()
                .filter(LayerDecision::isSilent)
                .filter(layer -> GUARDRAILS.contains(layer.layer()) == guardrails)
                .map(layer -> layer.layer().title())
                .toList();
    }

    private static String allowedBy(List<LayerDecision> layers) {
        List<String> allowers = new ArrayList<>();
        for (LayerDecision layer : layers) {
            boolean grants = layer.layer() == Layer.IDENTITY
                    || layer.layer() == Layer.RESOURCE
                    || layer.layer() == Layer.ACCESS_POINT
                    || layer.layer() == Layer.KEY;
            for (StatementTrace statement : grants ? layer.statements() : List.<StatementTrace>of()) {
                if (statement.effect() == Effect.ALLOW && statement.matched().isTrue()) {
                    allowers.add(statement.title() + " of " + layer.layer().title());
                }
            }
        }
        // Only root users are allowed without a statement.
        if (allowers.isEmpty()) {
            return "the root user of the account may do everything that nothing denies";
        }
        return "allowed by " + String.join(", ", allowers);
    }
}
