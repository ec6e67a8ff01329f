package io.github.secures3.assertions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.secures3.analysis.evaluate.Organization;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.prove.Callers;
import io.github.secures3.analysis.template.EstateReader;
import io.github.secures3.analysis.template.ReadOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What assertions about templates are made of, to be imported statically beside AssertJ's {@code assertThat}.
 *
 * <pre>{@code
 * AssertableTemplate template = template(Path.of("cdk.out"));
 *
 * assertThat(template).bucket("Data")
 *         .allows(request("s3:GetObject").on("reports/1.csv").by("Reader"))
 *         .denies(request("s3:GetObject").on("reports/1.csv").by("Reader").overPlainHttp())
 *         .isNeverReadableBy(anyoneOutside("o-exampleorgid"));
 * }</pre>
 *
 * @since 0.1
 */
public final class SecureS3Assertions {

    private static final String NAME = "template";

    private SecureS3Assertions() {}

    /**
     * A template in JSON or YAML, or a cloud assembly such as {@code cdk.out}, parameters at their defaults.
     *
     * @throws io.github.secures3.analysis.template.TemplateException if it is none; it names file, line and column
     */
    public static AssertableTemplate template(Path templateOrAssembly) {
        return template(templateOrAssembly, ReadOptions.defaults());
    }

    /**
     * A template or cloud assembly, of whose deployment something is known.
     *
     * @throws io.github.secures3.analysis.template.TemplateException if it is none; it names file, line and column
     * @throws IllegalArgumentException if a value is given for a parameter that it does not have
     */
    public static AssertableTemplate template(Path templateOrAssembly, ReadOptions options) {
        return read(EstateReader.read(List.of(templateOrAssembly), options), options);
    }

    /**
     * A template as the CDK's {@code Template.fromStack(stack).toJSON()} gives it. What nested stacks hold is not in it: for those, synthesize
     * the app and hand over the assembly. Construct paths are in it only under {@code aws:cdk:enable-path-metadata}; logical ids always are.
     *
     * @throws io.github.secures3.analysis.template.TemplateException if it is none
     */
    public static AssertableTemplate template(Map<String, ?> template) {
        return template(template, ReadOptions.defaults());
    }

    /**
     * A template from the CDK, of whose deployment something is known.
     *
     * @throws io.github.secures3.analysis.template.TemplateException if it is none
     * @throws IllegalArgumentException if a value is given for a parameter that it does not have
     */
    public static AssertableTemplate template(Map<String, ?> template, ReadOptions options) {
        try {
            String text = new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(template);
            return read(EstateReader.readText(NAME, text, options), options);
        } catch (JsonProcessingException noJson) {
            throw new IllegalArgumentException(
                    "the template cannot be written as JSON: " + noJson.getOriginalMessage(), noJson);
        }
    }

    private static AssertableTemplate read(Estate estate, ReadOptions options) {
        options.requireDeclaredIn(estate);
        return template(estate);
    }

    /** Templates that are read already. */
    public static AssertableTemplate template(Estate estate) {
        return new AssertableTemplate(estate);
    }

    /**
     * A request for the bucket, or with {@link Request#on} for an object.
     *
     * @param action such as {@code s3:GetObject}
     * @throws IllegalArgumentException if S3 has no such action
     */
    public static Request request(String action) {
        return Request.of(action);
    }

    /**
     * Everyone but the members of this organization, the account that owns the bucket, and AWS services that call by themselves.
     *
     * @param organizationId such as {@code o-exampleorgid}
     * @throws IllegalArgumentException if it is no organization id; {@link #anyoneBut} takes other names
     */
    public static Callers anyoneOutside(String organizationId) {
        if (!Organization.isId(organizationId)) {
            throw new IllegalArgumentException("'" + organizationId
                    + "' is no organization id; write it as o-exampleorgid, or say anyoneBut for others");
        }
        return Callers.allBut(organizationId, "owner", "services");
    }

    /**
     * Everyone but the members of this organization, the account that owns the bucket, and AWS services that call by themselves.
     *
     * @throws IllegalArgumentException if its id is none
     */
    public static Callers anyoneOutside(Organization organization) {
        return anyoneOutside(organization.id());
    }

    /**
     * Everyone but these.
     *
     * @param callers roles and users of the templates, ARNs with or without wildcards, account ids, organization ids, service names, {@code owner},
     *     {@code services} or {@code anonymous}
     * @throws IllegalArgumentException if nobody is named
     */
    public static Callers anyoneBut(String... callers) {
        return Callers.allBut(callers);
    }

    /**
     * Everyone who goes by one of these names, which are as for {@link #anyoneBut}.
     *
     * @throws IllegalArgumentException if nobody is named
     */
    public static Callers anyoneOf(String... callers) {
        return Callers.of(callers);
    }

    /** Everyone without credentials. */
    public static Callers anonymous() {
        return Callers.of("anonymous");
    }
}
