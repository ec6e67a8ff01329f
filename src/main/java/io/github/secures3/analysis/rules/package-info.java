/**
 * Rules: what is checked on every template, one final class per fact.
 *
 * <p>{@link io.github.secures3.analysis.rules.RuleSet#standard} lists them; each names the controls of other catalogs that ask for the same.
 * A rule that meets an unknown value says so in a finding and never passes silently.
 */
@NullMarked
package io.github.secures3.analysis.rules;

import org.jspecify.annotations.NullMarked;
