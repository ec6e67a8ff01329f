/** What the documentation says, held to what the code does. */
@NullMarked
package io.github.secures3.documentation;

import org.jspecify.annotations.NullMarked;
