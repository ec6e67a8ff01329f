package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.model.CustomResource;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.model.IdentityProvider;
import io.github.secures3.analysis.model.OtherPolicy;
import io.github.secures3.analysis.model.OtherResource;
import io.github.secures3.analysis.model.PermissionSet;
import io.github.secures3.analysis.model.Resource;
import io.github.secures3.policy.Statement;
import io.github.secures3.policy.UnresolvedToken;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes plain text for each unknown value that surely is one fixed name: accounts, Regions and stacks, and names and ARNs of resources. No
 * deployment turns those into a wildcard, as it may turn a parameter.
 */
final class FixedValues {

    private static final String WORD = "fixed";
    private static final String EXAMPLE_ACCOUNT = "111122223333";
    private static final String EXAMPLE_REGION = "eu-west-1";

    /** Stack and logical id of each resource whose attributes are names and ARNs. */
    private final Set<String> resources;

    private FixedValues(Set<String> resources) {
        this.resources = resources;
    }

    static FixedValues of(Estate estate) {
        return new FixedValues(estate.resources().stream()
                .filter(resource -> !(resource instanceof OtherResource)
                        && !(resource instanceof OtherPolicy)
                        && !(resource instanceof PermissionSet)
                        && !(resource instanceof IdentityProvider)
                        && !(resource instanceof CustomResource))
                .map(Resource::element)
                .map(element -> element.stack() + "." + element.logicalId())
                .collect(Collectors.toSet()));
    }

    /** The statement with such values written out: accounts and Regions as examples, anything else as a word. */
    Statement in(Statement statement) {
        return StatementTexts.rewrite(statement, this::text);
    }

    private String text(String text) {
        return UnresolvedToken.replaceIn(text, this::written);
    }

    private String written(String marker) {
        String plain = plain(UnresolvedToken.namesIn(marker).get(0));
        return plain.isEmpty() ? marker : plain;
    }

    private String plain(String name) {
        if (name.endsWith(".AWS::AccountId")) {
            return EXAMPLE_ACCOUNT;
        }
        if (name.endsWith(".AWS::Region")) {
            return EXAMPLE_REGION;
        }
        int attribute = name.lastIndexOf('.');
        boolean named = attribute > 0 && resources.contains(name.substring(0, attribute));
        return named || name.endsWith(".AWS::StackName") || name.endsWith(".AWS::StackId") ? WORD : "";
    }
}
