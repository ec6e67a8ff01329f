package io.github.secures3.constructs.organization;

import io.github.secures3.policy.json.PolicyQuota;

/**
 * How much one type of organization policy can hold. AWS raises these limits now and then, and some organizations have had them raised.
 *
 * @param characters the longest document, in characters
 * @param attached how many policies of the type a root, unit or account takes
 * @param taken how many of those places are taken by policies from elsewhere
 * @see <a href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html">Organizations quotas</a>
 * @since 0.1
 */
public record GuardrailLimits(int characters, int attached, int taken) {

    private static final GuardrailLimits RESOURCE_CONTROL =
            new GuardrailLimits(PolicyQuota.RESOURCE_CONTROL.limit(), 5, 1);
    private static final GuardrailLimits SERVICE_CONTROL =
            new GuardrailLimits(PolicyQuota.SERVICE_CONTROL.limit(), 10, 1);

    /**
     * Checks that there is room for at least one policy.
     *
     * @throws IllegalArgumentException if a number is negative, or all places are taken
     */
    public GuardrailLimits {
        if (characters < 1 || taken < 0 || attached <= taken) {
            throw new IllegalArgumentException(
                    "limits of " + characters + " characters, " + attached + " attached policies and " + taken
                            + " taken places leave no room; give at least 1 character and 1 free place");
        }
    }

    /** Resource control policies: 5,120 characters, 5 attached, one place taken by RCPFullAWSAccess, which cannot be detached. */
    public static GuardrailLimits resourceControl() {
        return RESOURCE_CONTROL;
    }

    /** Service control policies: 10,240 characters, 10 attached, one place taken by FullAWSAccess. */
    public static GuardrailLimits serviceControl() {
        return SERVICE_CONTROL;
    }

    /** The same limits with so many places taken: AWS Control Tower, for one, attaches policies of its own. */
    public GuardrailLimits taken(int places) {
        return new GuardrailLimits(characters, attached, places);
    }

    /** How many more policies a target takes. */
    public int free() {
        return attached - taken;
    }
}
