package io.github.secures3.analysis.template;

import io.github.secures3.analysis.model.Element;
import io.github.secures3.analysis.model.Gap;
import io.github.secures3.analysis.model.Resource;
import io.github.secures3.analysis.model.Stack;
import io.github.secures3.analysis.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads the resources of one stack. */
final class StackReader {

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
        if (transform != null && !isLanguageExtensions(transform)) {
            gap(scope, "Transform", "macros may change or add any resource", transform);
        }
        List<Resource> resources = new ArrayList<>();
        scope.template().section("Resources").forEach((logicalId, node) -> {
            if (logicalId.startsWith("Fn::")) {
                gap(scope, logicalId, "the resources that it makes are not known", node);
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
        if (type.endsWith("::MODULE") || type.startsWith("AWS::Serverless::")) {
            gap(scope, logicalId, "the resources that " + Shown.plain(type) + " makes are not known", resource);
        }
        Node properties = resource.get("Properties");
        Resolved resolved = properties == null
                ? new Resolved.Members(resource.place(), Map.of())
                : scope.resolver().resolve(properties);
        Element element = Elements.of(scope, logicalId, resource, presence, resolved);
        resources.add(ResourceReaders.read(new Source(
                element,
                new Properties(resolved),
                scope.references(),
                scope.customBucketResources(),
                resource.place())));
    }

    private static boolean isLanguageExtensions(Node transform) {
        return transform instanceof Node.Scalar scalar && scalar.text().equals("AWS::LanguageExtensions");
    }

    private static void gap(StackScope scope, String name, String reason, Node node) {
        scope.estate()
                .gaps()
                .add(new Gap(
                        scope.id(),
                        Shown.plain(name),
                        reason,
                        Fingerprint.of(node),
                        node.place().location()));
    }
}
