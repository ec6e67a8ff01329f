package io.github.secures3.analysis.evaluate.estate;

import io.github.secures3.analysis.evaluate.BlockPublicAccess;
import io.github.secures3.analysis.evaluate.Layer;
import io.github.secures3.analysis.evaluate.Situation;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.model.OrganizationPolicy;
import io.github.secures3.analysis.model.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands around caller and bucket: the organization policies of the templates. */
final class Rails {

    private final Estate estate;
    private final EstateRequest asked;

    Rails(Estate estate, EstateRequest asked) {
        this.estate = estate;
        this.asked = asked;
    }

    /** Adds the organization policies above these accounts; either account may be unknown or none. */
    void organization(@Nullable String callerAccount, @Nullable String bucketAccount, Situation.Builder situation) {
        if (asked.organization() != null) {
            situation.organization(asked.organization());
        }
        levels("SERVICE_CONTROL_POLICY", callerAccount, Layer.SCP, situation);
        levels("RESOURCE_CONTROL_POLICY", bucketAccount, Layer.RCP, situation);
    }

    /**
     * What the organization's S3 policies make of Block Public Access. Where they disagree, the levels that they stand on decide, which no
     * template tells; {@code none} leaves the account and the bucket to themselves.
     *
     * @see <a href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_s3.html">Amazon S3 policies</a>
     */
    void publicAccess(@Nullable String account, Situation.Builder situation) {
        List<OrganizationPolicy> reaching = ofType("S3_POLICY").stream()
                .filter(policy -> applies(policy, account) != Applies.NO)
                .toList();
        List<OrganizationPolicy> others = reaching.stream()
                .filter(policy -> applies(policy, account) != Applies.YES || !assigns(policy, "all"))
                .toList();
        boolean mayBlock =
                reaching.stream().anyMatch(policy -> policy.publicAccess().mayBe("all"::equals));
        if (mayBlock && others.isEmpty()) {
            situation.blockPublicAccess(BlockPublicAccess.all());
        } else if (mayBlock) {
            situation.unknown(Layer.BLOCK_PUBLIC_ACCESS, doubt(others.get(0), account));
        }
    }

    private static boolean assigns(OrganizationPolicy policy, String wanted) {
        return policy.publicAccess().isSurely(wanted::equals);
    }

    private String doubt(OrganizationPolicy policy, @Nullable String account) {
        return policy.publicAccess()
                .whyUnknown()
                .map(reason -> "what " + policy.element().logicalId() + " assigns to Block Public Access is not known: "
                        + reason)
                .orElseGet(() -> applies(policy, account) == Applies.UNKNOWN
                        ? unknownReach(policy)
                        : "whether " + policy.element().logicalId()
                                + " has the last word on Block Public Access depends on what else is attached where");
    }

    private enum Applies {
        YES,
        NO,
        UNKNOWN
    }

    /** All resource control policies are taken as one level, as they can only deny. */
    private void levels(String type, @Nullable String account, Layer layer, Situation.Builder situation) {
        Gathered gathered = new Gathered();
        ServiceControl service = new ServiceControl();
        for (OrganizationPolicy policy : ofType(type)) {
            Applies applies = applies(policy, account);
            if (applies == Applies.YES) {
                Gathered one = new Gathered();
                one.add(policy.document(), policy.element());
                one.policies()
                        .forEach(document ->
                                service.add(policy.element().logicalId(), document, targetsAbove(policy, account)));
                gathered.add(policy.document(), policy.element());
            } else if (applies == Applies.UNKNOWN) {
                gathered.addUnknown(unknownReach(policy));
            }
        }
        if (layer == Layer.SCP) {
            situation.serviceControlPolicies(service.levels());
        } else if (!gathered.policies().isEmpty()) {
            situation.resourceControlPolicies(List.of(gathered.policies()));
        }
        gathered.limit(situation, layer);
    }

    private List<String> targetsAbove(OrganizationPolicy policy, @Nullable String account) {
        return policy.targets().known().orElse(List.of()).stream()
                .flatMap(target -> target.asText().stream())
                .filter(id -> id.equals(account) || asked.within().contains(id))
                .toList();
    }

    private static String unknownReach(OrganizationPolicy policy) {
        return "whether " + policy.element().logicalId()
                + " reaches the account is not known: say which units it lies in with --within";
    }

    private List<OrganizationPolicy> ofType(String type) {
        return estate.all(OrganizationPolicy.class).stream()
                .filter(policy -> policy.policyType().mayBe(type::equals))
                .toList();
    }

    private Applies applies(OrganizationPolicy policy, @Nullable String account) {
        if (policy.targets().isAbsent()) {
            return Applies.NO;
        }
        boolean open = policy.targets().isUnknown();
        for (Value<String> target : policy.targets().known().orElse(List.of())) {
            String id = target.asText().orElse("");
            if (id.equals(account) || asked.within().contains(id)) {
                return Applies.YES;
            }
            // Another account's id rules itself out; a root or unit may or may not lie above the account.
            open |= target.isUnknown() || account == null || !id.chars().allMatch(Character::isDigit);
        }
        return open ? Applies.UNKNOWN : Applies.NO;
    }
}
