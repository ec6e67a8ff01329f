package io.github.secures3.analysis.report.access;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts ways together by which one caller can do the same. */
final class Ways {

    static final String THROUGH = "through access point ";

    private static final int MOST_REASONS = 6;
    private static final int MOST_NAMES = 6;

    private Ways() {}

    /** The rows of one caller with equal ones as one. */
    static List<AccessRow> merged(List<AccessRow> rows) {
        Map<String, List<AccessRow>> bySameReach = new LinkedHashMap<>();
        for (AccessRow row : rows) {
            StringBuilder same = new StringBuilder();
            for (Capability capability : Capability.values()) {
                Reach reach = row.reach().getOrDefault(capability, Reach.NONE);
                boolean some = reach.isAllowed() || reach.isUndecided();
                same.append(some ? reach.outcome() + " " + reach.objects() : "no")
                        .append('\n');
            }
            bySameReach
                    .computeIfAbsent(same.toString(), key -> new ArrayList<>())
                    .add(row);
        }
        return bySameReach.values().stream().map(Ways::merge).toList();
    }

    private static AccessRow merge(List<AccessRow> same) {
        AccessRow first = same.get(0);
        if (same.size() == 1) {
            return first;
        }
        Map<Capability, Reach> reach = new EnumMap<>(Capability.class);
        first.reach().forEach((capability, one) -> {
            Set<String> why = new LinkedHashSet<>();
            same.forEach(row ->
                    why.addAll(row.reach().getOrDefault(capability, Reach.NONE).why()));
            reach.put(
                    capability,
                    new Reach(
                            one.outcome(),
                            one.objects(),
                            why.stream().limit(MOST_REASONS).toList()));
        });
        return new AccessRow(
                first.caller(), words(same.stream().map(AccessRow::way).toList()), reach);
    }

    private static String words(List<String> ways) {
        List<String> points = ways.stream()
                .filter(way -> way.startsWith(THROUGH))
                .map(way -> way.substring(THROUGH.length()))
                .toList();
        String names = String.join(", ", points.stream().limit(MOST_NAMES).toList());
        String more = points.size() > MOST_NAMES ? " and " + (points.size() - MOST_NAMES) + " more" : "";
        String through = THROUGH.strip() + (points.size() == 1 ? " " : "s ") + names + more;
        return points.size() == ways.size() ? through : AccessRow.DIRECTLY + ", and " + through;
    }
}
