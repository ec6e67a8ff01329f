package io.github.secures3.policy.catalog;

import java.util.List;

/**
 * A kind of resource that a policy can name.
 *
 * @param name AWS's name for the kind, such as {@code accesspointobject}
 * @param arnPattern how its ARN looks, with {@code ${...}} for the parts that vary
 * @param conditionKeys the keys that every request on such a resource can carry, in AWS's spelling, sorted
 * @see <a href="https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html#resources_table">
 *     Resource types table</a>
 * @since 0.1
 */
public record ResourceType(String name, String arnPattern, List<String> conditionKeys) {

    /** Copies the keys. */
    public ResourceType {
        conditionKeys = List.copyOf(conditionKeys);
    }
}
