package io.github.secures3.constructs.bucket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.secures3.constructs.InvalidConfigurationException;
import io.github.secures3.testing.Synthesized;
import java.util.function.Consumer;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.s3.BucketPolicy;
import software.constructs.IConstruct;

/** What a construct refuses, word for word, and that it leaves nothing behind. */
final class Refusals {

    /** One app for all: each refusal gets a stack to itself and nothing is synthesized. */
    private static final App APP = Synthesized.app();

    private static int stacks;

    private Refusals() {}

    /** Refused with this message, in a stack that is written {@code Storage} there, and nothing was added to the stack. */
    static void refused(Consumer<Stack> content, String message) {
        Stack stack = Synthesized.stack(APP, "Storage" + stacks++);
        refused(
                stack,
                () -> content.accept(stack),
                message.replaceAll("^Storage\\b", stack.getNode().getId()));
    }

    /** Refused with this message, and nothing was added to the stack. */
    static void refused(Stack stack, Runnable attempt, String message) {
        String before = tree(stack);
        assertThatThrownBy(attempt::run)
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessage(message);
        assertThat(tree(stack)).as("what is left in the stack").isEqualTo(before);
    }

    private static String tree(Stack stack) {
        StringBuilder paths = new StringBuilder();
        for (IConstruct construct : stack.getNode().findAll()) {
            paths.append(construct.getNode().getPath()).append('\n');
            if (construct instanceof BucketPolicy policy) {
                paths.append(policy.getDocument().getStatementCount()).append('\n');
            }
        }
        return paths.toString();
    }
}
