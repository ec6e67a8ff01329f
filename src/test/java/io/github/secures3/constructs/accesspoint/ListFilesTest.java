package io.github.secures3.constructs.accesspoint;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.secures3.constructs.InvalidConfigurationException;
import io.github.secures3.testing.Synthesized;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.s3.Bucket;

/** Access points from files: what is read, and what is refused at which line. */
class ListFilesTest {

    private static final Path RESOURCES = Path.of("src/test/resources/io/github/secures3/constructs/accesspoint");
    private static final String READER = "arn:aws:iam::111122223333:role/Reader";

    @TempDir
    Path directory;

    @Test
    void csv_and_json_say_the_same_as_code() {
        Map<String, JsonNode> code = points(set -> set.accessPoint(AccessPoint.Builder.create("red")
                        .vpcId("vpc-1a2b3c4d")
                        .tag("team", "red")
                        .tag("cost", "7")
                        .readers("reports/", READER, "444455556666")
                        .writers("in,box/", READER)
                        .build())
                .accessPoint(AccessPoint.Builder.create("blue").build()));

        assertThat(points(set -> set.accessPointsFrom(RESOURCES.resolve("good.csv"))))
                .isEqualTo(code);
        assertThat(points(set -> set.accessPointsFrom(RESOURCES.resolve("good.json"))))
                .isEqualTo(code);
    }

    @Test
    void a_byte_order_mark_and_windows_line_ends_are_read() throws IOException {
        assertThat(points(set -> set.accessPointsFrom(file("points.csv", "\uFEFFname,vpc\r\nred,vpc-1a2b3c4d\r\n"))))
                .isEqualTo(points(set -> set.accessPointsFrom(
                        file("points.json", "\uFEFF[{\"name\":\"red\",\"vpc\":\"vpc-1a2b3c4d\"}]"))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
        name;red _                     | column 'name;red' is not known; the first line names columns out of name, access, prefix, principals, vpc, owner, tags | 1
        name,name                      | column 'name' stands twice; leave one out | 1
        prefix,access                  | there is no column 'name'; the first line names the columns | 1
        name~RED                       | access point name 'RED' is not valid; use 3 to 50 lower-case letters, digits and hyphens, with a letter or digit at both ends | 2
        name,vpc~red                   | the line has 1 cells, and there are 2 columns; write an empty cell where there is no value | 2
        name,vpc~red,~,                | the access point has no name; give each one | 3
        name,vpc~red,"vpc              | a quote is not closed on its line; close it, or double a quote that belongs to the text | 2
        name,vpc~"red"x,               | something stands behind a quoted cell; put a comma there | 2
        name,vpc~red,vpc-1a2b3c4d~red,vpc-5e6f7a8b | access point 'red' has another vpc, owner or tags than on line 2; repeat them or leave them empty | 3
        name,tags~red,team             | tag 'team' has no '='; write key=value | 2
        name,access~red,own            | access 'own' is not known; write one of append, delete, read, write | 2
        name,access~red,read           | the grant names no principal; give account ids or ARNs | 2
        name,prefix~red,a/             | the line has a prefix or principals and no access; write read, write, append or delete | 2
        name,access,prefix,principals~red,read,team1,111122223333 | access point 'red': prefix 'team1' cannot be granted; use a folder such as reports/ of less than 1024 bytes that ends with a slash, does not start with one and holds no wildcard | 2
        name,access,prefix,principals~red,read,a/,111122223333~red,read,a/b/,111122223333 | access point 'red': 111122223333 is granted READ on 'a/b/' and on 'a/', which holds the former; leave the narrower one out, or the wider one if it says too much | 3
        """)
    void broken_csv_is_refused_with_its_line(String text, String message, int line) throws IOException {
        Path file = file("points.csv", text.replace(" _", "").replace('~', '\n'));

        assertThatThrownBy(() -> points(set -> set.accessPointsFrom(file)))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessage("Storage/Points: points.csv:" + line + ": " + message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
        {}                             | here must stand a list of access points, not START_OBJECT | 1
        [~7]                           | here must stand an access point, which is an object, not VALUE_NUMBER_INT | 2
        [{"name":"red"},~{"name":"red"}] | access point 'red' stands on line 1 already; put its grants together | 2
        [{~"nome":"red"}]              | field 'nome' is not known; write name, vpc, owner, tags, grants | 2
        [{"name":~null}]               | here must stand a string for 'name', not VALUE_NULL | 2
        [{}]                           | the access point has no name; give each one | 1
        [] []                          | something stands behind the list; leave it out | 1
        [{"name":"red","grants":[~{"access":"own"}]}] | access 'own' is not known; write one of append, delete, read, write | 2
        [{"name":"red","grants":[~{"access":"read","principals":["*"]}]}] | access point 'red': '*' cannot be granted access; use an account id of 12 digits, or the ARN of a role, user or role session without wildcards | 2
        [{"name":"red","grants":[~{"access":"read","principals":["111122223333"]},~{"access":"read","prefix":"a/","principals":["111122223333"]}]}] | access point 'red': 111122223333 is granted READ on 'a/' and on '', which holds the former; leave the narrower one out, or the wider one if it says too much | 3
        """)
    void broken_json_is_refused_with_its_line(String text, String message, int line) throws IOException {
        Path file = file("points.json", text.replace('~', '\n'));

        assertThatThrownBy(() -> points(set -> set.accessPointsFrom(file)))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessage("Storage/Points: points.json:" + line + ": " + message);
    }

    @ParameterizedTest
    @CsvSource({"'[\n{', 2", "'[\n{\"name\"', 2", "'[\n{\"name\":\"red\",\"name\":\"red\"}]', 2", "'[1e', 1", "'[\"', 1"
    })
    void what_is_not_json_is_refused_with_its_line(String text, int line) throws IOException {
        Path file = file("points.json", text);

        assertThatThrownBy(() -> points(set -> set.accessPointsFrom(file)))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageMatching(
                        "(?s)Storage/Points: points.json:" + line + ": (this is not valid JSON|here must stand).*");
    }

    /** What only the whole set can tell still names the line that the point starts on. */
    @Test
    void what_does_not_fit_the_set_is_refused_with_its_line() throws IOException {
        Path file = file("points.csv", "name,vpc\nred,vpc-1a2b3c4d\nblue,\n");

        assertThatThrownBy(() -> points(set ->
                        set.accessPointsFrom(file).accessPointsFrom(file("more.json", "[\n{\"name\":\"red\"}]"))))
                .hasMessage(
                        "Storage/Points: more.json:2: two access points are named 'red'; give each its own name, or put"
                                + " their grants together");
        Stack stack = Synthesized.stack(Synthesized.app(), "Storage");
        assertThatThrownBy(() -> AccessPointSet.Builder.create(stack, "Points")
                        .bucket(Bucket.fromBucketName(stack, "Data", "data"))
                        .accessPointsFrom(file)
                        .vpcOriginOnly()
                        .build())
                .hasMessageStartingWith(
                        "Storage/Points: points.csv:3: access point 'blue' accepts requests from any network");
    }

    @Test
    void an_empty_file_is_refused() throws IOException {
        Path csv = file("points.csv", "");
        assertThatThrownBy(() -> points(set -> set.accessPointsFrom(csv)))
                .hasMessage("Storage/Points: points.csv:1: the file is empty; start with a line of column names");
        Path json = file("points.json", "");
        assertThatThrownBy(() -> points(set -> set.accessPointsFrom(json)))
                .hasMessage("Storage/Points: points.json:1: here must stand a list of access points, not the end of the"
                        + " file");
    }

    @Test
    void hostile_files_end_in_an_error() throws IOException {
        Path line = file("points.csv", "name\n" + "x".repeat(5_000_000));
        assertThatThrownBy(() -> points(set -> set.accessPointsFrom(line)))
                .hasMessage(
                        "Storage/Points: points.csv:2: the line is longer than 65536 characters; write each grant on a"
                                + " line of its own");
        for (String text : new String[] {"[".repeat(1_000_000), "[{\"tags\":".repeat(500_000)}) {
            Path deep = file("points.json", text);
            assertThatThrownBy(() -> points(set -> set.accessPointsFrom(deep)))
                    .isInstanceOf(InvalidConfigurationException.class)
                    .hasMessageStartingWith("Storage/Points: points.json:1: here must stand");
        }
        Path string = file("points.json", "[{\"name\":\"" + "x".repeat(5_000_000) + "\"}]");
        assertThatThrownBy(() -> points(set -> set.accessPointsFrom(string)))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageStartingWith("Storage/Points: points.json:1: this is not valid JSON: ");
    }

    @Test
    void a_name_of_any_length_is_shown_in_part() throws IOException {
        Path file = file("points.csv", "name\n" + "x".repeat(60_000));
        assertThatThrownBy(() -> points(set -> set.accessPointsFrom(file)))
                .hasMessageStartingWith("Storage/Points: points.csv:2: access point name 'xxx")
                .message()
                .hasSizeLessThan(400);
    }

    @ParameterizedTest
    @CsvSource({"points.csv", "points.json"})
    void what_is_not_utf_8_is_refused(String name) throws IOException {
        Path file = directory.resolve(name);
        Files.write(file, "name\nr\u00e9d".getBytes(ISO_8859_1));
        assertThatThrownBy(() -> points(set -> set.accessPointsFrom(file)))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessage("Storage/Points: '" + file + "' is not UTF-8; save it in that encoding");
    }

    @Test
    void what_is_no_file_is_refused() throws IOException {
        assertThatThrownBy(() -> points(set -> set.accessPointsFrom(file("points.txt", "name"))))
                .hasMessage("Storage/Points: '" + directory.resolve("points.txt")
                        + "' is neither CSV nor JSON by its name; name the file .csv or .json");
        Path missing = directory.resolve("missing.csv");
        assertThatThrownBy(() -> points(set -> set.accessPointsFrom(missing)))
                .hasMessage("Storage/Points: '" + missing
                        + "' is no file that can be read; give the path of a file, absolute or from where the"
                        + " app runs");
    }

    private Path file(String name, String text) {
        try {
            return Files.writeString(directory.resolve(name), text, UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Map<String, JsonNode> points(Consumer<AccessPointSet.Builder> settings) {
        App app = Synthesized.app();
        Stack stack = Synthesized.stack(app, "Storage", "111122223333", "eu-west-1");
        AccessPointSet.Builder set = AccessPointSet.Builder.create(stack, "Points")
                .bucket(Bucket.fromBucketName(stack, "Data", "data"))
                .bucketDelegatesAlready();
        settings.accept(set);
        set.build();
        return Points.in(Synthesized.of(app).template(stack));
    }
}
