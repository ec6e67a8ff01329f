package io.github.secures3.policy.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.secures3.policy.Seed;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogReaderTest {

    /** A bar stands for a tab. */
    private static final List<String> SOUND = List.of(
            "# a comment",
            "service|x|Service X|https://docs.aws.amazon.com/x.html|2026-09-27",
            "key|aws:TagKeys|String|multi",
            "key|x:size|Numeric,Date|single",
            "resource|box|arn:${Partition}:x:::${Box}|aws:TagKeys",
            "action|GetBox|Read|box*|x:size|-",
            "action|PutBox|Write|box|aws:TagKeys,x:size|iam:PassRole,x:GetBox");

    @Test
    void reads_a_sound_file() {
        ServiceCatalog catalog = read(SOUND);

        assertThat(catalog.actions()).extracting(ActionDefinition::text).containsExactly("x:GetBox", "x:PutBox");
        assertThat(catalog.action("PutBox").orElseThrow().dependentActions())
                .containsExactly("iam:PassRole", "x:GetBox");
        assertThat(catalog.conditionKey("X:Size").orElseThrow().types())
                .containsExactly(ConditionKeyType.NUMERIC, ConditionKeyType.DATE);
    }

    @Test
    void reads_the_files_of_the_library() {
        assertThat(CatalogReader.readService("s3.tsv").action("GetObject")).isPresent();
        assertThat(CatalogReader.readService("sts.tsv").prefix()).isEqualTo("sts");
        assertThat(CatalogReader.readConditionKeys("global.tsv").find("aws:sourcevpc"))
                .map(ConditionKey::name)
                .contains("aws:SourceVpc");
    }

    @Test
    void keys_of_actions_and_resource_types_come_together() {
        ServiceCatalog catalog = read(SOUND);

        assertThat(catalog.conditionKeysOf(catalog.action("GetBox").orElseThrow()))
                .extracting(ConditionKey::name)
                .containsExactly("aws:TagKeys", "x:size");
        assertThat(catalog.action("GetBox").orElseThrow().conditionKeys()).containsExactly("x:size");
        assertThat(catalog.resourceType("BOX").orElseThrow().conditionKeys()).containsExactly("aws:TagKeys");
        List<String> alone = List.of(SOUND.get(1), SOUND.get(2), SOUND.get(3), "action|GetBox|Read|-|x:size|-");
        assertThat(read(alone).conditionKeysOf(read(alone).action("GetBox").orElseThrow()))
                .extracting(ConditionKey::name)
                .containsExactly("x:size");
    }

    @Test
    void a_file_of_condition_keys_holds_keys_and_nothing_else() {
        String key = "key\taws:TagKeys\tString\tmulti\n";
        assertThat(CatalogReader.readConditionKeys("x.tsv", new StringReader(key))
                        .all())
                .hasSize(1);
        String service = "service\tx\tX\thttps://docs.aws.amazon.com/x.html\t2026-09-27\n";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CatalogReader.readConditionKeys("x.tsv", new StringReader(service + key)))
                .withMessage("x.tsv line 2: the file must hold condition keys and no service");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
        2; service|x|Service X|https://docs.aws.amazon.com/x.html|today; must be an address and a day such as 2026-09-27
        2; service|x|Service X|2026-09-27; 'service' lines have 5 fields apart by tabs, this one has 4
        2; resource|box|arn:x|aws:TagKeys; the condition key 'aws:TagKeys' is not defined above
        3; key|aws:TagKeys|Text|multi; unknown type 'Text' of the key aws:TagKeys
        3; key|aws:TagKeys|String|many; 'many' must be single or multi
        3; key|aws:${A}/${B}|String|multi; may leave one part open
        3; key|aws:TagKeys|String|; a field is empty
        3; ""; a field is empty
        4; key|AWS:tagkeys|String|single; 'AWS:tagkeys' after 'aws:TagKeys'
        4; kay|x:size|Numeric|single; unknown kind of line 'kay'; allowed are service, key, resource, action
        4; service|y|Y|https://docs.aws.amazon.com/y.html|2026-09-27; a 'service' line after a 'key' line
        5; resource|box|x:box|-; 'x:box' must be the pattern of an ARN
        5; resource|box|arn:x|x:colour; the condition key 'x:colour' is not defined above
        6; action|GetBox|Peek|box*|x:size|-; unknown access level 'Peek' of the action GetBox
        6; action|GetBox|Read|bin*|x:size|-; the resource type 'bin' is not defined above
        6; action|GetBox|Read|box*|x:size,aws:TagKeys|-; lists must be sorted, without repeats
        6; action|GetBox|Read|box*|x:size; 'action' lines have 6 fields
        7; action|PutBox|Write|box|x:size,x:size|-; lists must be sorted, without repeats
        7; action|PutBox|Write|box|x:size|PassRole; the dependent action 'PassRole' must be a prefix, a colon and a name
        7; action|Apple|Write|box|x:size|-; 'Apple' after 'GetBox'
        """)
    void refuses_a_malformed_line_with_file_and_line(int line, String replacement, String problem) {
        List<String> lines = new ArrayList<>(SOUND);
        lines.set(line - 1, replacement);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(lines))
                .withMessageStartingWith("x.tsv line " + line + ": ")
                .withMessageContaining(problem);
    }

    @Test
    void refuses_files_without_their_content() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(List.of("# nothing")))
                .withMessageContaining("without a service line or without actions");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CatalogReader.readConditionKeys("x.tsv", new StringReader("# nothing")))
                .withMessageContaining("must hold condition keys and no service");
        assertThatIllegalStateException()
                .isThrownBy(() -> CatalogReader.readService("missing.tsv"))
                .withMessage("the library lacks its data file missing.tsv; its jar is damaged");
    }

    /** Whatever one character does to a file, it is read or refused with its line; {@code -Dseed=N} repeats a run. */
    @Test
    void reads_or_refuses_any_file_with_one_character_changed() {
        Random random = Seed.of(CatalogReaderTest.class);
        String sound = String.join("\n", SOUND);
        String characters = "|\n-*,$<>{}#: aZ9\u00e9";
        int refused = 0;
        for (int i = 0; i < 2_000; i++) {
            StringBuilder text = new StringBuilder(sound);
            text.setCharAt(random.nextInt(text.length()), characters.charAt(random.nextInt(characters.length())));
            try {
                read(List.of(text.toString()));
            } catch (IllegalArgumentException error) {
                assertThat(error).as("run %d", i).hasMessageStartingWith("x.tsv line ");
                refused++;
            }
        }

        assertThat(refused).isPositive();
    }

    private static ServiceCatalog read(List<String> lines) {
        return CatalogReader.readService(
                "x.tsv", new StringReader(String.join("\n", lines).replace('|', '\t')));
    }
}
