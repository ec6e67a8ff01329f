package io.github.secures3.analysis.template;

import io.github.secures3.analysis.model.Element;
import io.github.secures3.analysis.model.Gap;
import io.github.secures3.analysis.model.Resource;
import io.github.secures3.analysis.model.Stack;
import io.github.secures3.analysis.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the resources of one stack.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/transform-reference.html">Transform reference</a>
 */
final class StackReader {

    private static final String SERVERLESS = "AWS::Serverless::";
    private static final String CONNECTOR = "AWS::Serverless::Connector";

    /** Types that deploy templates of their own, here or in other accounts. */
    private static final Set<String> DEPLOYING = Set.of(
            "AWS::CloudFormation::StackSet",
            "AWS::Serverless::Application",
            "AWS::ServiceCatalog::CloudFormationProvisionedProduct");

    /** Transforms that leave resources of other services as they are; a serverless resource is a gap of its own. */
    private static final List<String> HARMLESS = List.of(
            "AWS::LanguageExtensions",
            "AWS::Serverless-2016-10-31",
            "AWS::SecretsManager-2020-07-23",
            "AWS::SecretsManager-2024-09-16",
            "AWS::CodeDeployBlueGreen");

    private StackReader() {}

    static Stack stack(StackScope scope) {
        Environment environment = scope.environment();
        StackScope parent = scope.parent();
        Place place = scope.template().root().place();
        return new Stack(
                scope.id(),
                scope.displayName(),
                parent == null ? null : parent.id(),
                scope.template().path().toString(),
                List.copyOf(scope.template().section("Parameters").keySet()),
                text(place, scope.name()),
                text(place, environment.account()),
                text(place, environment.region()),
                text(place, environment.partition()));
    }

    private static Value<String> text(Place place, String text) {
        return Properties.text(Resolved.text(place, text));
    }

    static List<Resource> resources(StackScope scope) {
        Node transform = scope.template().root().get("Transform");
        if (transform != null && !isHarmless(transform)) {
            gap(scope, "Transform", "macros may change or add any resource", Gap.Reach.WHOLE_TEMPLATE, transform);
        }
        List<Resource> resources = new ArrayList<>();
        scope.template().section("Resources").forEach((logicalId, node) -> {
            if (logicalId.startsWith("Fn::")) {
                gap(
                        scope,
                        logicalId,
                        "the resources that it makes are not known",
                        logicalId.equals(StackScope.TRANSFORM)
                                ? Gap.Reach.WHOLE_TEMPLATE
                                : Gap.Reach.POLICIES_OF_OTHERS,
                        node);
            } else if (node instanceof Node.Mapping resource) {
                read(scope, logicalId, resource, resources);
            } else {
                throw new TemplateException(
                        node.place(), "the resource " + Shown.quoted(logicalId) + " is an object, not " + node.shown());
            }
        });
        return resources;
    }

    private static void read(StackScope scope, String logicalId, Node.Mapping resource, List<Resource> resources) {
        String type = StackScope.typeOf(resource);
        if (type.isEmpty()) {
            throw new TemplateException(
                    resource.place(),
                    "the resource " + Shown.quoted(logicalId) + " has no Type; name one such as AWS::S3::Bucket");
        }
        Value<Boolean> presence = Elements.presence(scope, resource);
        if (presence.isSurely(present -> !present)) {
            return;
        }
        boolean serverless = type.startsWith(SERVERLESS);
        if (type.endsWith("::MODULE") || DEPLOYING.contains(type) || serverless) {
            gap(
                    scope,
                    logicalId,
                    "the resources that " + Shown.plain(type) + " makes are not known",
                    serverless && !type.equals(CONNECTOR) && !DEPLOYING.contains(type)
                            ? Gap.Reach.RESOURCES_OF_ITS_OWN
                            : Gap.Reach.POLICIES_OF_OTHERS,
                    resource);
        }
        Resolved resolved = properties(scope, resource);
        Element element = Elements.of(scope, logicalId, resource, presence, resolved);
        resources.add(ResourceReaders.read(new Source(
                element,
                new Properties(resolved),
                scope.references(),
                scope.customBucketResources(),
                resource.place())));
    }

    /** A macro beside the properties may change them. */
    private static Resolved properties(StackScope scope, Node.Mapping resource) {
        Node properties = resource.get("Properties");
        if (resource.get(StackScope.TRANSFORM) != null) {
            return scope.resolver()
                    .unknown(resource.place(), StackScope.TRANSFORM, "what Fn::Transform makes of it is not known");
        }
        return properties == null
                ? new Resolved.Members(resource.place(), Map.of())
                : scope.resolver().resolve(properties);
    }

    private static boolean isHarmless(Node transform) {
        if (transform instanceof Node.Listing all) {
            return all.items().stream().allMatch(StackReader::isHarmless);
        }
        return transform instanceof Node.Scalar scalar && HARMLESS.contains(scalar.text());
    }

    private static void gap(StackScope scope, String name, String reason, Gap.Reach reach, Node node) {
        scope.estate()
                .gaps()
                .add(new Gap(
                        scope.id(),
                        Shown.plain(name),
                        reason,
                        reach,
                        Fingerprint.of(node),
                        node.place().location()));
    }
}
