/** The command line {@code secure-s3}: the only place that prints and that sets exit codes. */
@NullMarked
package io.github.secures3.cli;

import org.jspecify.annotations.NullMarked;
