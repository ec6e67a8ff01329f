package io.github.secures3.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

/** What every class keeps to, wherever it stands. */
final class CodingRules {

    private static final String CLI = "io.github.secures3.cli..";

    static final ArchRule only_the_command_line_prints = noClasses()
            .that()
            .resideOutsideOfPackage(CLI)
            .should(ACCESS_STANDARD_STREAMS)
            .as("only the command line prints")
            .because("a library's output is its return value, and standard output belongs to the caller")
            .allowEmptyShould(true);

    static final ArchRule only_the_command_line_exits = noClasses()
            .that()
            .resideOutsideOfPackage(CLI)
            .should()
            .callMethod(System.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "halt", int.class)
            .as("only the command line exits")
            .because("a library must never end its caller's process")
            .allowEmptyShould(true);

    static final ArchRule every_package_is_null_marked = classes()
            .should(standInANullMarkedPackage())
            .as("every package is @NullMarked")
            .because("then null is an error of the compiler, not of the user's night")
            .allowEmptyShould(true);

    static final ArchRule public_classes_are_final_or_abstract = classes()
            .that()
            .arePublic()
            .and()
            .areNotInterfaces()
            .and()
            .areNotEnums()
            .and()
            .areNotRecords()
            .and()
            .areNotAnnotations()
            .should(beFinalOrAbstract())
            .as("public classes are final, or abstract and so made for extension")
            .because("a class that may be extended by accident can never change again")
            .allowEmptyShould(true);

    static final ArchRule classes_are_named_for_what_they_are = noClasses()
            .should()
            .haveNameMatching(".*(Helper|Helpers|Util|Utils|Manager|Impl)")
            .as("classes are named for what they are")
            .because("a class called helper, util, manager or impl has no subject of its own")
            .allowEmptyShould(true);

    private CodingRules() {}

    private static ArchCondition<JavaClass> beFinalOrAbstract() {
        DescribedPredicate<JavaClass> finalOrAbstract = DescribedPredicate.describe(
                "final or abstract",
                type -> type.getModifiers().contains(JavaModifier.FINAL)
                        || type.getModifiers().contains(JavaModifier.ABSTRACT));
        return ArchCondition.from(finalOrAbstract);
    }

    private static ArchCondition<JavaClass> standInANullMarkedPackage() {
        return new ArchCondition<>("stand in a @NullMarked package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                String message = "package " + type.getPackageName() + " of " + type.getName() + " is "
                        + (marked ? "" : "not ") + "@NullMarked";
                events.add(new SimpleConditionEvent(type, marked, message));
            }
        };
    }
}
