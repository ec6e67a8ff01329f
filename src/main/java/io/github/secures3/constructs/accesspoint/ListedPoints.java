package io.github.secures3.constructs.accesspoint;

import io.github.secures3.constructs.bucket.BucketAccess;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Points as they come out of a file, each with the line that it starts on. */
final class ListedPoints {

    private static final int MOST_POINTS = 200_000;
    private static final int MOST_GRANTS = 2_000_000;

    private static final Map<String, BucketAccess> ACCESS = new TreeMap<>(Map.of(
            "read", BucketAccess.READ,
            "write", BucketAccess.WRITE,
            "append", BucketAccess.APPEND_ONLY,
            "delete", BucketAccess.DELETE));

    private final Refusal refusal;
    private final String file;
    private final Map<String, Listed> byName = new LinkedHashMap<>();
    private int grants;

    private record Listed(
            long line,
            AccessPoint.Builder builder,
            String vpc,
            String owner,
            Map<String, String> tags,
            GrantedPrefixes granted) {}

    ListedPoints(Refusal refusal, String file) {
        this.refusal = refusal;
        this.file = file;
    }

    /** A point that stands on this line, or one more line of it; empty settings on later lines leave the first ones. */
    void point(long line, String name, String vpc, String owner, Map<String, String> tags) {
        Refusal here = refusal.at(file, line);
        here.unless(!name.isEmpty(), () -> "the access point has no name; give each one");
        AccessPointNames.check(here, "access point", name);
        Listed known = byName.get(name);
        if (known == null) {
            AccessPoint.Builder builder = AccessPoint.Builder.create(name).origin(Refusal.place(file, line));
            if (!vpc.isEmpty()) {
                builder.vpcId(vpc);
            }
            if (!owner.isEmpty()) {
                builder.ownerAccount(owner);
            }
            tags.forEach(builder::tag);
            byName.put(name, new Listed(line, builder, vpc, owner, tags, new GrantedPrefixes(name)));
            here.unless(
                    byName.size() <= MOST_POINTS,
                    () -> "the file holds more than " + MOST_POINTS + " access points; split it over several sets");
            new PointCheck(here).all(builder.build());
            return;
        }
        boolean same = (vpc.isEmpty() || vpc.equals(known.vpc()))
                && (owner.isEmpty() || owner.equals(known.owner()))
                && (tags.isEmpty() || tags.equals(known.tags()));
        here.unless(
                same,
                () -> "access point '" + name + "' has another vpc, owner or tags than on line " + known.line()
                        + "; repeat them or leave them empty");
    }

    /** A point that may stand in the file only once. */
    void newPoint(long line, String name, String vpc, String owner, Map<String, String> tags) {
        Listed known = byName.get(name);
        refusal.at(file, line)
                .unless(
                        known == null,
                        () -> "access point '" + name + "' stands on line " + (known == null ? 0 : known.line())
                                + " already; put its grants together");
        point(line, name, vpc, owner, tags);
    }

    void grant(long line, String name, String access, String prefix, List<String> principals) {
        Refusal here = refusal.at(file, line);
        BucketAccess kind = ACCESS.get(access);
        Listed listed = byName.get(name);
        if (kind == null || listed == null) {
            throw here.because("access '" + Refusal.shown(access) + "' is not known; write one of "
                    + String.join(", ", ACCESS.keySet()));
        }
        here.unless(!principals.isEmpty(), () -> "the grant names no principal; give account ids or ARNs");
        grants += principals.size();
        here.unless(
                grants <= MOST_GRANTS,
                () -> "the file holds more than " + MOST_GRANTS + " grants; split it over several sets");
        for (String principal : principals) {
            Grantee grantee = Grantee.of(principal);
            grantee.principals(here, name);
            listed.granted().add(here, new PointGrant(kind, prefix, grantee));
            listed.builder().grant(kind, prefix, principal);
        }
    }

    List<AccessPoint> all() {
        return byName.values().stream().map(listed -> listed.builder().build()).toList();
    }
}
