package io.github.secures3.analysis.report.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.analysis.evaluate.Outcome;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.template.EstateReader;
import io.github.secures3.analysis.template.ReadOptions;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AccessMapTest {

    private static final Path SHOWCASE =
            Path.of("src/test/resources/io/github/secures3/analysis/report/html/showcase.yaml");
    private static final AccessMap MAP =
            AccessMap.of(estate(ReadOptions.defaults().withEnvironment("111122223333", "eu-west-1")));

    private static Estate estate(ReadOptions options) {
        return EstateReader.read(List.of(SHOWCASE), options);
    }

    private static BucketAccess bucket(AccessMap map, String logicalId) {
        return map.buckets().stream()
                .filter(each -> each.bucket().element().logicalId().equals(logicalId))
                .findFirst()
                .orElseThrow();
    }

    private static Optional<AccessRow> row(String bucket, String caller, String way) {
        return bucket(MAP, bucket).rows().stream()
                .filter(row -> row.caller().name().equals(caller) && row.way().equals(way))
                .findFirst();
    }

    /** What is allowed, as words. */
    private static String allowed(String bucket, String caller, String way) {
        return row(bucket, caller, way)
                .map(row -> row.reach().entrySet().stream()
                        .filter(entry -> entry.getValue().isAllowed())
                        .map(entry -> entry.getKey().text() + entry.getValue().objects())
                        .collect(Collectors.joining(" ")))
                .orElse("no row");
    }

    @Test
    void shows_the_prefix_that_a_role_is_confined_to() {
        assertThat(allowed("Orders", "Shop/Checkout", AccessRow.DIRECTLY)).isEqualTo("write[new/*]");
    }

    @Test
    void shows_an_access_point_as_a_way_of_its_own() {
        assertThat(allowed("Orders", "Shop/Analyst", "through access point analytics"))
                .isEqualTo("read[curated/*]");
        assertThat(row("Orders", "Shop/Analyst", AccessRow.DIRECTLY)).isEmpty();
    }

    @Test
    void shows_what_an_access_grant_gives_no_further_than_the_role_of_its_location_goes() {
        assertThat(allowed("Orders", "directory group 1a2b3c4d-reporting", "with S3 Access Grant ReportsGrant"))
                .isEqualTo("list[reports/2026/*] read[reports/2026/*]");
    }

    @Test
    void shows_an_administrator_with_all_that_it_can_do() {
        assertThat(allowed("Logs", "Shop/Operator", AccessRow.DIRECTLY))
                .isEqualTo("list[] read[] write[] delete[] administer[]");
    }

    @Test
    void shows_that_a_public_bucket_lets_anybody_read_with_and_without_credentials() {
        assertThat(allowed("Website", "anybody, without credentials", AccessRow.DIRECTLY))
                .isEqualTo("read[]");
        assertThat(allowed("Website", "any other AWS account", AccessRow.DIRECTLY))
                .isEqualTo("read[]");
    }

    /** The bucket policy lets the partner in, and the key policy does not. */
    @Test
    void shuts_an_account_out_that_the_key_does_not_let_in() {
        assertThat(bucket(MAP, "Orders").shutOut())
                .extracting(Caller::name)
                .containsExactly("anybody, without credentials", "any other AWS account", "account 444455556666");
    }

    @Test
    void leaves_undecided_what_rests_on_policies_that_are_not_there() {
        AccessRow auditor = row("Orders", "arn:aws:iam::444455556666:role/Auditor", AccessRow.DIRECTLY)
                .orElseThrow();

        assertThat(auditor.isUndecided()).isTrue();
        assertThat(reach(auditor, Capability.LIST).why())
                .containsExactly("the policies of arn:aws:iam::444455556666:role/Auditor are not in the templates");
        assertThat(reach(auditor, Capability.READ).isUndecided()).isFalse();
    }

    @Test
    void leaves_undecided_what_a_service_does_on_behalf_of_nobody_knows_whom() {
        AccessRow logging =
                row("Logs", "logging.s3.amazonaws.com", AccessRow.DIRECTLY).orElseThrow();
        Reach write = reach(logging, Capability.WRITE);

        assertThat(write.isUndecided()).isTrue();
        assertThat(write.objects()).containsExactly("orders/*");
        assertThat(write.why()).containsExactly("the context key aws:SourceAccount is not given");
    }

    @Test
    void never_takes_a_stranger_for_the_account_that_the_deployment_will_choose() {
        AccessMap unbound = AccessMap.of(estate(ReadOptions.defaults()));

        assertThat(bucket(unbound, "Logs").shutOut()).extracting(Caller::name).contains("any other AWS account");
    }

    @Test
    void names_each_way_once_for_a_caller_who_can_do_the_same_by_several() {
        Caller caller = new Caller(Caller.Kind.ROLE, "Reader", "reader");
        Reach read = new Reach(Outcome.ALLOWED, List.of(), List.of("because"));
        List<AccessRow> rows = Arrays.stream(new String[] {AccessRow.DIRECTLY, Ways.THROUGH + "a", Ways.THROUGH + "b"})
                .map(way -> new AccessRow(caller, way, Map.of(Capability.READ, read)))
                .toList();

        assertThat(Ways.merged(rows))
                .extracting(AccessRow::way)
                .containsExactly("directly, and through access points a, b");
        assertThat(Ways.merged(rows.subList(1, 2)))
                .extracting(AccessRow::way)
                .containsExactly("through access point a");
    }

    private static Reach reach(AccessRow row, Capability capability) {
        return Objects.requireNonNull(row.reach().get(capability));
    }
}
