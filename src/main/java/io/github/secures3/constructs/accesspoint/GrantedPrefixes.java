package io.github.secures3.constructs.accesspoint;

import io.github.secures3.constructs.bucket.BucketAccess;
import io.github.secures3.policy.UnresolvedToken;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What one access point grants on which prefixes; refuses a prefix within another that the same grantee has the same right on. */
final class GrantedPrefixes {

    private static final int LONGEST_OBJECT_KEY = 1024;

    private final String point;
    private final Map<Granted, TreeSet<String>> prefixes = new HashMap<>();

    private record Granted(BucketAccess access, Grantee grantee) {}

    GrantedPrefixes(String point) {
        this.point = point;
    }

    void add(Refusal refusal, PointGrant grant) {
        wellFormed(refusal, grant.prefix());
        TreeSet<String> others =
                prefixes.computeIfAbsent(new Granted(grant.access(), grant.grantee()), any -> new TreeSet<>());
        // Those before do not overlap, so what holds this prefix or lies within it stands right beside it.
        apart(refusal, grant, others.floor(grant.prefix()));
        apart(refusal, grant, others.ceiling(grant.prefix()));
        others.add(grant.prefix());
    }

    /** Without a slash at its end the prefix {@code team1} would reach {@code team10} too. */
    private void wellFormed(Refusal refusal, String prefix) {
        boolean plain = prefix.chars().noneMatch(c -> c == '*' || c == '?' || c == '$' || Character.isISOControl(c));
        boolean folder = prefix.isEmpty() || (prefix.endsWith("/") && !prefix.startsWith("/"));
        boolean fits = prefix.getBytes(StandardCharsets.UTF_8).length < LONGEST_OBJECT_KEY;
        refusal.unless(
                UnresolvedToken.isIn(prefix) || (plain && folder && fits),
                () -> "access point '" + point + "': prefix '" + Refusal.shown(prefix)
                        + "' cannot be granted; use a folder such as reports/ of less than " + LONGEST_OBJECT_KEY
                        + " bytes that ends with a slash, does not start with one and holds no wildcard");
    }

    private void apart(Refusal refusal, PointGrant grant, @Nullable String other) {
        if (other == null) {
            return;
        }
        boolean within = grant.prefix().startsWith(other);
        String inner = within ? grant.prefix() : other;
        String outer = within ? other : grant.prefix();
        refusal.unless(
                !inner.startsWith(outer),
                () -> "access point '" + point + "': " + shown(grant.grantee()) + " is granted " + grant.access()
                        + " on '" + inner + "' and on '" + outer
                        + "', which holds the former; leave the narrower one out, or the wider one if it says too"
                        + " much");
    }

    private static String shown(Grantee grantee) {
        return grantee.text() == null ? "a grantee" : grantee.text();
    }
}
