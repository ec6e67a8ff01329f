package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.model.Element;
import io.github.secures3.policy.catalog.Spelling;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an acknowledgement names: a rule of this library for all resources of the construct that it is made on, as in {@code bucket.access-logging}; for
 * one of them, as in {@code bucket.access-logging[Orders/Data/Resource]}; or something that another tool knows. {@code SecureS3::} before it says that
 * this library is meant.
 *
 * @since 0.1
 */
public final class AcknowledgedRule {

    /** The name of this library's validation plugin. */
    public static final String PLUGIN = "SecureS3";

    private static final String SEPARATOR = "::";
    private static final String OURS = PLUGIN + SEPARATOR;
    private static final List<String> RULES =
            RuleSet.standard().rules().stream().map(rule -> rule.id().text()).toList();
    private static final Spelling SPELLING = new Spelling(RULES);

    private final String text;
    private final String plugin;
    private final String name;
    private final @Nullable String resource;

    private AcknowledgedRule(String text) {
        this.text = text;
        int bracket = text.indexOf('[');
        int colons = text.indexOf(SEPARATOR);
        boolean named = colons > 0 && (bracket < 0 || colons < bracket);
        this.plugin = named ? text.substring(0, colons) : "";
        String rest = named ? text.substring(colons + SEPARATOR.length()) : text;
        int start = rest.indexOf('[');
        boolean one = start > 0 && rest.endsWith("]");
        this.name = one ? rest.substring(0, start) : rest;
        this.resource = one ? rest.substring(start + 1, rest.length() - 1) : null;
    }

    static AcknowledgedRule parse(String text) {
        return new AcknowledgedRule(text);
    }

    /** The id that acknowledges this finding and nothing else. It has no spaces, which the CDK replaces. */
    public static String of(Finding finding) {
        String path = finding.constructPath();
        return finding.rule() + "[" + plain(path == null ? finding.resource() : path) + "]";
    }

    /** The rules of this library whose names are like what an acknowledgement, or the name of a finding, says; none where none is. */
    public static List<String> closestTo(String text) {
        return SPELLING.closestTo(parse(text).name);
    }

    /** Whether it names the rule, or one of another tool's that asks for the same, for this resource. */
    boolean isAbout(Rule rule, Element element) {
        if (isOurs() && rule.id().text().equals(name)) {
            return resource == null || isNamed(element, resource);
        }
        return rule.controls().stream()
                .filter(control -> control.framework().isTool())
                .anyMatch(control -> control.id().equals(withoutPlugin()));
    }

    /** What it names, without the plugin. */
    String withoutPlugin() {
        return plugin.isEmpty() ? text : text.substring(plugin.length() + SEPARATOR.length());
    }

    /** The rule of this library that it names. */
    Optional<String> rule() {
        return isOurs() && RULES.contains(name) ? Optional.of(name) : Optional.empty();
    }

    /** What was probably meant where it seems to mean a rule of this library and names none; empty otherwise. */
    Optional<List<String>> misspelt() {
        if (!isOurs() || RULES.contains(name) || name.startsWith(StatedInvariantHolds.PREFIX)) {
            return Optional.empty();
        }
        List<String> closest = closestTo(name);
        return !plugin.isEmpty() || !closest.isEmpty() || isOfOneFamily() ? Optional.of(closest) : Optional.empty();
    }

    private boolean isOurs() {
        return plugin.isEmpty() || text.startsWith(OURS);
    }

    /** Whether it looks like {@code bucket.something}, a form that no other tool uses. */
    private boolean isOfOneFamily() {
        int dot = name.indexOf('.');
        return dot > 0
                && name.equals(name.toLowerCase(Locale.ROOT))
                && RULES.stream().anyMatch(rule -> rule.startsWith(name.substring(0, dot + 1)));
    }

    private static boolean isNamed(Element element, String resource) {
        String path = element.constructPath();
        return resource.equals(plain(element.id())) || (path != null && resource.equals(plain(path)));
    }

    private static String plain(String path) {
        return path.replace(' ', '-').replace(SEPARATOR, ":");
    }
}
