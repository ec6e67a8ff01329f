package io.github.secures3.analysis.model;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One deployment of a template: a stack of its own, or one nested in another.
 *
 * @param id its id in the estate: the artifact or file name, and for nested stacks the id of the parent, a slash and the logical id
 * @param displayName its name for people: where a CDK app names it, its path there such as {@code Prod/Data}, else its id
 * @param parent the id of the stack that contains it, or null
 * @param file the template
 * @param parameters the names of its parameters
 * @param name the stack name
 * @param account the account id; unknown in a stack that is not bound to one
 * @param region the Region; unknown in a stack that is not bound to one
 * @param partition the partition, such as {@code aws}
 * @since 0.1
 */
public record Stack(
        String id,
        String displayName,
        @Nullable String parent,
        String file,
        List<String> parameters,
        Value<String> name,
        Value<String> account,
        Value<String> region,
        Value<String> partition) {

    /** Copies the names and checks that nothing is missing. */
    public Stack {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(displayName, "displayName");
        Objects.requireNonNull(file, "file");
        parameters = List.copyOf(parameters);
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(region, "region");
        Objects.requireNonNull(partition, "partition");
    }
}
