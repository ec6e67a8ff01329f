/**
 * What a change does to security: {@link io.github.secures3.analysis.diff.EstateDiff} compares two versions of an estate.
 *
 * <p>Each kind of change has a rule id {@code diff.<fact>} and one class that looks for it, in a package by what it is about: access,
 * protections, data at risk, guardrails of the organization.
 */
@NullMarked
package io.github.secures3.analysis.diff;

import org.jspecify.annotations.NullMarked;
