package io.github.secures3.analysis.template;

import org.jspecify.annotations.Nullable;

/**
 * What a stack is made of.
 *
 * @param id its id in the estate
 * @param displayName its name for people
 * @param parent the stack that contains it, or null
 * @param template its template
 * @param environment where it is deployed
 * @param name its name, or a marker
 * @param parameters what the parent gives its parameters, or null
 * @param presence whether it is deployed at all
 * @param constructs what the assembly says about constructs
 */
record StackSource(
        String id,
        String displayName,
        @Nullable StackScope parent,
        Template template,
        Environment environment,
        String name,
        Node.@Nullable Mapping parameters,
        Truth presence,
        ConstructMetadata constructs) {}
