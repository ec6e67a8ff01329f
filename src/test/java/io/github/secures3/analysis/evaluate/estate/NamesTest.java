package io.github.secures3.analysis.evaluate.estate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.template.EstateReader;
import io.github.secures3.analysis.template.ReadOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people call a bucket. */
class NamesTest {

    private static final String TEMPLATE = """
        Resources:
          Orders: {Type: AWS::S3::Bucket, Properties: {BucketName: orders}, Metadata: {"aws:cdk:path": App/Orders/Resource}}
          Data: {Type: AWS::S3::Bucket, Metadata: {"aws:cdk:path": App/Data/Bucket/Resource}}
          DataLogs: {Type: AWS::S3::Bucket, Properties: {BucketName: logs}, Metadata: {"aws:cdk:path": App/Logs}}
        """;

    @TempDir
    private Path directory;

    private Names<Bucket> names;

    @BeforeEach
    void read() throws Exception {
        names = names(TEMPLATE);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "Orders, Orders",
        "orders, Orders",
        "app/Orders, Orders",
        "arn:aws:s3:::orders, Orders",
        "App/Orders, Orders",
        "App/Orders/Resource, Orders",
        "Ord, Orders",
        "Data, Data",
        "App/Data, Data",
        "App/Data/Bucket, Data",
        "App/Data/Bucket/Resource, Data",
        "DataL, DataLogs",
        "App/Logs, DataLogs"
    })
    void a_bucket_goes_by_id_path_name_and_arn(String text, String logicalId) {
        assertThat(names.find(text)).map(bucket -> bucket.element().logicalId()).contains(logicalId);
    }

    @ParameterizedTest
    @CsvSource({"App/Order", "App", "esource", "ORDERS", "arn:aws:s3:::order", "Orders/key"})
    void nothing_else_is_its_name(String text) {
        assertThat(names.find(text)).isEmpty();
    }

    @Test
    void a_beginning_that_several_share_is_asked_back() {
        assertThatExceptionOfType(UnknownNameException.class)
                .isThrownBy(() -> names.find("D"))
                .withMessage("'D' names more than one bucket: app/Data, app/DataLogs; write one of these");
    }

    @ParameterizedTest(name = "{0} is {1} and {2}")
    @CsvSource({
        "orders, Orders, ''",
        "orders/a, Orders, a",
        "orders/a/b, Orders, a/b",
        "App/Orders/a/b, Orders, a/b",
        "App/Data/Bucket/x, Data, x",
        "orders/, Orders, ''"
    })
    void the_longest_name_wins_and_the_rest_is_the_key(String text, String logicalId, String rest) {
        Names.Found<Bucket> found = names.findWithRest(text).orElseThrow();
        assertThat(found.resource().element().logicalId()).isEqualTo(logicalId);
        assertThat(found.rest()).isEqualTo(rest);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({"orders/a, Orders", "logs, DataLogs", "Orders/a,", "Ord,", "App/Orders/a,", "app/Orders,", "DataL,"})
    void what_the_deployment_calls_it_is_neither_id_nor_path(String text, @Nullable String logicalId) {
        assertThat(names.findDeployedWithRest(text)
                        .map(found -> found.resource().element().logicalId()))
                .isEqualTo(Optional.ofNullable(logicalId));
    }

    @Test
    void a_slash_inside_the_marker_of_an_unknown_value_parts_nothing() {
        String arn = names.find("Data").orElseThrow().arn();
        assertThat(arn).contains("${Token[");
        assertThat(names.findWithRest(arn + "/${Token[a/b]}/c").orElseThrow().rest())
                .isEqualTo("${Token[a/b]}/c");
        assertThat(names.findWithRest("${Token[Orders/x]}/c")).isEmpty();
        assertThat(names.findWithRest("/orders")).isEmpty();
    }

    @Test
    void choices_are_named_and_cut_where_they_are_many() throws Exception {
        assertThat(names.choices()).isEqualTo("Orders, Data, DataLogs");
        assertThat(names("Resources: {}").choices()).isEqualTo("no bucket");
        assertThat(names(buckets(12)).choices()).endsWith("B10, B11");
        assertThat(names(buckets(13)).choices()).endsWith("B10, B11, ...");
    }

    private static String buckets(int count) {
        return IntStream.range(0, count)
                .mapToObj(at -> "  B" + at + ": {Type: AWS::S3::Bucket}\n")
                .collect(Collectors.joining("", "Resources:\n", ""));
    }

    private Names<Bucket> names(String template) throws Exception {
        Path file = Files.writeString(directory.resolve("app.yaml"), template);
        Estate estate = EstateReader.read(List.of(file), ReadOptions.defaults());
        return new Names<>("bucket", estate.buckets(), bucket -> bucket.name().asText(), Bucket::arn);
    }
}
