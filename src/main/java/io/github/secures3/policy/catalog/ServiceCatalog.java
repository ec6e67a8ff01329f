package io.github.secures3.policy.catalog;

import io.github.secures3.policy.Glob;
import io.github.secures3.policy.Pattern;
import io.github.secures3.policy.PolicyVersion;
import java.net.URI;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * What AWS documents about one service: its actions, resource types and condition keys.
 *
 * <p>The data of a service is read on first use and kept. Names are compared as IAM compares them, letter case ignored, and every list comes in
 * one fixed order: by name, letter case ignored. Condition keys that exist for every service are in {@link GlobalConditionKeys}.
 *
 * @see <a href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_s3.html">Actions, resources, and condition keys for
 *     Amazon S3</a>
 * @see <a href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_kms.html">Actions, resources, and condition keys for
 *     AWS KMS</a>
 * @since 0.1
 */
public final class ServiceCatalog {

    private static final List<String> SERVICES =
            List.of("kms", "s3", "s3-object-lambda", "s3-outposts", "s3express", "s3tables", "s3vectors", "sts");
    private static final Map<String, ServiceCatalog> LOADED = new ConcurrentHashMap<>();

    private final ServiceHeader header;
    private final ConditionKeys conditionKeys;
    private final Map<String, ResourceType> resourceTypes = new LinkedHashMap<>();
    private final Map<String, ActionDefinition> actions = new LinkedHashMap<>();
    private final Spelling spelling;

    ServiceCatalog(
            ServiceHeader header,
            ConditionKeys conditionKeys,
            List<ResourceType> resourceTypes,
            List<ActionDefinition> actions) {
        this.header = header;
        this.conditionKeys = conditionKeys;
        resourceTypes.forEach(type -> this.resourceTypes.put(lowerCase(type.name()), type));
        actions.forEach(action -> this.actions.put(lowerCase(action.name()), action));
        this.spelling =
                new Spelling(actions.stream().map(ActionDefinition::name).toList());
    }

    /** Amazon S3: general purpose buckets, their objects, access points, jobs, Storage Lens and Access Grants. */
    public static ServiceCatalog s3() {
        return load("s3");
    }

    /** AWS Key Management Service. */
    public static ServiceCatalog kms() {
        return load("kms");
    }

    /** The service with this prefix, in any letter case; empty for services whose data is not in this library. */
    public static Optional<ServiceCatalog> of(String servicePrefix) {
        return Optional.of(lowerCase(servicePrefix)).filter(SERVICES::contains).map(ServiceCatalog::load);
    }

    /** The prefixes of all services whose data is in this library, sorted. */
    public static List<String> services() {
        return SERVICES;
    }

    /** The prefix of the service's actions, such as {@code s3}. */
    public String prefix() {
        return header.prefix();
    }

    /** The name of the service, such as {@code Amazon S3}. */
    public String name() {
        return header.name();
    }

    /** The AWS page that states these facts. */
    public URI source() {
        return header.source();
    }

    /** The day for which the data was last compared with AWS's; what AWS added later is missing. */
    public LocalDate asOf() {
        return header.asOf();
    }

    /** All actions. */
    public List<ActionDefinition> actions() {
        return List.copyOf(actions.values());
    }

    /**
     * The action with this name, with or without the service prefix: {@code PutObject} or {@code s3:PutObject}.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html">Action: prefix and name are
     *     case-insensitive</a>
     */
    public Optional<ActionDefinition> action(String name) {
        return Optional.ofNullable(actions.get(withoutPrefix(lowerCase(name))));
    }

    /**
     * The actions that a pattern of an {@code Action} element reaches, such as {@code s3:Get*} or {@code *}.
     *
     * <p>Policy variables and CDK tokens mean nothing in an action; such a pattern reaches none. Whether IAM would accept the pattern is not
     * judged.
     */
    public List<ActionDefinition> matching(String pattern) {
        // The old version of the language has no variables, and neither have actions in any version.
        Glob parsed = Glob.ignoringCase(Pattern.parse(pattern, PolicyVersion.V2008_10_17));
        return actions.values().stream()
                .filter(action -> parsed.matches(action.text()))
                .toList();
    }

    /** Up to three action names close to this one, closest first, for messages about unknown actions; empty where none is close. */
    public List<String> suggest(String name) {
        return spelling.closestTo(withoutPrefix(lowerCase(name)));
    }

    /** All resource types. */
    public List<ResourceType> resourceTypes() {
        return List.copyOf(resourceTypes.values());
    }

    /** The resource type with this name. */
    public Optional<ResourceType> resourceType(String name) {
        return Optional.ofNullable(resourceTypes.get(lowerCase(name)));
    }

    /** All condition keys that the service's own page lists, the {@code aws:} keys among them included. */
    public List<ConditionKey> conditionKeys() {
        return conditionKeys.all();
    }

    /** The key that a policy means by this name, {@code s3:ExistingObjectTag/team} included; global keys only as far as the page lists them. */
    public Optional<ConditionKey> conditionKey(String name) {
        return conditionKeys.find(name);
    }

    /** Up to three names of condition keys close to this one, closest first; empty where none is close. */
    public List<String> suggestConditionKey(String name) {
        return conditionKeys.suggest(name);
    }

    /**
     * The keys that requests for this action can carry: its own and those of its resource types. Global keys come on top.
     *
     * <p>A key of a resource type is there only for requests on such a resource.
     *
     * @throws IllegalArgumentException if the action belongs to another service
     */
    public List<ConditionKey> conditionKeysOf(ActionDefinition action) {
        if (!action.service().equals(prefix())) {
            throw new IllegalArgumentException("'" + action.text() + "' is no action of " + name()
                    + "; ask the catalog of '" + action.service() + "'");
        }
        List<String> names = Stream.concat(
                        action.conditionKeys().stream(),
                        action.resources().stream()
                                .flatMap(target -> resourceType(target.resourceType()).stream())
                                .flatMap(type -> type.conditionKeys().stream()))
                .toList();
        return conditionKeys.all().stream()
                .filter(key -> names.contains(key.name()))
                .toList();
    }

    @Override
    public String toString() {
        return name() + " as of " + asOf();
    }

    private String withoutPrefix(String lowerCaseName) {
        String start = prefix() + ":";
        return lowerCaseName.startsWith(start) ? lowerCaseName.substring(start.length()) : lowerCaseName;
    }

    private static ServiceCatalog load(String prefix) {
        return LOADED.computeIfAbsent(prefix, known -> CatalogReader.readService(known + ".tsv"));
    }

    private static String lowerCase(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
