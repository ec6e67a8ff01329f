package io.github.secures3.constructs.accesspoint;

import io.github.secures3.constructs.bucket.BucketAccess;
import io.github.secures3.policy.PolicyDocument;
import io.github.secures3.policy.Principal;
import io.github.secures3.policy.Principals;
import io.github.secures3.policy.Statement;
import io.github.secures3.policy.UnresolvedToken;
import io.github.secures3.policy.json.PolicyQuota;
import io.github.secures3.policy.json.PolicyWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The policy of one access point: a statement for each right on each prefix, with all its principals.
 *
 * <p>Sids are made of right and prefix alone, so that no grant renames the statement of another.
 *
 * @param document the document, empty where nobody is granted anything
 * @param bytes how large it can become, each token counted at its longest
 */
record PointPolicy(PolicyDocument document, int bytes) {

    /** As long as the ARN of a role with path and longest name, which no other token outgrows here. */
    private static final String LONGEST_TOKEN_TEXT =
            "arn:aws-us-gov:iam::111122223333:role/a-path-of-some-length/and-a-role-name-of-sixty-four-characters-at-most";

    private static final int SID_WORD = 24;
    private static final int SID_HASH = 8;

    static PointPolicy of(Refusal refusal, String point, String arn, List<PointGrant> grants) {
        return sized(refusal, point, document(refusal, point, arn, grants));
    }

    /** The document alone, for grants that were sized before. */
    static PolicyDocument document(Refusal refusal, String point, String arn, List<PointGrant> grants) {
        List<Statement> statements = new ArrayList<>();
        int unresolved = 0;
        for (Map.Entry<Right, Set<String>> entry :
                byRight(refusal, point, grants).entrySet()) {
            Right right = entry.getKey();
            boolean known = !UnresolvedToken.isIn(right.prefix());
            String place = known ? place(right.prefix()) : "Unresolved" + ++unresolved;
            Principals principals = new Principals(
                    false, entry.getValue().stream().map(Principal::aws).toList());
            Map<String, Integer> used = new HashMap<>();
            for (Statement statement : right.access().onAccessPoint(arn, right.prefix())) {
                String sid = title(right.access(), statement) + place;
                int times = used.merge(sid, 1, Integer::sum);
                statements.add(new Statement(
                        times == 1 ? sid : sid + times,
                        statement.effect(),
                        principals,
                        statement.actions(),
                        statement.resources(),
                        statement.conditions()));
            }
        }
        return PolicyDocument.of(statements);
    }

    /** Written once and counted: what each statement takes matters only where all are too much. */
    private static PointPolicy sized(Refusal refusal, String point, PolicyDocument document) {
        int bytes = withLongestTokens(PolicyWriter.compact(document)).getBytes(StandardCharsets.UTF_8).length;
        refusal.unless(
                bytes <= PolicyQuota.ACCESS_POINT.limit(),
                () -> "the policy of access point '" + point + "' can become too large: "
                        + PolicyQuota.ACCESS_POINT
                                .measure(document, PointPolicy::withLongestTokens)
                                .summary()
                        + "; grant to accounts instead of single roles, or spread the grants over several access"
                        + " points");
        return new PointPolicy(document, bytes);
    }

    private record Right(BucketAccess access, String prefix) implements Comparable<Right> {
        @Override
        public int compareTo(Right other) {
            int byAccess = access.compareTo(other.access);
            return byAccess == 0 ? prefix.compareTo(other.prefix) : byAccess;
        }
    }

    private static Map<Right, Set<String>> byRight(Refusal refusal, String point, List<PointGrant> grants) {
        Map<Right, Set<String>> known = new TreeMap<>();
        Map<Right, Set<String>> unresolved = new LinkedHashMap<>();
        for (PointGrant grant : grants) {
            Map<Right, Set<String>> all = UnresolvedToken.isIn(grant.prefix()) ? unresolved : known;
            all.computeIfAbsent(new Right(grant.access(), grant.prefix()), any -> new LinkedHashSet<>())
                    .addAll(grant.grantee().principals(refusal, point));
        }
        Map<Right, Set<String>> all = new LinkedHashMap<>(known);
        all.putAll(unresolved);
        all.replaceAll((right, principals) -> ordered(principals));
        return all;
    }

    /** Known texts in their order, tokens behind them as they came: the names of tokens say nothing. */
    private static Set<String> ordered(Set<String> principals) {
        Set<String> known = new TreeSet<>();
        Set<String> unresolved = new LinkedHashSet<>();
        principals.forEach(text -> (UnresolvedToken.isIn(text) ? unresolved : known).add(text));
        Set<String> ordered = new LinkedHashSet<>(known);
        ordered.addAll(unresolved);
        return ordered;
    }

    private static String title(BucketAccess access, Statement statement) {
        if (statement.actions().patterns().contains("s3:ListBucket")) {
            return "List";
        }
        return switch (access) {
            case READ -> "Read";
            case WRITE -> "Write";
            case READ_WRITE -> "ReadWrite";
            case APPEND_ONLY -> "Append";
            case DELETE -> "Delete";
        };
    }

    /** The prefix in letters and digits: a part that people can read and a hash that tells it from all others. */
    private static String place(String prefix) {
        if (prefix.isEmpty()) {
            return "";
        }
        StringBuilder word = new StringBuilder();
        boolean capital = true;
        for (int i = 0; i < prefix.length() && word.length() < SID_WORD; i++) {
            char next = prefix.charAt(i);
            boolean plain =
                    (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z') || (next >= '0' && next <= '9');
            if (plain) {
                word.append(capital ? Character.toUpperCase(next) : next);
            }
            capital = !plain;
        }
        return word + hash(prefix);
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, SID_HASH).toUpperCase(Locale.ROOT);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static String withLongestTokens(String text) {
        return UnresolvedToken.replaceIn(text, token -> LONGEST_TOKEN_TEXT);
    }
}
