/**
 * How questions about all requests are answered: policies become Boolean formulas over what a request's attributes may be, a SAT solver looks
 * for a request that breaks the claim, and automata decide which attributes can exist. What is here may change without notice.
 */
@NullMarked
package io.github.secures3.analysis.prove.internal;

import org.jspecify.annotations.NullMarked;
