package io.github.secures3.agreement;

import io.github.secures3.analysis.evaluate.AccessRequest;
import io.github.secures3.analysis.evaluate.RequestPrincipal;
import io.github.secures3.analysis.prove.internal.CallerScope;
import io.github.secures3.analysis.prove.internal.Inquiry;
import io.github.secures3.policy.UnresolvedToken;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * One random world twice: as it is, and as a template may tell it, with some values that only a deployment knows.
 *
 * @param seed what makes this trial and no other
 * @param hidden texts that are not known, each with what stands in its place
 * @param callers who asks
 * @param known the world as it is
 * @param told the world as it is told
 * @param scene the callers in the world as it is told
 */
record Trial(
        long seed,
        Map<String, String> hidden,
        List<RequestPrincipal> callers,
        RandomSituation known,
        RandomSituation told,
        Inquiry.Scene scene) {

    private static final List<String> OF_THE_OWNER = List.of(
            "arn:aws:sts::111122223333:assumed-role/Read-1/s",
            "arn:aws:iam::111122223333:user/u",
            "arn:aws:iam::111122223333:root",
            "arn:aws:sts::111122223333:federated-user/f");
    private static final List<String> OUTSIDE = List.of(
            "arn:aws:sts::444455556666:assumed-role/Out-2/s",
            "arn:aws:iam::444455556666:user/p/w",
            "arn:aws:iam::444455556666:root",
            "arn:aws:sts::123456789012:assumed-role/Z/s");
    private static final List<String> WITHOUT_ACCOUNT = List.of("cloudtrail.amazonaws.com", "anonymous");

    /** Who may ask, and some of them. */
    private enum Group {
        OWN,
        OTHERS,
        NOBODY,
        ALL;

        List<String> members() {
            return switch (this) {
                case OWN -> OF_THE_OWNER;
                case OTHERS -> OUTSIDE;
                case NOBODY -> WITHOUT_ACCOUNT;
                case ALL ->
                    List.of(OF_THE_OWNER, OUTSIDE, WITHOUT_ACCOUNT).stream()
                            .flatMap(List::stream)
                            .toList();
            };
        }

        CallerScope scope(String owner) {
            return switch (this) {
                case OWN -> CallerScope.allOf(owner, List.of());
                case OTHERS -> CallerScope.allOutside(List.of(owner), List.of());
                case NOBODY -> CallerScope.withoutAccount();
                case ALL -> CallerScope.everyone();
            };
        }
    }

    /** One caller of each kind. */
    static List<RequestPrincipal> everyone() {
        return Group.ALL.members().stream().map(RequestPrincipal::parse).toList();
    }

    static Trial of(long seed) {
        Random random = new Random(seed);
        Map<String, String> hidden = random.nextBoolean() ? hidden(random) : Map.of();
        UnaryOperator<String> words = text -> hide(text, hidden);
        RandomSituation known = RandomSituation.of(seed, UnaryOperator.identity(), false);
        RandomSituation told = RandomSituation.of(seed, words, random.nextInt(3) == 0);
        Group group = Group.values()[random.nextInt(Group.values().length)];
        List<String> callers = group.members();
        CallerScope scope = group.scope(words.apply(RandomSituation.OWNER));
        if (random.nextInt(3) == 0) {
            callers = List.of(callers.get(random.nextInt(callers.size())));
            scope = CallerScope.one(RequestPrincipal.parse(words.apply(callers.get(0))));
        }
        return new Trial(
                seed,
                hidden,
                callers.stream().map(RequestPrincipal::parse).toList(),
                known,
                told,
                new Inquiry.Scene(scope, told.situation(), words.apply(RandomSituation.BUCKET)));
    }

    /** Some texts; those with a hyphen may be names that a deployment makes up. */
    private static Map<String, String> hidden(Random random) {
        Map<String, String> hidden = new TreeMap<>();
        for (String text :
                List.of("data-1", "vpce-1", "red", "o-one", "Read-1", "444455556666", "user/u", "a/", "prod", "k-1")) {
            boolean madeUp = text.indexOf('-') >= 0 && random.nextBoolean();
            if (random.nextInt(5) == 0) {
                String name = "T" + hidden.size();
                String start = text.startsWith("user/") ? "user/" : "";
                hidden.put(text, start + (madeUp ? UnresolvedToken.ofGeneratedName(name) : UnresolvedToken.of(name)));
            }
        }
        return hidden;
    }

    private static String hide(String text, Map<String, String> hidden) {
        String told = text;
        for (Map.Entry<String, String> word : hidden.entrySet()) {
            told = told.replace(word.getKey(), word.getValue());
        }
        return told;
    }

    /** A request of the world as it is told in the world as it is. */
    AccessRequest shown(AccessRequest request) {
        Map<String, List<String>> context = new TreeMap<>();
        request.context()
                .forEach((key, values) ->
                        context.put(key, values.stream().map(this::shown).toList()));
        return AccessRequest.of(
                RequestPrincipal.parse(shown(request.principal().text())),
                request.action(),
                shown(request.resource()),
                context);
    }

    private String shown(String told) {
        String text = told;
        for (Map.Entry<String, String> word : hidden.entrySet()) {
            text = text.replace(word.getValue(), word.getKey());
        }
        return text;
    }

    @Override
    public String toString() {
        return "-Dagreement.case=" + seed + " hides " + hidden + " from questions about "
                + callers.stream().map(RequestPrincipal::text).toList();
    }
}
