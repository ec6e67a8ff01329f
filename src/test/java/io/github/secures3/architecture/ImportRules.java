package io.github.secures3.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Who may import whom. A rule may find nothing to check, for the packages come one by one. */
final class ImportRules {

    private static final String ROOT = "io.github.secures3.";
    private static final String[] CDK = {"software.amazon..", "software.constructs.."};

    private static final String CONSTRUCTS = ROOT + "constructs.";

    /** Packages whose constructs make or take constructs of other packages; a package that is not named sees itself alone. */
    private static final Map<String, Set<String>> CONTAINED =
            Map.of("accesspoint", Set.of("bucket"), "replication", Set.of("bucket"));

    /** From the innermost outward; none sees a later one. */
    private static final List<String> ANALYSIS_LAYERS =
            List.of("model", "finding", "template", "evaluate", "prove", "rules", "diff", "report");

    static final ArchRule policy_imports_the_jdk_only = classes()
            .that(resideInAPackage(ROOT + "policy..").and(not(resideInAPackage(ROOT + "policy.json.."))))
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage("java..", "org.jspecify.annotations..", ROOT + "policy..")
                    .and(not(resideInAPackage(ROOT + "policy.json.."))))
            .as("policy imports the JDK only")
            .because(
                    "it is the vocabulary of both sides, and neither a JSON library nor the CDK may leak into its signatures")
            .allowEmptyShould(true);

    static final ArchRule policy_json_adds_jackson_and_nothing_else = classes()
            .that()
            .resideInAPackage(ROOT + "policy.json..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.jspecify.annotations..",
                    ROOT + "policy..",
                    "com.fasterxml.jackson.core..",
                    "com.fasterxml.jackson.databind..")
            .as("policy.json adds Jackson and nothing else")
            .because("reading and writing JSON is all it does")
            .allowEmptyShould(true);

    static final ArchRule the_read_side_never_sees_the_cdk = noClasses()
            .that()
            .resideInAnyPackage(ROOT + "analysis..", ROOT + "cli..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(CDK)
            .as("analysis and cli never see the CDK")
            .because(
                    "they read templates of any origin, offline, and the command line's jar carries no CDK and needs no Node.js")
            .allowEmptyShould(true);

    static final ArchRule the_cdk_lives_in_constructs_alone = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "constructs..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(CDK)
            .as("the CDK lives in constructs alone")
            .because("a CDK type anywhere else starts a Node.js process behind the caller's back")
            .allowEmptyShould(true);

    static final ArchRule nothing_but_constructs_sees_constructs = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "constructs..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + "constructs..")
            .as("nothing but constructs sees constructs")
            .because("what claims to be secure is judged on the template, never on what a construct meant to do")
            .allowEmptyShould(true);

    static final ArchRule the_node_check_imports_the_jdk_only = classes()
            .that()
            .resideInAPackage(ROOT + "constructs.runtime..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify.annotations..", ROOT + "constructs.runtime..")
            .as("constructs.runtime imports the JDK only")
            .because("it explains a missing Node.js before the first CDK class is loaded")
            .allowEmptyShould(true);

    static final ArchRule analysis_looks_inward = CompositeArchRule.of(IntStream.range(0, ANALYSIS_LAYERS.size())
                    .mapToObj(ImportRules::layerLooksInward)
                    .toList())
            .as(
                    "analysis looks inward: model <- finding <- template <- evaluate <- prove <- rules <- diff <- report <- cli")
            .because("each layer can be read, tested and trusted with only those before it in mind");

    static final ArchRule evaluate_never_sees_prove = noClasses()
            .that()
            .resideInAPackage(ROOT + "analysis.evaluate..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + "analysis.prove..")
            .as("evaluate never sees prove")
            .because("the evaluator is the independent witness that replays every counterexample")
            .allowEmptyShould(true);

    static final ArchRule only_validation_among_constructs_sees_analysis = noClasses()
            .that(resideInAPackage(ROOT + "constructs..").and(not(resideInAPackage(ROOT + "constructs.validation.."))))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + "analysis..", ROOT + "cli..", ROOT + "assertions..")
            .as("among the constructs only validation sees analysis")
            .because("the two sides meet at the template, and validation is the one place that hands it over")
            .allowEmptyShould(true);

    static final ArchRule constructs_see_only_what_they_contain = classes()
            .that()
            .resideInAPackage(CONSTRUCTS + "*..")
            .should(seeOnlyContainedConstructs())
            .as("constructs see each other only where one contains the other")
            .because("a capability that nobody uses must cost nobody anything, and can be read without the others")
            .allowEmptyShould(true);

    static final ArchRule picocli_stays_in_cli =
            only("cli", "a library must not bring a command line parser along", "picocli..");

    static final ArchRule assertj_stays_in_assertions =
            only("assertions", "AssertJ is optional and absent at a user's run time", "org.assertj..");

    static final ArchRule solvers_stay_in_prove_internal = only(
            "analysis.prove.internal",
            "a solver must be replaceable without anybody noticing",
            "org.ow2.sat4j..",
            "org.sat4j..",
            "dk.brics..");

    static final ArchRule nothing_opens_a_connection = noClasses()
            .should()
            .dependOnClassesThat()
            .haveNameMatching("java\\.net\\.(http\\..*|.*Socket.*|.*URL(Connection|ClassLoader)|URL)|javax\\.net\\..*")
            .as("nothing opens a connection")
            .because("the library works offline, with no account and no credentials")
            .allowEmptyShould(true);

    static final ArchRule packages_form_no_cycle = slices().matching(ROOT + "(**)")
            .should()
            .beFreeOfCycles()
            .as("packages form no cycle")
            .because("a cycle is one package with two names")
            .allowEmptyShould(true);

    private ImportRules() {}

    private static ArchCondition<JavaClass> seeOnlyContainedConstructs() {
        return new ArchCondition<>("see only the constructs that they contain") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                String home = capability(type);
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    String seen = capability(dependency.getTargetClass());
                    boolean allowed = seen.isEmpty()
                            || seen.equals(home)
                            || CONTAINED.getOrDefault(home, Set.of()).contains(seen);
                    events.add(new SimpleConditionEvent(type, allowed, dependency.getDescription()));
                }
            }
        };
    }

    /** The package below {@code constructs}, empty for what stands outside or at the top. */
    private static String capability(JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith(CONSTRUCTS) ? name.substring(CONSTRUCTS.length()).split("\\.", 2)[0] : "";
    }

    private static ArchRule layerLooksInward(int index) {
        String[] outer = IntStream.range(index + 1, ANALYSIS_LAYERS.size())
                .mapToObj(later -> ROOT + "analysis." + ANALYSIS_LAYERS.get(later) + "..")
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(ROOT + "analysis." + ANALYSIS_LAYERS.get(index) + "..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(outer).or(resideInAPackage(ROOT + "cli..")))
                .allowEmptyShould(true);
    }

    private static ArchRule only(String home, String reason, String... library) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + home + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(library)
                .as(String.join(" and ", library) + " stay in " + home)
                .because(reason)
                .allowEmptyShould(true);
    }
}
