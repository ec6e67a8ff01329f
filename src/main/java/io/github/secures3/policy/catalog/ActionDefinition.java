package io.github.secures3.policy.catalog;

import java.util.List;

/**
 * An action as AWS documents it.
 *
 * <p>Where AWS gives an action several access levels, this is the one that says most: {@code s3:PutBucketPolicy} is permissions management, not
 * write.
 *
 * @param service the service prefix, such as {@code s3}
 * @param name the name after the colon, in AWS's spelling
 * @param accessLevel how far the action reaches
 * @param resources the kinds of resource it can be limited to, sorted by name; with none, a statement must say {@code "Resource": "*"}
 * @param conditionKeys the keys its requests can carry, sorted; those of the resource types come on top, see
 *     {@link ServiceCatalog#conditionKeysOf}
 * @param dependentActions further actions, with their prefix, that a caller may need, sorted
 * @see <a href="https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html#actions_table">
 *     Actions table</a>
 * @since 0.1
 */
public record ActionDefinition(
        String service,
        String name,
        AccessLevel accessLevel,
        List<Target> resources,
        List<String> conditionKeys,
        List<String> dependentActions) {

    /**
     * A kind of resource that an action works on.
     *
     * @param resourceType the name of the {@link ResourceType}
     * @param required whether each request names one, which AWS marks with an asterisk; otherwise it names one of several kinds
     */
    public record Target(String resourceType, boolean required) {}

    /** Copies the lists. */
    public ActionDefinition {
        resources = List.copyOf(resources);
        conditionKeys = List.copyOf(conditionKeys);
        dependentActions = List.copyOf(dependentActions);
    }

    /** The action as a policy writes it, such as {@code s3:PutObject}. */
    public String text() {
        return service + ":" + name;
    }
}
