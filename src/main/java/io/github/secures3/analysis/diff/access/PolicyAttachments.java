package io.github.secures3.analysis.diff.access;

import io.github.secures3.analysis.diff.access.AttachedEffects.Effects;
import io.github.secures3.analysis.diff.difference.Change;
import io.github.secures3.analysis.diff.difference.DiffEvaluator;
import io.github.secures3.analysis.diff.difference.Differences;
import io.github.secures3.analysis.diff.difference.Direction;
import io.github.secures3.analysis.diff.difference.Fact;
import io.github.secures3.analysis.diff.difference.Items;
import io.github.secures3.analysis.diff.difference.Kind;
import io.github.secures3.analysis.diff.difference.Pair;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.GroupMembership;
import io.github.secures3.analysis.model.InlinePolicy;
import io.github.secures3.analysis.model.Location;
import io.github.secures3.analysis.model.ManagedPolicy;
import io.github.secures3.analysis.model.Resource;
import io.github.secures3.analysis.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which policies are attached to which roles, users and groups, and which users are in which groups. Managed policies of AWS that are known to say
 * nothing about S3 and keys do not count. A policy that denies protects as long as it is attached; what is not in the templates is undecided, but for the
 * policies of AWS.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_manage-attach-detach.html">Attaching policies</a>
 * @since 0.1
 */
public final class PolicyAttachments implements DiffEvaluator {

    private static final Fact FACT = Fact.of(
            "policy-attachment",
            "no policy is attached to further roles, users or groups",
            Kind.ACCESS,
            Severity.ERROR);
    private static final String FIX = "check that those are meant to have what the policy allows";

    @Override
    public List<Fact> facts() {
        return List.of(FACT);
    }

    @Override
    public List<Change> evaluate(Differences differences) {
        List<Change> changes = new ArrayList<>();
        AttachedEffects older = new AttachedEffects(differences.base());
        AttachedEffects newer = new AttachedEffects(differences.head());
        for (Pair<Resource> pair : differences.pairs()) {
            if (!pair.hasSameProperties()) {
                compare(pair, older, newer, changes);
            }
        }
        for (Resource resource : differences.removed()) {
            alone(resource, newer)
                    .forEach(each -> meanings(each, effects(each, older), true)
                            .forEach((text, direction) ->
                                    changes.add(FACT.removed(resource, direction, text, fix(true)))));
        }
        for (Resource resource : differences.added()) {
            alone(resource, older)
                    .forEach(each -> meanings(each, effects(each, newer), false)
                            .forEach((text, direction) ->
                                    changes.add(FACT.added(resource, direction, text, fix(false)))));
        }
        return changes;
    }

    private static void compare(
            Pair<Resource> pair, AttachedEffects older, AttachedEffects newer, List<Change> changes) {
        Map<String, Value<List<Value<String>>>> after = Attachment.lists(pair.head());
        Attachment.lists(pair.base()).forEach((name, base) -> {
            Value<List<Value<String>>> head = after.getOrDefault(name, Value.absent());
            if (base.isUnknown() || head.isUnknown()) {
                changes.addAll(items(name).compare(pair, base, head));
                return;
            }
            Location before = base.place().orElse(pair.base().element().at());
            Location now = head.place().orElse(pair.head().element().at());
            texts(base).stream()
                    .filter(item -> !texts(head).contains(item))
                    .map(item -> new Attachment(pair.base(), name, item))
                    .filter(each -> !newer.holds(each))
                    .forEach(each -> meanings(each, older.of(each), true)
                            .forEach((text, direction) ->
                                    changes.add(FACT.changed(pair, before, now, direction, text, fix(true)))));
            texts(head).stream()
                    .filter(item -> !texts(base).contains(item))
                    .map(item -> new Attachment(pair.head(), name, item))
                    .filter(each -> !older.holds(each))
                    .forEach(each -> meanings(each, newer.of(each), false)
                            .forEach((text, direction) ->
                                    changes.add(FACT.changed(pair, before, now, direction, text, fix(false)))));
        });
    }

    /** What comes of an attachment that is gone or new, in words. */
    private static Map<String, Direction> meanings(Attachment attachment, Effects effects, boolean gone) {
        Map<String, Direction> meanings = new TreeMap<>();
        String text = "the " + attachment.name() + " " + attachment.item() + (gone ? " is gone" : " is new");
        if (!effects.known()) {
            meanings.put(text + ", and what it allows and denies is not known", Direction.UNDECIDED);
            return meanings;
        }
        if (effects.allow() || !effects.deny()) {
            meanings.put(text, gone ? Direction.STRENGTHENED : Direction.WEAKENED);
        }
        if (effects.deny()) {
            meanings.put(text + ", and what it denies with it", gone ? Direction.WEAKENED : Direction.STRENGTHENED);
        }
        return meanings;
    }

    private static String fix(boolean gone) {
        return gone ? "keep what is denied, or make sure that nothing needs it" : FIX;
    }

    /** A role, user or group that is new or gone has denied nobody anything before or after. */
    private static Effects effects(Attachment attachment, AttachedEffects estate) {
        return attachment.resource() instanceof GroupMembership
                ? estate.of(attachment)
                : new Effects(true, true, false);
    }

    private static Set<String> texts(Value<List<Value<String>>> values) {
        Set<String> texts = new TreeSet<>();
        values.known()
                .orElse(List.of())
                .forEach(value -> texts.add(value.asText().orElse("")));
        return texts;
    }

    private static Items<Value<String>> items(String name) {
        return Items.ofAccess(FACT, name, value -> value.asText().orElse(""), FIX);
    }

    /** What a new or a gone resource attaches that no statement of it tells already, nor another resource in the other version. */
    private static List<Attachment> alone(Resource resource, AttachedEffects other) {
        boolean hasStatements = resource instanceof ManagedPolicy || resource instanceof InlinePolicy;
        List<Attachment> all = new ArrayList<>(hasStatements ? List.of() : Attachment.of(resource));
        all.removeIf(other::holds);
        if (!hasStatements) {
            Attachment.lists(resource)
                    .forEach((name, items) -> items.whyUnknown()
                            .ifPresent(why -> all.add(new Attachment(
                                    resource, name, items.asText().orElse("")))));
        }
        return all;
    }
}
