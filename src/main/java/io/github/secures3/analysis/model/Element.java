package io.github.secures3.analysis.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What every resource of a template has, whatever its type.
 *
 * @param stack the id of its stack, unique in the estate
 * @param logicalId its logical id, unique in its template
 * @param type its type, such as {@code AWS::S3::Bucket}
 * @param constructPath its CDK construct path, or null where the template names none
 * @param at where its definition stands
 * @param source the line of the app that makes it, or null where no cloud assembly names one
 * @param presence whether the deployment creates it: unknown where a condition cannot be decided, naming the condition
 * @param deletionPolicy what happens to it when the stack is deleted; absent means that CloudFormation deletes it, if it can
 * @param updateReplacePolicy what happens to the old one when it is replaced
 * @param optOuts defaults of secure constructs that were switched off for it
 * @param acknowledgements findings of rules, ours or another tool's, that its metadata accepts
 * @param properties each of its properties as a JSON text to compare, in which members are sorted, scalars are strings and unknown parts are
 *     markers; a text of more than 1,000 characters is cut and ends with a digest of the whole
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/resources-section-structure.html">Resources</a>
 * @since 0.1
 */
public record Element(
        String stack,
        String logicalId,
        String type,
        @Nullable String constructPath,
        Location at,
        @Nullable SourceLine source,
        Value<Boolean> presence,
        Value<String> deletionPolicy,
        Value<String> updateReplacePolicy,
        List<OptOut> optOuts,
        List<Acknowledgement> acknowledgements,
        Map<String, Value<String>> properties) {

    /** Copies the lists and checks that nothing is missing. */
    public Element {
        Objects.requireNonNull(stack, "stack");
        Objects.requireNonNull(logicalId, "logicalId");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(presence, "presence");
        Objects.requireNonNull(deletionPolicy, "deletionPolicy");
        Objects.requireNonNull(updateReplacePolicy, "updateReplacePolicy");
        optOuts = List.copyOf(optOuts);
        acknowledgements = List.copyOf(acknowledgements);
        properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    }

    /** Stack and logical id, unique in the estate, such as {@code Orders/Data}. */
    public String id() {
        return stack + "/" + logicalId;
    }

    /** The property of this name as a text to compare. */
    public Value<String> property(String name) {
        Value<String> value = properties.get(name);
        return value == null ? Value.absent() : value;
    }

    /** Whether the deployment surely creates it. */
    public boolean isSurelyPresent() {
        return presence.isSurely(present -> present);
    }
}
