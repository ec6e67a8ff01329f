package io.github.secures3.policy.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.policy.catalog.ActionDefinition.Target;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The data hangs together, file by file. */
class CatalogDataTest {

    static Stream<ServiceCatalog> catalogs() {
        return ServiceCatalog.services().stream()
                .map(prefix -> ServiceCatalog.of(prefix).orElseThrow());
    }

    static Stream<String> files() {
        return Stream.concat(ServiceCatalog.services().stream(), Stream.of("global"))
                .map(name -> name + ".tsv");
    }

    @ParameterizedTest
    @MethodSource("catalogs")
    void every_name_that_an_action_or_resource_type_gives_is_defined(ServiceCatalog catalog) {
        List<String> keys =
                catalog.conditionKeys().stream().map(ConditionKey::name).toList();
        List<String> types =
                catalog.resourceTypes().stream().map(ResourceType::name).toList();

        assertThat(catalog.actions()).allSatisfy(action -> {
            assertThat(keys).containsAll(action.conditionKeys());
            assertThat(types)
                    .containsAll(action.resources().stream()
                            .map(Target::resourceType)
                            .toList());
            assertThat(action.service()).isEqualTo(catalog.prefix());
        });
        assertThat(catalog.resourceTypes()).allSatisfy(type -> assertThat(keys).containsAll(type.conditionKeys()));
    }

    /**
     * KMS still lists two old names, for {@code kms:KeySpec} and {@code kms:KeyUsage}, without any action:
     * https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html
     */
    @ParameterizedTest
    @MethodSource("catalogs")
    void every_key_belongs_to_an_action_or_a_resource_type(ServiceCatalog catalog) {
        List<String> used = new ArrayList<>(List.of("kms:CustomerMasterKeySpec", "kms:CustomerMasterKeyUsage"));
        catalog.actions().forEach(action -> used.addAll(action.conditionKeys()));
        catalog.resourceTypes().forEach(type -> used.addAll(type.conditionKeys()));

        assertThat(catalog.conditionKeys()).extracting(ConditionKey::name).allMatch(used::contains);
    }

    @ParameterizedTest
    @MethodSource("catalogs")
    void dependent_actions_of_known_services_exist(ServiceCatalog catalog) {
        assertThat(catalog.actions())
                .allSatisfy(action -> assertThat(action.dependentActions()).allSatisfy(name -> {
                    Optional<ServiceCatalog> other = ServiceCatalog.of(name.substring(0, name.indexOf(':')));
                    assertThat(other.isEmpty() || other.get().action(name).isPresent())
                            .as(name)
                            .isTrue();
                }));
    }

    @ParameterizedTest
    @MethodSource("catalogs")
    void every_list_is_sorted_without_duplicates_whatever_the_letter_case(ServiceCatalog catalog) {
        assertStrictlySorted(
                catalog.actions().stream().map(ActionDefinition::name).toList());
        assertStrictlySorted(
                catalog.resourceTypes().stream().map(ResourceType::name).toList());
        assertStrictlySorted(
                catalog.conditionKeys().stream().map(ConditionKey::name).toList());
        catalog.actions().forEach(action -> assertStrictlySorted(action.conditionKeys()));
    }

    @ParameterizedTest
    @MethodSource("catalogs")
    void every_action_finds_itself_and_every_key_finds_itself(ServiceCatalog catalog) {
        assertThat(catalog.actions()).allSatisfy(action -> {
            assertThat(catalog.action(action.text())).containsSame(action);
            assertThat(catalog.matching(action.text())).containsExactly(action);
        });
        assertThat(catalog.conditionKeys())
                .allSatisfy(key -> assertThat(catalog.conditionKey(key.name())).containsSame(key));
    }

    /** The same key must not be of one type on a service's page and of another among the global keys. */
    @ParameterizedTest
    @MethodSource("catalogs")
    void aws_keys_agree_with_the_global_ones(ServiceCatalog catalog) {
        assertThat(catalog.conditionKeys())
                .filteredOn(key -> key.name().startsWith("aws:"))
                .allSatisfy(
                        key -> assertThat(GlobalConditionKeys.find(key.name())).contains(key));
    }

    @ParameterizedTest
    @MethodSource("files")
    void every_file_names_its_source_and_ends_with_a_line_feed(String file) throws IOException {
        try (InputStream bytes = Objects.requireNonNull(CatalogReader.class.getResourceAsStream(file))) {
            String text = new String(bytes.readAllBytes(), StandardCharsets.UTF_8);

            assertThat(text)
                    .startsWith("# ")
                    .contains("https://docs.aws.amazon.com/")
                    .endsWith("\n");
            assertThat(text).matches("[\\n\\t\\x20-\\x7e]+");
            assertThat(text.lines().filter(line -> line.startsWith("#")))
                    .anyMatch(line -> line.contains("2026-"))
                    .anyMatch(line -> line.contains("docs/decisions/0003-action-catalog.md"));
        }
    }

    private static void assertStrictlySorted(List<String> names) {
        for (int i = 1; i < names.size(); i++) {
            assertThat(names.get(i - 1))
                    .usingComparator(String.CASE_INSENSITIVE_ORDER)
                    .isLessThan(names.get(i));
        }
    }
}
