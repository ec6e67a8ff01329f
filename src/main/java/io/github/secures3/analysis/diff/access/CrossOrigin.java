package io.github.secures3.analysis.diff.access;

import io.github.secures3.analysis.diff.difference.Change;
import io.github.secures3.analysis.diff.difference.DiffEvaluator;
import io.github.secures3.analysis.diff.difference.Differences;
import io.github.secures3.analysis.diff.difference.Fact;
import io.github.secures3.analysis.diff.difference.Items;
import io.github.secures3.analysis.diff.difference.Kind;
import io.github.secures3.analysis.diff.difference.Pair;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.CorsRule;
import io.github.secures3.analysis.model.Value;
import io.github.secures3.policy.UnresolvedToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which pages of other origins a browser lets read or write objects. An origin that a pattern of the other version takes in is neither new nor gone.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/cors.html">CORS</a>
 * @since 0.1
 */
public final class CrossOrigin implements DiffEvaluator {

    private static final Fact FACT =
            Fact.of("cors", "no origin may use further methods", Kind.ACCESS, Severity.WARNING);
    private static final Items<Access> ITEMS = Items.ofAccess(
            FACT,
            "cross-origin access",
            Access::text,
            "name the origins and methods that your pages need, and no others");

    @Override
    public List<Fact> facts() {
        return List.of(FACT);
    }

    @Override
    public List<Change> evaluate(Differences differences) {
        List<Change> changes = new ArrayList<>();
        for (Pair<Bucket> pair : differences.pairs(Bucket.class)) {
            if (!pair.hasSame("CorsConfiguration")) {
                Value<List<Access>> base = accesses(pair.base());
                Value<List<Access>> head = accesses(pair.head());
                changes.addAll(ITEMS.compare(pair, without(base, head), without(head, base)));
            }
        }
        return changes;
    }

    /**
     * One method from the origins of one pattern, in which one asterisk may stand for any text.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/ManageCorsUsing.html">Elements of a CORS configuration</a>
     */
    private record Access(String method, String origin) {

        String text() {
            return "of " + method + " from " + origin;
        }

        boolean covers(Access other) {
            if (!method.equals(other.method) || origin.equals(other.origin)) {
                return method.equals(other.method);
            }
            boolean plain = !UnresolvedToken.isIn(origin) && !UnresolvedToken.isIn(other.origin);
            int star = origin.indexOf('*');
            return plain
                    && star >= 0
                    && other.origin.length() >= origin.length() - 1
                    && other.origin.startsWith(origin.substring(0, star))
                    && other.origin.endsWith(origin.substring(star + 1));
        }
    }

    /** What one side may do beyond what the other may by a wider pattern: that is neither new nor gone. */
    private static Value<List<Access>> without(Value<List<Access>> own, Value<List<Access>> other) {
        List<Access> wider = other.known().orElse(List.of());
        return own.part(list -> new Value.Known<>(
                list.stream()
                        .filter(each -> wider.stream().noneMatch(access -> !access.equals(each) && access.covers(each)))
                        .toList(),
                own.place().orElseThrow()));
    }

    /** Each method from each origin. */
    private static Value<List<Access>> accesses(Bucket bucket) {
        return bucket.cors().part(rules -> {
            Map<String, Access> all = new TreeMap<>();
            for (CorsRule rule : rules) {
                if (rule.allowedOrigins().isUnknown() || rule.allowedMethods().isUnknown()) {
                    return rule.allowedOrigins().isUnknown()
                            ? rule.allowedOrigins().part(never -> Value.absent())
                            : rule.allowedMethods().part(never -> Value.absent());
                }
                for (Value<String> origin : rule.allowedOrigins().known().orElse(List.of())) {
                    for (Value<String> method : rule.allowedMethods().known().orElse(List.of())) {
                        Access access = new Access(
                                method.asText().orElse(""), origin.asText().orElse(""));
                        all.put(access.text(), access);
                    }
                }
            }
            return new Value.Known<>(
                    List.copyOf(all.values()), bucket.cors().place().orElseThrow());
        });
    }
}
