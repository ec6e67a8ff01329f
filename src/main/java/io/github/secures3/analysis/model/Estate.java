package io.github.secures3.analysis.model;

import java.util.List;
import java.util.Optional;

/**
 * Everything that one analysis looks at: the stacks of one or more templates with their resources.
 *
 * <p>Resources stand in the order of their templates. A resource whose condition is known to be false is not created and is not among them; one
 * whose condition cannot be decided is, with an unknown presence.
 *
 * @param stacks the stacks, each before those nested in it
 * @param resources the resources of all stacks
 * @param gaps what should be known and is not
 * @param assumptions parameters that were taken at their defaults
 * @since 0.1
 */
public record Estate(List<Stack> stacks, List<Resource> resources, List<Gap> gaps, List<Assumption> assumptions) {

    /** Copies the lists. */
    public Estate {
        stacks = List.copyOf(stacks);
        resources = List.copyOf(resources);
        gaps = List.copyOf(gaps);
        assumptions = List.copyOf(assumptions);
    }

    /** The resources of one kind, in their order. */
    public <T extends Resource> List<T> all(Class<T> kind) {
        return resources.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The general purpose buckets. */
    public List<Bucket> buckets() {
        return all(Bucket.class);
    }

    /** The policies of general purpose buckets. */
    public List<BucketPolicy> bucketPolicies() {
        return all(BucketPolicy.class);
    }

    /** The policies that name this bucket; more than one only in a template that cannot be deployed. */
    public List<BucketPolicy> policiesOf(Bucket bucket) {
        return bucketPolicies().stream()
                .filter(policy -> policy.bucket().asText().equals(bucket.name().asText()))
                .toList();
    }

    /** The resource with this stack id and logical id. */
    public Optional<Resource> resource(String stack, String logicalId) {
        return resources.stream()
                .filter(resource -> resource.element().stack().equals(stack)
                        && resource.element().logicalId().equals(logicalId))
                .findFirst();
    }

    /** The stack with this id. */
    public Optional<Stack> stack(String id) {
        return stacks.stream().filter(stack -> stack.id().equals(id)).findFirst();
    }
}
