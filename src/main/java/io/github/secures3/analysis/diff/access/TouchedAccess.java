package io.github.secures3.analysis.diff.access;

import io.github.secures3.analysis.diff.difference.Differences;
import io.github.secures3.analysis.diff.difference.Pair;
import io.github.secures3.analysis.model.AccessPoint;
import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.BucketPolicy;
import io.github.secures3.analysis.model.Element;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.model.Gap;
import io.github.secures3.analysis.model.IamRole;
import io.github.secures3.analysis.model.IamUser;
import io.github.secures3.analysis.model.IdentityProvider;
import io.github.secures3.analysis.model.InlinePolicy;
import io.github.secures3.analysis.model.OtherPolicy;
import io.github.secures3.analysis.model.OtherResource;
import io.github.secures3.analysis.model.PermissionSet;
import io.github.secures3.analysis.model.Resource;
import io.github.secures3.analysis.model.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which buckets, and which roles and users, a change can touch as far as access goes: of all others nothing needs to be proved, for whatever takes part
 * in their requests is written as before. What is not known to be narrow is taken to touch everything.
 */
final class TouchedAccess {

    /** Properties of a bucket that take no part in whether a request is allowed. */
    private static final Set<String> WITHOUT_ACCESS = Set.of(
            "AccelerateConfiguration",
            "AnalyticsConfigurations",
            "CorsConfiguration",
            "IntelligentTieringConfigurations",
            "InventoryConfigurations",
            "LifecycleConfiguration",
            "LoggingConfiguration",
            "MetadataConfiguration",
            "MetadataTableConfiguration",
            "MetricsConfigurations",
            "NotificationConfiguration",
            "ObjectLockConfiguration",
            "ObjectLockEnabled",
            "ReplicationConfiguration",
            "VersioningConfiguration",
            "WebsiteConfiguration");

    private final Set<String> buckets = new HashSet<>();
    private final Set<String> identities = new HashSet<>();
    private boolean everything;

    private TouchedAccess() {}

    static TouchedAccess by(Differences differences) {
        TouchedAccess touched = new TouchedAccess();
        touched.everything = !sameGaps(differences);
        List<Resource> changed = new ArrayList<>(differences.added());
        changed.addAll(differences.removed());
        for (Pair<Resource> pair : differences.pairs()) {
            if (!isSame(pair)) {
                changed.add(pair.base());
                changed.add(pair.head());
            }
        }
        Names names = new Names(differences);
        changed.forEach(resource -> touched.add(resource, names));
        return touched;
    }

    /** Whether nothing at all can be touched. */
    boolean isNothing() {
        return !everything && buckets.isEmpty() && identities.isEmpty();
    }

    /** Whether everybody's access to the bucket can be touched. */
    boolean isTouched(Pair<Bucket> pair) {
        return everything
                || buckets.contains(pair.base().element().id())
                || buckets.contains(pair.head().element().id());
    }

    /** The roles and users whose access to any bucket can be touched. */
    Set<String> identities() {
        return Set.copyOf(identities);
    }

    /** A stack that goes to another account or Region is told as such, and its buckets with it. */
    private static boolean sameGaps(Differences differences) {
        return contents(differences.base()).equals(contents(differences.head()));
    }

    private static List<String> contents(Estate estate) {
        return estate.gaps().stream().map(Gap::content).toList();
    }

    private static boolean isSame(Pair<Resource> pair) {
        Element older = pair.base().element();
        Element newer = pair.head().element();
        boolean present = older.presence().asText().equals(newer.presence().asText());
        if (pair.base() instanceof Bucket) {
            Set<String> names = new HashSet<>(older.properties().keySet());
            names.addAll(newer.properties().keySet());
            names.removeAll(WITHOUT_ACCESS);
            return present && names.stream().allMatch(pair::hasSame);
        }
        return present && pair.hasSameProperties();
    }

    private void add(Resource resource, Names names) {
        // What no proof takes in, other evaluators tell.
        boolean apart = resource instanceof OtherResource
                || resource instanceof OtherPolicy
                || resource instanceof PermissionSet
                || resource instanceof IdentityProvider;
        if (apart) {
            return;
        }
        if (resource instanceof Bucket) {
            buckets.add(resource.element().id());
        } else if (resource instanceof BucketPolicy policy) {
            addAll(buckets, names.bucketsOf(policy.bucket()));
        } else if (resource instanceof AccessPoint point) {
            addAll(buckets, names.bucketsOf(point.bucket()));
        } else if (resource instanceof IamRole || resource instanceof IamUser) {
            identities.add(resource.element().id());
        } else if (resource instanceof InlinePolicy policy && policy.groups().isAbsent()) {
            addAll(identities, names.identitiesOf(policy.roles()));
            addAll(identities, names.identitiesOf(policy.users()));
        } else {
            everything = true;
        }
    }

    private void addAll(Set<String> touched, Set<String> ids) {
        touched.addAll(ids);
        // What leads to nothing that is known may lead to anything.
        everything |= ids.contains("");
    }

    /** Buckets, roles and users by what policies call them. */
    private static final class Names {

        private final Map<String, Set<String>> buckets = new TreeMap<>();
        private final Map<String, Set<String>> identities = new TreeMap<>();

        Names(Differences differences) {
            for (Estate estate : List.of(differences.base(), differences.head())) {
                for (Bucket bucket : estate.buckets()) {
                    put(buckets, bucket.name().asText().orElse(""), bucket);
                    put(buckets, bucket.arn(), bucket);
                }
                estate.all(IamRole.class)
                        .forEach(role -> put(identities, role.name().asText().orElse(""), role));
                estate.all(IamUser.class)
                        .forEach(user -> put(identities, user.name().asText().orElse(""), user));
            }
        }

        private static void put(Map<String, Set<String>> ids, String name, Resource resource) {
            ids.computeIfAbsent(name, each -> new HashSet<>())
                    .add(resource.element().id());
        }

        Set<String> bucketsOf(Value<String> name) {
            return buckets.getOrDefault(name.asText().orElse(""), Set.of(""));
        }

        Set<String> identitiesOf(Value<List<Value<String>>> names) {
            if (names.isUnknown()) {
                return Set.of("");
            }
            Set<String> ids = new HashSet<>();
            names.known()
                    .orElse(List.of())
                    .forEach(name ->
                            ids.addAll(identities.getOrDefault(name.asText().orElse(""), Set.of(""))));
            return ids;
        }
    }
}
