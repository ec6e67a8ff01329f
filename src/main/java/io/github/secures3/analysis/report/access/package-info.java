/**
 * Who reaches which bucket, by which way: answers of the evaluator for every identity of an estate and every principal that its policies
 * name.
 */
@NullMarked
package io.github.secures3.analysis.report.access;

import org.jspecify.annotations.NullMarked;
