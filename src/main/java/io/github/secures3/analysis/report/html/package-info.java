/**
 * The report as one page of HTML for people who would rather look than read: no scripts, no network, light and dark, for any width.
 */
@NullMarked
package io.github.secures3.analysis.report.html;

import org.jspecify.annotations.NullMarked;
