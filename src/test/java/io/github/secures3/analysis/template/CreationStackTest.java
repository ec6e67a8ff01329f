package io.github.secures3.analysis.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.analysis.model.SourceLine;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreationStackTest {

    @Test
    void the_first_call_that_is_the_apps_own_counts() {
        assertThat(CreationStack.line(List.of(
                        "...aws-cdk-lib, jsii runtime, node internals...",
                        "(no user code in 10 frames, use --stack-trace-limit to capture more)",
                        "software.amazon.awscdk.services.s3.Bucket$Builder.build (Bucket.java:979)",
                        "io.github.secures3.constructs.bucket.SecureBucket.<init> (SecureBucket.java:54)",
                        "com.example.OrdersStack.<init> (OrdersStack.java:14)",
                        "com.example.OrdersApp.main (OrdersApp.java:27)")))
                .contains(new SourceLine("com/example/OrdersStack.java", 14));
    }

    @ParameterizedTest
    @CsvSource({
        "com.example.OrdersStack$Part.make (OrdersStack.java:14), com/example/OrdersStack.java, 14",
        "com.example.orders.MainKt.main (Main.kt:3), com/example/orders/Main.kt, 3",
        "OrdersApp.main (OrdersApp.java:27), OrdersApp.java, 27",
        "new OrdersStack (lib/orders-stack.ts:14:5), lib/orders-stack.ts, 14",
        "<module> (app.py:9), app.py, 9"
    })
    void calls_of_apps_in_several_languages_are_read(String call, String file, int line) {
        assertThat(CreationStack.line(List.of(call))).contains(new SourceLine(file, line));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.base/java.lang.Thread.run (Thread.java:840)",
                "java.lang.Thread.run (Thread.java:840)",
                "new Bucket (node_modules/aws-cdk-lib/aws-s3/lib/bucket.js:1:2)",
                "Module._compile (node:internal/modules/cjs/loader:1554:14)",
                "com.example.OrdersStack.<init> (OrdersStack.java)",
                "com.example.OrdersStack.<init> (OrdersStack.java:99999999999)",
                ""
            })
    void other_calls_say_nothing(String call) {
        assertThat(CreationStack.line(List.of(call))).isEmpty();
    }

    @Test
    void a_call_that_is_too_long_says_nothing() {
        assertThat(CreationStack.line(List.of("a.".repeat(300) + "B.c (B.java:1)")))
                .isEmpty();
    }
}
