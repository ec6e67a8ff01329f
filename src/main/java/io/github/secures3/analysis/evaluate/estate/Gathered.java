package io.github.secures3.analysis.evaluate.estate;

import io.github.secures3.analysis.evaluate.AttachedPolicy;
import io.github.secures3.analysis.evaluate.Layer;
import io.github.secures3.analysis.evaluate.PolicyOrigin;
import io.github.secures3.analysis.evaluate.Situation;
import io.github.secures3.analysis.model.Element;
import io.github.secures3.analysis.model.LocatedPolicy;
import io.github.secures3.analysis.model.Location;
import io.github.secures3.analysis.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The policies of one layer as far as the templates tell them, and why they may not be all. */
final class Gathered {

    private final List<AttachedPolicy> policies = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();

    List<AttachedPolicy> policies() {
        return policies;
    }

    /** One incomplete policy makes the layer unknown beyond what is given: what is missing may deny. */
    void limit(Situation.Builder situation, Layer layer) {
        if (!unknown.isEmpty()) {
            situation.unknown(layer, String.join("; ", unknown));
        }
    }

    boolean isEmpty() {
        return policies.isEmpty() && unknown.isEmpty();
    }

    void addUnknown(String reason) {
        unknown.add(reason);
    }

    /** Adds the policy of a resource; an absent one adds nothing. */
    void add(Value<LocatedPolicy> policy, Element element) {
        Optional<String> maybeAbsent = element.presence().whyUnknown();
        if (maybeAbsent.isPresent()) {
            addUnknown("whether " + element.logicalId() + " is created is not known: " + maybeAbsent.get());
            return;
        }
        if (policy instanceof Value.Known<LocatedPolicy> known) {
            add(known.value(), element);
        } else {
            policy.whyUnknown()
                    .ifPresent(
                            reason -> addUnknown("the policy of " + element.logicalId() + " is not known: " + reason));
        }
    }

    private void add(LocatedPolicy policy, Element element) {
        policy.unknown()
                .forEach(statement -> addUnknown("statement " + statement.index() + " of " + element.logicalId()
                        + " is not known: " + statement.reason()));
        policies.add(AttachedPolicy.of(
                policy.knownPart(),
                origin(policy.at(), element),
                policy.statements().stream()
                        .map(statement -> origin(statement.at(), element))
                        .toList()));
    }

    private static PolicyOrigin origin(Location at, Element element) {
        return new PolicyOrigin(at.file(), element.logicalId(), at.pointer(), at.line());
    }
}
