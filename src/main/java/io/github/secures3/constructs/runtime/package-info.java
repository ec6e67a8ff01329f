/**
 * What must stand on the machine before a CDK app in Java can start.
 *
 * <p>Everything here is the JDK and nothing else, so that it can run, and explain itself, before the first CDK class is loaded.
 *
 * @see <a href="https://aws.github.io/jsii/user-guides/lib-user/configuration/">How jsii finds Node.js</a>
 */
@NullMarked
package io.github.secures3.constructs.runtime;

import org.jspecify.annotations.NullMarked;
