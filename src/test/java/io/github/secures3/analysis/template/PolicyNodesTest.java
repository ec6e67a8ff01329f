package io.github.secures3.analysis.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.analysis.model.BucketPolicy;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.model.LocatedPolicy;
import io.github.secures3.analysis.model.OrganizationPolicy;
import io.github.secures3.analysis.model.UnknownStatement;
import io.github.secures3.analysis.model.Value;
import io.github.secures3.policy.ConditionValue;
import io.github.secures3.policy.Principal;
import io.github.secures3.policy.Principals;
import io.github.secures3.policy.Statement;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Policies in templates, with functions anywhere in them. */
class PolicyNodesTest {

    @TempDir
    private Path directory;

    private Value<LocatedPolicy> policy(String document) {
        String template = """
                Parameters: {List: {Type: CommaDelimitedList}, Stage: {Type: String}, Known: {Type: String, Default: x}}
                Conditions: {Maybe: !Equals [!Ref Stage, prod], Surely: !Equals [!Ref Known, x]}
                Resources:
                  Policy:
                    Type: AWS::S3::BucketPolicy
                    Properties:
                      Bucket: data
                      PolicyDocument: %s
                """.formatted(document);
        return Templates.only(Templates.readText(directory, "policy.yaml", template), BucketPolicy.class)
                .document();
    }

    private static String statement(String parts) {
        return "{Effect: Deny, Principal: '*', Action: 's3:*', " + parts + "}";
    }

    @Test
    void keeps_known_statements_and_names_the_condition_of_the_others() {
        Estate estate = Templates.read("families.yaml");
        LocatedPolicy policy = estate.bucketPolicies().get(0).document().known().orElseThrow();
        assertThat(policy.isComplete()).isFalse();
        assertThat(policy.document()).isEmpty();
        assertThat(policy.knownPart().statements()).extracting(Statement::sid).containsExactly("Tls", "Reader");
        UnknownStatement strict = policy.unknown().get(0);
        assertThat(strict.candidate()).isNotNull().extracting(Statement::sid).isEqualTo("Strict");
        assertThat(strict.reason()).contains("condition IsStrict");
        assertThat(strict.index()).isEqualTo(1);
        assertThat(policy.statements().get(1).at().line()).isEqualTo(95);
        assertThat(policy.statements().get(1).at().pointer())
                .isEqualTo("/Resources/DataPolicy/Properties/PolicyDocument/Statement/2");
        assertThat(estate.policiesOf(estate.buckets().get(0))).hasSize(1);
    }

    @Test
    void reads_numbers_as_text_where_a_policy_has_text_and_keeps_booleans_in_conditions() {
        LocatedPolicy policy = Templates.read("families.yaml")
                .bucketPolicies()
                .get(0)
                .document()
                .known()
                .orElseThrow();
        assertThat(policy.statements().get(1).statement().principals())
                .isEqualTo(Principals.of(Principal.aws("111122223333")));
        assertThat(policy.statements()
                        .get(0)
                        .statement()
                        .conditions()
                        .all()
                        .get(0)
                        .values())
                .containsExactly(ConditionValue.of(false));
    }

    @Test
    void keeps_both_branches_of_an_undecided_statement() {
        LocatedPolicy policy = policy("{Statement: [!If [Maybe, " + statement("Resource: a, Sid: A") + ", "
                        + statement("Resource: b, Sid: B") + "]]}")
                .known()
                .orElseThrow();
        assertThat(policy.statements()).isEmpty();
        assertThat(policy.unknown())
                .extracting(unknown -> String.valueOf(unknown.candidate()))
                .satisfiesExactly(
                        first -> assertThat(first).contains("sid=A"),
                        second -> assertThat(second).contains("sid=B"));
    }

    @Test
    void keeps_both_branches_of_an_undecided_list() {
        LocatedPolicy policy = policy("{Statement: !If [Maybe, [" + statement("Resource: a") + ", !If [Surely, "
                        + statement("Resource: c") + ", x]], [" + statement("Resource: b") + "]]}")
                .known()
                .orElseThrow();
        assertThat(policy.unknown()).hasSize(3).allMatch(each -> each.reason().contains("condition Maybe"));
    }

    @Test
    void takes_a_decided_branch_alone() {
        LocatedPolicy policy = policy("{Statement: !If [Surely, " + statement("Resource: a") + ", x]}")
                .known()
                .orElseThrow();
        assertThat(policy.isComplete()).isTrue();
        assertThat(policy.statements()).hasSize(1);
    }

    @Test
    void keeps_unknown_texts_inside_statements() {
        LocatedPolicy policy = policy("{Statement: [" + statement("Resource: !Sub 'arn:aws:s3:::${Stage}/*'") + "]}")
                .known()
                .orElseThrow();
        assertThat(policy.statements().get(0).statement().resources())
                .isNotNull()
                .satisfies(resources ->
                        assertThat(resources.patterns()).containsExactly("arn:aws:s3:::${Token[policy.Stage]}/*"));
    }

    @Test
    void takes_a_statement_for_unknown_where_a_list_or_an_element_of_it_is() {
        for (String parts : List.of(
                "Resource: !Ref List",
                "Resource: a, Condition: !If [Maybe, {Bool: {'aws:SecureTransport': false}}, !Ref 'AWS::NoValue']",
                "Resource: [a, !If [Maybe, b, !Ref 'AWS::NoValue']]")) {
            LocatedPolicy policy =
                    policy("{Statement: [" + statement(parts) + "]}").known().orElseThrow();
            assertThat(policy.statements()).as(parts).isEmpty();
            assertThat(policy.unknown()).as(parts).hasSize(1);
            assertThat(policy.unknown().get(0).reason()).containsAnyOf("parameter List", "condition Maybe");
        }
    }

    @Test
    void takes_a_statement_that_aws_would_refuse_for_unknown_and_says_why() {
        LocatedPolicy policy = policy("{Statement: [{Effect: Maybe, Principal: '*', Action: 's3:*', Resource: a}, 7, "
                        + statement("Resource: a, Sid: Same") + ", " + statement("Resource: b, Sid: Same") + "]}")
                .known()
                .orElseThrow();
        assertThat(policy.statements()).hasSize(1);
        assertThat(policy.unknown())
                .extracting(UnknownStatement::reason)
                .satisfiesExactly(
                        effect -> assertThat(effect).contains("unknown Effect 'Maybe'"),
                        number -> assertThat(number).contains("stands where a statement belongs"),
                        twice -> assertThat(twice).contains("'Same' stands twice"));
    }

    @Test
    void takes_a_document_for_unknown_that_cannot_be_told() {
        assertThat(policy("!Ref Stage").whyUnknown()).contains("parameter Stage of stack policy has no known value");
        assertThat(policy("{Version: !Ref Stage, Statement: []}").isUnknown()).isTrue();
        assertThat(policy("{Version: '2011', Statement: []}").isUnknown()).isTrue();
        assertThat(policy("{Version: '2012-10-17'}").whyUnknown()).contains("the policy has no Statement");
        assertThat(policy("{Statement: [], Statements: []}").isUnknown()).isTrue();
        assertThat(policy("'no json'").isUnknown()).isTrue();
        assertThat(policy("!Ref 'AWS::NoValue'").isAbsent()).isTrue();
    }

    @Test
    void reads_policies_in_json_text() {
        Value<LocatedPolicy> policy = policy(
                "!Sub '{\"Statement\": {\"Effect\": \"Deny\", \"Principal\": \"*\", \"Action\": \"s3:*\", \"Resource\": \"${Stage}\"}}'");
        assertThat(policy.known().orElseThrow().statements().get(0).statement().resources())
                .hasToString("Resources[negated=false, patterns=[${Token[policy.Stage]}]]");
    }

    @Test
    void takes_no_marker_from_the_escapes_of_json_text() {
        assertThat(policy(
                                "'{\"Statement\": {\"Effect\": \"Deny\", \"Principal\": \"*\", \"Action\": \"s3:*\", \"Resource\": \"\\u0024{Token[policy.Stage]}\"}}'")
                        .isUnknown())
                .isTrue();
    }

    // Policy types: https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_types.html
    @Test
    void reads_organization_policies_by_their_type() {
        Estate estate = Templates.read("families.yaml");
        OrganizationPolicy control = Templates.named(estate, OrganizationPolicy.class, "Rcp");
        assertThat(control.document().known().orElseThrow().document()).isPresent();
        assertThat(Templates.named(estate, OrganizationPolicy.class, "Scp")
                        .document()
                        .known())
                .isPresent();
        OrganizationPolicy s3 = Templates.named(estate, OrganizationPolicy.class, "S3Policy");
        assertThat(s3.document().isAbsent()).isTrue();
        assertThat(s3.content().known())
                .contains("{\"s3_attributes\":{\"public_access_block_configuration\":{\"@@assign\":\"all\"}}}");
    }
}
