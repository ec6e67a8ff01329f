package io.github.secures3.analysis.evaluate;

import org.jspecify.annotations.Nullable;

/**
 * Where a policy, or a statement of one, stands, for traces.
 *
 * @param file the file
 * @param logicalId the logical id of the resource that carries it, or null outside templates
 * @param pointer the JSON pointer (RFC 6901) to the document or statement inside the file, empty for the whole file
 * @param line the line it starts in, from 1, or 0 where the format tells none
 * @since 0.1
 */
public record PolicyOrigin(String file, @Nullable String logicalId, String pointer, int line) {}
