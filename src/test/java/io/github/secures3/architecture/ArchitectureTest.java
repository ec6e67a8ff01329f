package io.github.secures3.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {

    private static JavaClasses house;

    @BeforeAll
    static void read_the_compiled_library() {
        house = new ClassFileImporter().importPath(Path.of("target", "classes"));
    }

    @Test
    void the_library_has_classes_to_check() {
        assertThat(house).extracting(type -> type.getPackageName()).contains("io.github.secures3.policy");
    }

    @TestFactory
    Stream<DynamicTest> the_library_keeps() {
        return NamedRule.all()
                .map(rule -> dynamicTest(rule.name(), () -> rule.rule().check(house)));
    }
}
