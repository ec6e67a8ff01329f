package io.github.secures3.analysis.diff.difference;

import io.github.secures3.analysis.model.Element;
import io.github.secures3.analysis.model.Resource;
import io.github.secures3.analysis.model.Stack;
import io.github.secures3.analysis.template.SymbolNames;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Names for the unknown values of the newer version of an estate: those that the same values have in the older version, and no name of the
 * older version for anything else. What a custom resource answers, and what a stack puts out, is taken for another value once its properties are others.
 *
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-custom-resources.html">Custom resources</a>
 * @since 0.1
 */
public final class SharedNames {

    /** Beside custom resources of all names, whose provider answers with whatever it makes of their properties. */
    private static final Set<String> COMPUTED = Set.of(
            "AWS::CloudFormation::CustomResource",
            "AWS::CloudFormation::Stack",
            "AWS::CloudFormation::WaitCondition",
            "AWS::SSM::Parameter");
    /** The CDK's reader of values of other Regions: each attribute is called after the one parameter that it holds, whatever else is read. */
    private static final String READER = "Custom::CrossRegionExportReader";

    private SharedNames() {}

    /** The names by which the newer version is to be read. */
    public static SymbolNames of(Differences differences) {
        Map<String, String> stacks = new HashMap<>();
        differences.stacks().forEach((older, newer) -> stacks.put(newer, older));
        Set<SymbolNames.Id> older = new HashSet<>();
        differences.base().resources().forEach(resource -> older.add(id(resource.element())));
        Map<SymbolNames.Id, SymbolNames.Id> resources = new HashMap<>();
        for (Pair<Resource> pair : differences.pairs()) {
            SymbolNames.Id name = id(pair.base().element());
            boolean same = !isComputed(pair.head()) || pair.hasSameProperties();
            put(
                    resources,
                    stacks,
                    id(pair.head().element()),
                    same ? name : new SymbolNames.Id(name.stack(), name.logicalId() + "@changed"));
        }
        for (Resource resource : differences.added()) {
            SymbolNames.Id own = id(resource.element());
            SymbolNames.Id usual = usual(stacks, own);
            if (older.contains(usual)) {
                put(resources, stacks, own, new SymbolNames.Id(usual.stack(), usual.logicalId() + "@new"));
            }
        }
        Set<String> olderStacks = new HashSet<>();
        differences.base().stacks().forEach(stack -> olderStacks.add(stack.id()));
        for (Stack stack : differences.head().stacks()) {
            if (!stacks.containsKey(stack.id()) && olderStacks.contains(stack.id())) {
                stacks.put(stack.id(), stack.id() + "@new");
            }
        }
        stacks.entrySet().removeIf(entry -> entry.getKey().equals(entry.getValue()));
        return SymbolNames.of(stacks, resources);
    }

    /** Whether the attributes of a resource come of its properties, rather than tell which one it is. */
    private static boolean isComputed(Resource resource) {
        String type = resource.element().type();
        return COMPUTED.contains(type) || (!type.startsWith("AWS::") && !type.equals(READER));
    }

    private static void put(
            Map<SymbolNames.Id, SymbolNames.Id> resources,
            Map<String, String> stacks,
            SymbolNames.Id own,
            SymbolNames.Id name) {
        if (!usual(stacks, own).equals(name)) {
            resources.put(own, name);
        }
    }

    /** What a resource is named after that has no name of its own here. */
    private static SymbolNames.Id usual(Map<String, String> stacks, SymbolNames.Id own) {
        return new SymbolNames.Id(stacks.getOrDefault(own.stack(), own.stack()), own.logicalId());
    }

    private static SymbolNames.Id id(Element element) {
        return new SymbolNames.Id(element.stack(), element.logicalId());
    }
}
