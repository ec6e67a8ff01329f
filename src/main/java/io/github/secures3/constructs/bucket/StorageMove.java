package io.github.secures3.constructs.bucket;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A transition of objects to another storage class after some days.
 *
 * @param storageClass the class as S3 names it
 * @param days how many days after their creation, or after they became noncurrent
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-transition-general-considerations.html">Transitioning
 *     objects</a>
 */
record StorageMove(String storageClass, int days) {

    private static final int EARLIEST_INFREQUENT_ACCESS = 30;
    private static final Set<String> INFREQUENT_ACCESS = Set.of("STANDARD_IA", "ONEZONE_IA");

    /** S3 moves objects down this slope only; between two classes on one step there is no way at all. */
    private static final Map<String, Integer> SLOPE = Map.of(
            "STANDARD_IA", 0,
            "INTELLIGENT_TIERING", 1,
            "ONEZONE_IA", 2,
            "GLACIER_IR", 2,
            "GLACIER", 3,
            "DEEP_ARCHIVE", 4);

    /** Refuses moves that come too early or do not lead to an ever colder class. */
    static void check(ConfigurationCheck check, String rule, String what, List<StorageMove> moves) {
        for (StorageMove move : moves) {
            check.that(
                    move.days >= EARLIEST_INFREQUENT_ACCESS || !INFREQUENT_ACCESS.contains(move.storageClass),
                    () -> rule + " moves objects to " + move.storageClass + " after " + move.days
                            + " days; S3 asks for at least " + EARLIEST_INFREQUENT_ACCESS);
        }
        List<StorageMove> known = moves.stream()
                .filter(move -> SLOPE.containsKey(move.storageClass))
                .sorted(Comparator.comparingInt(StorageMove::days).thenComparingInt(StorageMove::step))
                .toList();
        for (int i = 1; i < known.size(); i++) {
            StorageMove before = known.get(i - 1);
            StorageMove after = known.get(i);
            check.that(
                    before.step() < after.step(),
                    () -> rule + " moves " + what + " to " + before.storageClass + " after " + before.days
                            + " days and to " + after.storageClass + " after " + after.days
                            + "; S3 moves from STANDARD_IA over INTELLIGENT_TIERING, ONEZONE_IA or GLACIER_IR, and GLACIER"
                            + " to DEEP_ARCHIVE, never back");
        }
    }

    private int step() {
        return SLOPE.getOrDefault(storageClass, 0);
    }
}
