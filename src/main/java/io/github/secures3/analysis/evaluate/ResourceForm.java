package io.github.secures3.analysis.evaluate;

import io.github.secures3.policy.Arn;
import io.github.secures3.policy.UnresolvedToken;
import io.github.secures3.policy.catalog.ResourceType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the ARNs of one kind of resource look like. */
final class ResourceForm {

    private static final int PARTS = 6;
    /** The names of parts that may hold slashes themselves. */
    private static final List<String> WITH_SLASHES = List.of("${ObjectName}", "${RoleNameWithPath}", "${Token}");

    private final String example;
    private final String service;
    private final boolean ofAccount;
    private final List<String> segments;

    private ResourceForm(String example, String service, boolean ofAccount, List<String> segments) {
        this.example = example;
        this.service = service;
        this.ofAccount = ofAccount;
        this.segments = segments;
    }

    static ResourceForm of(ResourceType type) {
        String[] parts = type.arnPattern().split(":", PARTS);
        return new ResourceForm(
                type.name() + " ("
                        + type.arnPattern().replace("${Partition}", "aws").replaceAll("[${}]", "") + ")",
                parts[2],
                !parts[4].isEmpty(),
                List.of(parts[5].split("/", -1)));
    }

    /** The kind for messages. */
    String example() {
        return example;
    }

    /** Whether it is the form of an ARN in which names stand for unknown values, see {@link #named}. */
    boolean fits(Arn arn) {
        if (!arn.service().equals(service) || arn.account().isEmpty() == ofAccount) {
            return false;
        }
        String rest = arn.resource();
        int last = segments.size() - 1;
        for (int at = 0; at < last; at++) {
            int slash = rest.indexOf('/');
            if (slash < 0 || !isOne(segments.get(at), rest.substring(0, slash))) {
                return false;
            }
            rest = rest.substring(slash + 1);
        }
        return WITH_SLASHES.contains(segments.get(last))
                ? !rest.isEmpty()
                : rest.indexOf('/') < 0 && isOne(segments.get(last), rest);
    }

    /** A request names one bucket, not a pattern of names. */
    private static boolean isOne(String segment, String actual) {
        return segment.startsWith("${")
                ? !actual.isEmpty() && actual.indexOf('*') < 0 && actual.indexOf('?') < 0
                : segment.equals(actual);
    }

    /** The ARN with a name in place of each value that is not known; null where it is none. */
    static @Nullable Arn named(String resource) {
        return Arn.find(UnresolvedToken.isIn(resource) ? withoutUnknowns(resource) : resource)
                .orElse(null);
    }

    private static String withoutUnknowns(String resource) {
        StringBuilder plain = new StringBuilder();
        int at = 0;
        while (at < resource.length()) {
            int end = UnresolvedToken.endOfTokenAt(resource, at);
            plain.append(end < 0 ? resource.charAt(at) : 'x');
            at = end < 0 ? at + 1 : end;
        }
        return plain.toString();
    }
}
