/**
 * Changes of who can do what, statement by statement: what a policy newly says and what it no longer says. One class for each kind.
 */
@NullMarked
package io.github.secures3.analysis.diff.access;

import org.jspecify.annotations.NullMarked;
