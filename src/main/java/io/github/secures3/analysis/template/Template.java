package io.github.secures3.analysis.template;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A template: its sections, whatever stack it is deployed as. */
record Template(Path path, Node.Mapping root) {

    /**
     * Reads a template.
     *
     * @throws TemplateException if the file is none
     */
    static Template read(Path path) {
        return of(path, TreeFile.read(path));
    }

    /**
     * Reads the text of a template in JSON.
     *
     * @throws TemplateException if the text is none
     */
    static Template parse(Path name, String text) {
        return of(name, JsonTree.parse(text, name.toString()));
    }

    private static Template of(Path path, Node root) {
        if (root instanceof Node.Scalar nothing && nothing.isNull()) {
            throw new TemplateException(root.place(), "the file is empty; a template is an object with Resources");
        }
        if (!(root instanceof Node.Mapping mapping)) {
            throw new TemplateException(root.place(), "a template is an object with Resources, not " + root.shown());
        }
        for (String name : new String[] {"Parameters", "Mappings", "Conditions", "Resources", "Outputs"}) {
            Node section = mapping.get(name);
            boolean empty = section instanceof Node.Scalar scalar && scalar.isNull() && !name.equals("Resources");
            if (section != null && !empty && !(section instanceof Node.Mapping)) {
                throw new TemplateException(section.place(), name + " is an object, not " + section.shown());
            }
        }
        if (mapping.get("Resources") instanceof Node.Mapping resources
                && resources.members().size() > Limits.RESOURCES) {
            throw new TemplateException(
                    resources.place(),
                    "the template has " + resources.members().size() + " resources; at most " + Limits.RESOURCES
                            + " are read, and CloudFormation takes 500");
        }
        Template template = new Template(path, mapping);
        // What makes whole sections may make resources.
        if (mapping.members().keySet().stream().anyMatch(name -> name.startsWith("Fn::"))) {
            template.requireResources();
        }
        return template;
    }

    /**
     * Requires resources. The CDK writes a stack without any as a template without that section.
     *
     * @throws TemplateException if there are none
     */
    void requireResources() {
        if (root.get("Resources") == null) {
            throw new TemplateException(
                    root.place(), "the file has no Resources, which every CloudFormation template has");
        }
    }

    /** The members of a section by name; none where the section is missing. */
    Map<String, Node> section(String name) {
        return root.get(name) instanceof Node.Mapping section ? section.members() : Map.of();
    }

    /** The definition of a resource, or null where there is none that is an object. */
    Node.@Nullable Mapping resource(String logicalId) {
        return section("Resources").get(logicalId) instanceof Node.Mapping resource ? resource : null;
    }
}
