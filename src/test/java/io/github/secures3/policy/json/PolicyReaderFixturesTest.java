package io.github.secures3.policy.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.secures3.policy.Fixtures;
import io.github.secures3.policy.PolicyDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each folder is a policy type, each file a sentence.
 *
 * <p>https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 * <p>https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html
 * <p>https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_syntax.html
 * <p>https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_syntax.html
 * <p>https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html
 */
class PolicyReaderFixturesTest {

    static List<Path> valid() {
        return Fixtures.in("valid");
    }

    static List<Path> invalid() {
        return Fixtures.in("invalid");
    }

    @ParameterizedTest
    @MethodSource("valid")
    void reads_a_valid_policy_and_writes_it_in_canonical_form(Path document) throws IOException {
        PolicyDocument read = PolicyReader.read(document, Fixtures.typeOf(document));

        Fixtures.assertGolden(document, ".canonical", PolicyWriter.canonical(read));
        assertThat(PolicyReader.read(PolicyWriter.compact(read), Fixtures.typeOf(document)))
                .isEqualTo(PolicyReader.read(PolicyWriter.canonical(read), Fixtures.typeOf(document)));
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void refuses_an_invalid_policy_with_the_place_and_the_fix(Path document) throws IOException {
        String name = document.getFileName().toString();
        PolicySyntaxException refused = catchThrowableOfType(
                PolicySyntaxException.class,
                () -> PolicyReader.read(Fixtures.text(document), Fixtures.typeOf(document), name));

        assertThat(refused).as(name + " must be refused").isNotNull();
        assertThat(refused.source()).isEqualTo(name);
        assertThat(refused).hasMessage(name + ":" + refused.line() + ":" + refused.column() + ": " + refused.problem());
        Fixtures.assertGolden(document, ".error", refused.getMessage() + "\n");
    }
}
