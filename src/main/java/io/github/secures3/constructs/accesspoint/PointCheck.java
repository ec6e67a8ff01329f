package io.github.secures3.constructs.accesspoint;

import io.github.secures3.policy.UnresolvedToken;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Refuses access points that S3 would refuse, and grants that say less than they seem to.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-restrictions-limitations-naming-rules.html">Restrictions of
 *     access points</a>
 */
final class PointCheck {

    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");
    private static final Pattern VPC = Pattern.compile("vpc-[0-9a-f]{8,17}");
    private static final int MOST_TAGS = 50;
    private static final int LONGEST_TAG_KEY = 128;
    private static final int LONGEST_TAG_VALUE = 256;

    private final Refusal refusal;

    PointCheck(Refusal refusal) {
        this.refusal = refusal;
    }

    void all(AccessPoint point) {
        String name = point.name();
        AccessPointNames.check(refusal, "access point", name);
        vpc(name, point.vpcId());
        if (point.ownerAccount() != null) {
            account("access point '" + name + "': ownerAccount", point.ownerAccount());
        }
        tags(name, point.tags());
        grants(name, point.grants());
    }

    void account(String what, String account) {
        refusal.unless(
                UnresolvedToken.isIn(account) || ACCOUNT.matcher(account).matches(),
                () -> what + " is '" + Refusal.shown(account) + "'; give 12 digits, such as 111122223333");
    }

    private void vpc(String name, @Nullable String vpcId) {
        refusal.unless(
                vpcId == null
                        || UnresolvedToken.isIn(vpcId)
                        || VPC.matcher(vpcId).matches(),
                () -> "access point '" + name + "': vpcId is '" + Refusal.shown(String.valueOf(vpcId))
                        + "'; give vpc- and 8 to 17 hexadecimal digits, or leave it out to accept requests from any"
                        + " network");
    }

    private void tags(String name, Map<String, String> tags) {
        refusal.unless(
                tags.size() <= MOST_TAGS,
                () -> "access point '" + name + "' has " + tags.size() + " tags; give at most " + MOST_TAGS);
        tags.forEach((key, value) -> {
            refusal.unless(
                    UnresolvedToken.isIn(key)
                            || (!key.isEmpty() && key.length() <= LONGEST_TAG_KEY && !key.startsWith("aws:")),
                    () -> "access point '" + name + "': tag key '" + Refusal.shown(key) + "' is not valid; use 1 to "
                            + LONGEST_TAG_KEY + " characters that do not start with aws:");
            refusal.unless(
                    UnresolvedToken.isIn(value) || value.length() <= LONGEST_TAG_VALUE,
                    () -> "access point '" + name + "': the value of tag '" + key + "' has " + value.length()
                            + " characters; use at most " + LONGEST_TAG_VALUE);
        });
    }

    void grants(String name, List<PointGrant> grants) {
        GrantedPrefixes granted = new GrantedPrefixes(name);
        grants.forEach(grant -> granted.add(refusal, grant));
    }
}
