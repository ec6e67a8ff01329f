package io.github.secures3.analysis.diff.protection;

import io.github.secures3.analysis.diff.difference.Change;
import io.github.secures3.analysis.diff.difference.DiffEvaluator;
import io.github.secures3.analysis.diff.difference.Differences;
import io.github.secures3.analysis.diff.difference.Direction;
import io.github.secures3.analysis.diff.difference.Fact;
import io.github.secures3.analysis.diff.difference.Kind;
import io.github.secures3.analysis.diff.difference.Pair;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.BucketEncryption;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.model.KmsAlias;
import io.github.secures3.analysis.model.KmsKey;
import io.github.secures3.analysis.model.Resource;
import io.github.secures3.analysis.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The KMS key that encrypts objects by default. Without a key of its own a bucket uses the AWS managed key, whose policy nobody can write.
 *
 * <p>Another key is neutral where both keys are in the estate, whose policies are compared as such; otherwise it is undecided, for nobody knows
 * who may use it. An alias that stands for another key, one of which is not in the estate, is undecided too: whoever names it gets that key.
 *
 * @see <a href="https://docs.aws.amazon.com/kms/latest/developerguide/kms-alias.html">Aliases</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html">SSE-KMS</a>
 * @since 0.1
 */
public final class EncryptionKey implements DiffEvaluator {

    /** The alias of the AWS managed key. */
    private static final String MANAGED = "alias/aws/s3";

    private static final Fact FACT = Fact.of(
            "encryption-key", "default encryption keeps its customer managed key", Kind.PROTECTION, Severity.WARNING);

    @Override
    public List<Fact> facts() {
        return List.of(FACT);
    }

    @Override
    public List<Change> evaluate(Differences differences) {
        List<Change> changes = new ArrayList<>();
        for (Pair<Resource> pair : differences.pairs()) {
            boolean both = EncryptionRules.isKms(pair.base()) && EncryptionRules.isKms(pair.head());
            if (both) {
                compare(pair, differences).ifPresent(changes::add);
            }
        }
        for (Pair<KmsAlias> pair : differences.pairs(KmsAlias.class)) {
            retargeted(pair, differences).ifPresent(changes::add);
        }
        return changes;
    }

    private static Optional<Change> compare(Pair<Resource> pair, Differences differences) {
        Value<String> base = stated(pair.base());
        Value<String> head = stated(pair.head());
        Optional<KmsKey> older = key(differences.base(), base);
        Optional<KmsKey> newer = key(differences.head(), head);
        boolean same = differences.pairs(KmsKey.class).stream()
                .anyMatch(keys -> older.filter(key -> isSame(key, keys.base())).isPresent()
                        && newer.filter(key -> isSame(key, keys.head())).isPresent());
        // An alias may lead to another key than before, also where the templates hold neither.
        Optional<String> before = alias(differences.base(), base);
        Optional<String> after = alias(differences.head(), head);
        boolean sameText =
                base.asText().equals(head.asText()) && older.isEmpty() && newer.isEmpty() && before.equals(after);
        if (same || sameText) {
            return Optional.empty();
        }
        Direction direction = older.isPresent() && newer.isPresent() ? Direction.NEUTRAL : Direction.UNDECIDED;
        if (base.isAbsent() || head.isAbsent()) {
            direction = head.isAbsent() ? Direction.WEAKENED : Direction.STRENGTHENED;
        }
        return Optional.of(FACT.changed(
                pair,
                base.place().orElse(pair.base().element().at()),
                head.place().orElse(pair.head().element().at()),
                direction,
                "the key of default encryption was " + text(base, older) + standsFor(before) + " and is "
                        + text(head, newer) + standsFor(after),
                head.isAbsent()
                        ? "name a customer managed key, whose policy says who may use it"
                        : "check who may use and delete that key"));
    }

    /** The key that is stated; absent where that is the AWS managed key, by its alias. */
    private static Value<String> stated(Resource resource) {
        Value<String> key = EncryptionRules.of(resource).part(BucketEncryption::key);
        return key.isSurely(name -> name.equals(MANAGED) || name.endsWith(":" + MANAGED)) ? Value.absent() : key;
    }

    private static boolean isSame(KmsKey one, KmsKey other) {
        return one.element().id().equals(other.element().id());
    }

    private static String text(Value<String> value, Optional<KmsKey> key) {
        if (key.isPresent()) {
            return key.get().element().id();
        }
        return value.isAbsent()
                ? "the AWS managed key"
                : value.known().orElse("unknown (" + value.whyUnknown().orElse("") + ")");
    }

    private static String standsFor(Optional<String> alias) {
        return alias.map(key -> " for " + key).orElse("");
    }

    /** What an alias of the estate that the value names stands for; empty where that is a key of the estate. */
    private static Optional<String> alias(Estate estate, Value<String> value) {
        return key(estate, value).isPresent()
                ? Optional.empty()
                : aliasNamed(estate, value)
                        .map(alias ->
                                alias.key().known().orElse(alias.key().asText().orElse("no key")));
    }

    /** Others may use an alias by its name, and get another key without a change of their own. */
    private static Optional<Change> retargeted(Pair<KmsAlias> pair, Differences differences) {
        Value<String> base = pair.base().key();
        Value<String> head = pair.head().key();
        boolean inEstate = key(differences.base(), base).isPresent()
                && key(differences.head(), head).isPresent();
        if (inEstate || base.asText().equals(head.asText())) {
            return Optional.empty();
        }
        return Optional.of(FACT.changed(
                pair,
                base.place().orElse(pair.base().element().at()),
                head.place().orElse(pair.head().element().at()),
                Direction.UNDECIDED,
                "the alias " + pair.head().name().asText().orElse("") + " stood for "
                        + text(base, key(differences.base(), base)) + " and stands for "
                        + text(head, key(differences.head(), head)),
                "check who may use and delete that key"));
    }

    /** The key of the estate that the value names by id, ARN or alias. */
    private static Optional<KmsKey> key(Estate estate, Value<String> value) {
        Optional<String> text = value.asText();
        List<KmsKey> keys = estate.all(KmsKey.class);
        Optional<KmsKey> direct = keys.stream()
                .filter(key -> text.equals(key.id().asText()) || text.equals(Optional.of(key.arn())))
                .findFirst();
        if (direct.isPresent()) {
            return direct;
        }
        return aliasNamed(estate, value)
                .flatMap(alias -> keys.stream()
                        .filter(key -> alias.key().asText().equals(key.id().asText())
                                || alias.key().asText().equals(Optional.of(key.arn())))
                        .findFirst());
    }

    /** The alias of the estate that the value names, by itself or at the end of an ARN. */
    private static Optional<KmsAlias> aliasNamed(Estate estate, Value<String> value) {
        String text = value.asText().orElse("");
        return estate.all(KmsAlias.class).stream()
                .filter(alias -> alias.name()
                        .asText()
                        .filter(name -> text.equals(name) || text.endsWith(":" + name))
                        .isPresent())
                .findFirst();
    }
}
