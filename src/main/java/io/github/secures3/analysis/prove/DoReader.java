package io.github.secures3.analysis.prove;

import io.github.secures3.analysis.template.InputFile.Entry;
import io.github.secures3.policy.Actions;
import io.github.secures3.policy.catalog.ActionDefinition;
import io.github.secures3.policy.catalog.ServiceCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what an invariant is about: actions, and the objects or the bucket that they work on. */
final class DoReader {

    private static final Set<String> KINDS = Set.of("bucket", "object");
    private static final String BUCKET = "bucket";
    private static final String OBJECTS = "objects";
    private static final String ACTION = "an action such as s3:GetObject, with or without wildcards";
    private static final String KEY = "keys of objects such as reports/*, 'objects' or 'bucket'";

    private DoReader() {}

    /**
     * What an invariant is about.
     *
     * @param actions the actions
     * @param negatedResources whether all but the resources are meant
     * @param resources what stands behind the bucket's ARN; nothing for all
     * @param definitions what AWS says about the actions, as far as they work on the resources
     * @param words all of it in words
     */
    record Doing(
            Actions actions,
            boolean negatedResources,
            List<String> resources,
            List<ActionDefinition> definitions,
            String words) {}

    /** Reads {@code do} and {@code on}; without the latter, the bucket and all objects are meant. */
    static Doing read(Entry actions, @Nullable Entry on) {
        Members.Selection what = Members.Selection.read(actions, "'do'");
        Members.Selection where = on == null ? null : Members.Selection.read(on, "'on'");
        List<String> resources = new ArrayList<>();
        List<String> shown = new ArrayList<>();
        for (Entry each : where == null ? List.<Entry>of() : where.entries()) {
            shown.add(Members.text(each, KEY));
            resources.add(resource(each));
        }
        boolean but = where != null && where.negated();
        Set<String> kinds = but ? KINDS : kinds(resources);
        List<String> patterns = new ArrayList<>();
        List<ActionDefinition> definitions = new ArrayList<>();
        for (Entry each : what.entries()) {
            patterns.add(Members.text(each, ACTION));
            definitions.addAll(definitions(each, what.negated() ? KINDS : kinds));
        }
        if (what.negated()) {
            definitions = remaining(patterns, kinds);
            if (definitions.isEmpty()) {
                throw actions.problem("'not' leaves no action; name fewer");
            }
        }
        String words = (what.negated() ? "anything but " : "")
                + String.join(", ", patterns)
                + (shown.isEmpty() ? "" : " on " + (but ? "anything but " : "") + String.join(", ", shown));
        return new Doing(new Actions(what.negated(), patterns), but, resources, definitions, words);
    }

    private static String resource(Entry entry) {
        String text = Members.text(entry, KEY);
        if (text.startsWith("arn:")) {
            throw entry.problem("'" + text
                    + "' is an ARN; give the keys of objects alone, such as reports/*, and the bucket under 'bucket'");
        }
        return switch (text) {
            case BUCKET -> "";
            case OBJECTS -> "/*";
            default -> "/" + text;
        };
    }

    private static Set<String> kinds(List<String> resources) {
        if (resources.isEmpty()) {
            return KINDS;
        }
        boolean bucket = resources.contains("");
        boolean objects = resources.stream().anyMatch(resource -> !resource.isEmpty());
        return bucket && objects ? KINDS : Set.of(bucket ? "bucket" : "object");
    }

    private static List<ActionDefinition> definitions(Entry entry, Set<String> kinds) {
        String pattern = Members.text(entry, ACTION);
        ServiceCatalog s3 = ServiceCatalog.s3();
        List<ActionDefinition> known = s3.matching(pattern);
        if (known.isEmpty()) {
            throw entry.problem("'" + pattern + "' is no action of Amazon S3; " + hint(pattern, s3));
        }
        List<ActionDefinition> fitting =
                known.stream().filter(action -> worksOn(action, kinds)).toList();
        if (fitting.isEmpty()) {
            boolean other = known.stream().noneMatch(action -> worksOn(action, KINDS));
            throw entry.problem("'" + pattern + "' works on "
                    + (other
                            ? "neither buckets nor objects, so no invariant of a bucket can be about it"
                            : kinds.contains("object")
                                    ? "the bucket, not on objects; leave 'on' out, or name the bucket under it"
                                    : "objects, not on the bucket; leave 'on' out, or name keys under it"));
        }
        return fitting;
    }

    private static String hint(String pattern, ServiceCatalog s3) {
        if (!s3.matching("s3:" + pattern).isEmpty()) {
            return "write s3:" + pattern;
        }
        List<String> close = s3.suggest(pattern);
        return close.isEmpty()
                ? "write one such as s3:GetObject"
                : "did you mean s3:" + String.join(", s3:", close) + "?";
    }

    private static List<ActionDefinition> remaining(List<String> patterns, Set<String> kinds) {
        ServiceCatalog s3 = ServiceCatalog.s3();
        Set<ActionDefinition> named = Set.copyOf(patterns.stream()
                .flatMap(pattern -> s3.matching(pattern).stream())
                .distinct()
                .toList());
        return s3.actions().stream()
                .filter(action -> !named.contains(action) && worksOn(action, kinds))
                .toList();
    }

    private static boolean worksOn(ActionDefinition action, Set<String> kinds) {
        return Stream.of(action)
                .flatMap(each -> each.resources().stream())
                .anyMatch(target -> kinds.contains(target.resourceType()));
    }
}
