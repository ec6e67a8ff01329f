package io.github.secures3.analysis.prove.internal;

import io.github.secures3.policy.catalog.ResourceType;
import io.github.secures3.policy.catalog.ServiceCatalog;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the ARNs of each kind of resource look, and which kinds an action works on. */
final class ResourceForms {

    static final String RESOURCE = "resource";

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z]+)}");
    private static final int ACCOUNT_DIGITS = 12;
    private static final List<String> PREFERRED = List.of(
            "arn:aws:s3:::example-bucket/example.txt",
            "arn:aws:s3:::example-bucket",
            "*",
            "arn:aws:s3:us-east-1:111122223333:accesspoint/example",
            "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab");

    private static final ResourceForms ALL = new ResourceForms();

    private final Map<String, Language> languages = new LinkedHashMap<>();
    private final Map<Set<String>, Set<String>> actionsByKinds = new LinkedHashMap<>();

    private ResourceForms() {
        for (String service : ServiceCatalog.services()) {
            for (ResourceType type : ServiceCatalog.of(service).orElseThrow().resourceTypes()) {
                languages.put(service + ":" + type.name().toLowerCase(Locale.ROOT), language(type.arnPattern()));
            }
        }
        for (String action : ActionIndex.all().names()) {
            actionsByKinds
                    .computeIfAbsent(kindsOf(action), kinds -> new LinkedHashSet<>())
                    .add(action);
        }
    }

    static ResourceForms all() {
        return ALL;
    }

    /** The resource of requests with any action: what kinds the action works on tells which ARNs there can be. */
    TextAttribute attribute(Vocabulary vocabulary) {
        TextAttribute resource = vocabulary.text(
                RESOURCE, Language.sequence().one(Letters.ANY).many(Letters.ANY).language(), List.of(), PREFERRED);
        Circuit circuit = vocabulary.logic().circuit();
        actionsByKinds.forEach((kinds, actions) -> {
            int chosen = vocabulary.actionPasses("works on " + kinds, actions::contains);
            int form = kinds.isEmpty() ? resource.in(Language.text("*")) : Circuit.FALSE;
            for (String kind : kinds) {
                form = circuit.or(form, resource.in(languages.getOrDefault(kind, Language.any())));
            }
            vocabulary.require(circuit.implies(chosen, form));
        });
        return resource;
    }

    /** The formula under which the resource is what people mostly ask about: a bucket or an object by its bucket's name. */
    int isUsual(Vocabulary vocabulary, TextAttribute resource) {
        return vocabulary
                .logic()
                .circuit()
                .or(
                        resource.in(languages.getOrDefault("s3:bucket", Language.any())),
                        resource.in(languages.getOrDefault("s3:object", Language.any())));
    }

    private static Set<String> kindsOf(String action) {
        String service = action.substring(0, action.indexOf(':'));
        Set<String> kinds = new TreeSet<>();
        ActionIndex.all().kindsOf(action).forEach(kind -> kinds.add(service + ":" + kind));
        return kinds;
    }

    private static Language language(String arnPattern) {
        Sequence sequence = Language.sequence();
        Matcher variable = VARIABLE.matcher(arnPattern);
        int at = 0;
        while (variable.find()) {
            sequence.text(arnPattern.substring(at, variable.start()));
            switch (variable.group(1)) {
                case "Partition" -> sequence.text("aws");
                case "Account" -> sequence.times(ACCOUNT_DIGITS, Letters.DIGIT);
                case "ObjectName" -> sequence.one(Letters.ANY).many(Letters.ANY);
                default -> sequence.one(Letters.NAME).many(Letters.NAME);
            }
            at = variable.end();
        }
        return sequence.text(arnPattern.substring(at)).language();
    }
}
