package io.github.secures3.analysis.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.analysis.evaluate.Organization;
import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.prove.Assumptions;
import io.github.secures3.analysis.template.EstateReader;
import io.github.secures3.analysis.template.ReadOptions;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Requests that S3 makes with a role are judged in the organization that is given. */
class KnownOrganizationTest {

    private static final Estate ESTATE = EstateReader.read(
            List.of(Path.of(
                    "src/test/resources/io/github/secures3/analysis/rules/perimeter-around-copies.template.yaml")),
            ReadOptions.defaults().withEnvironment("111122223333", "eu-west-1"));

    @Test
    void a_role_is_inside_or_outside_of_a_perimeter_only_where_its_organization_is_known() {
        assertThat(check(Assumptions.none()))
                .singleElement()
                .satisfies(finding -> assertThat(finding.isUndecided()).isTrue());
        assertThat(check(in(Organization.of("o-exampleorgid", null, List.of("111122223333")))))
                .isEmpty();
        assertThat(check(in(Organization.of("o-otherorgid1", null, List.of("111122223333")))))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("may not s3:ReplicateObject"));
    }

    private static List<Finding> check(Assumptions assumptions) {
        return RuleSet.of(List.of(new ReplicationPermissions())).check(ESTATE, assumptions);
    }

    private static Assumptions in(Organization organization) {
        return Assumptions.none().withOrganization(organization, List.of());
    }
}
