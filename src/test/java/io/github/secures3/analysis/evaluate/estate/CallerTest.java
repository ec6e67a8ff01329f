package io.github.secures3.analysis.evaluate.estate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.analysis.evaluate.Decision;
import io.github.secures3.analysis.evaluate.Outcome;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.template.EstateReader;
import io.github.secures3.analysis.template.ReadOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every way in which a policy comes to stand on a user or role.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html">Managed policies and inline
 *     policies</a>
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_groups.html">IAM user groups</a>
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html">Permissions boundaries</a>
 */
class CallerTest {

    private static final Path TEMPLATE =
            Path.of("src/test/resources/io/github/secures3/analysis/evaluate/estate/identities.yaml");
    private static final Estate ESTATE = estate(TEMPLATE);

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "Inline, s3:GetObject, ALLOWED",
        "Managed, s3:GetObject, ALLOWED",
        "Named, s3:GetObject, ALLOWED",
        "NamedByManaged, s3:GetObject, ALLOWED",
        "Nobody, s3:GetObject, IMPLICITLY_DENIED",
        "Member, s3:GetObject, ALLOWED",
        "ManagedMember, s3:GetObject, ALLOWED",
        "NamedMember, s3:GetObject, ALLOWED",
        "Added, s3:GetObject, ALLOWED",
        "Added, s3:PutObject, IMPLICITLY_DENIED",
        "InlineRole, s3:PutObject, ALLOWED",
        "ManagedRole, s3:GetObject, ALLOWED",
        "NamedRole, s3:GetObject, ALLOWED",
        "Bounded, s3:GetObject, ALLOWED",
        "Bounded, s3:PutObject, IMPLICITLY_DENIED",
        "arn:aws:iam::111122223333:user/inline, s3:GetObject, ALLOWED",
        "arn:aws:sts::111122223333:assumed-role/inline/s, s3:PutObject, ALLOWED"
    })
    void policies_stand_on_a_caller_by_whatever_names_it(String who, String action, Outcome expected) {
        assertThat(decide(ESTATE, who, action).outcome()).isEqualTo(expected);
    }

    @Test
    void a_user_and_a_role_of_one_name_have_each_their_own_policies() {
        assertThat(decide(ESTATE, "arn:aws:iam::111122223333:user/inline", "s3:PutObject")
                        .outcome())
                .isEqualTo(Outcome.IMPLICITLY_DENIED);
        assertThat(decide(ESTATE, "arn:aws:iam::111122223333:role/inline", "s3:GetObject")
                        .outcome())
                .isEqualTo(Outcome.IMPLICITLY_DENIED);
        assertThat(decide(ESTATE, "arn:aws:iam::444455556666:user/inline", "s3:GetObject")
                        .outcome())
                .as("a user of that name in another account, which the bucket does not let in")
                .isEqualTo(Outcome.IMPLICITLY_DENIED);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Outsider | the policies of the group elsewhere are not in the templates",
                "Unsettled | the groups of Unsettled are not known: parameter Unknown of stack identities has no known"
                        + " value",
                "UnsettledManaged | the managed policies of UnsettledManaged are not known: parameter Unknown of stack"
                        + " identities has no known value",
                "UnsettledInline | the inline policies of UnsettledInline are not known: parameter UnknownPolicy of"
                        + " stack identities has no known value",
                "OfAws | the managed policy arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess of OfAws is not in the"
                        + " templates",
                "BoundedElsewhere | the permissions boundary arn:aws:iam::111122223333:policy/Elsewhere is not in the"
                        + " templates"
            })
    void what_may_stand_on_a_caller_and_is_not_in_the_templates_leaves_it_undecided(String who, String reason) {
        Decision decision = decide(ESTATE, who, "s3:GetObject");
        assertThat(decision.outcome()).isEqualTo(Outcome.UNDECIDED);
        assertThat(decision.unknowns()).containsExactly(reason);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"AWS::IAM::Policy, Users", "AWS::IAM::ManagedPolicy, Users", "AWS::IAM::UserToGroupAddition, Users"})
    void a_policy_or_group_whose_members_are_not_known_may_be_about_the_caller(
            String type, String property, @TempDir Path directory) throws Exception {
        Path file = Files.writeString(
                directory.resolve("open.yaml"), """
                    Parameters: {Whom: {Type: CommaDelimitedList}}
                    Resources:
                      Data: {Type: AWS::S3::Bucket, Properties: {BucketName: data}}
                      Alone: {Type: AWS::IAM::User, Properties: {UserName: alone}}
                      Group: {Type: AWS::IAM::Group, Properties: {GroupName: group}}
                      Open:
                        Type: TYPE
                        Properties:
                          PROPERTY: !Ref Whom
                          GroupName: !Ref Group
                          PolicyDocument: {Version: "2012-10-17", Statement: [{Effect: Allow, Action: "*", Resource: "*"}]}
                    """.replace("TYPE", type).replace("PROPERTY", property));
        Decision decision = decide(estate(file), "Alone", "s3:GetObject");
        assertThat(decision.outcome()).isEqualTo(Outcome.UNDECIDED);
        assertThat(decision.unknowns())
                .containsExactly(
                        "whom Open is attached to is not known: parameter Whom of stack open has no known value");
    }

    /** One of several names that a policy is attached to may be known, another not: what is not may be the caller's. */
    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource({
        "Role, '!Ref Whom', UNDECIDED",
        "Role, '!Ref Role', ALLOWED",
        "Role, '!Ref Other', IMPLICITLY_DENIED",
        "Role, role, ALLOWED",
        "Role, somebody-else, IMPLICITLY_DENIED",
        "Named, '!Ref Whom', UNDECIDED",
        "Named, named, ALLOWED",
        "Named, '!Ref Role', IMPLICITLY_DENIED",
        "Other, somebody-else, UNDECIDED"
    })
    void a_name_that_only_the_deployment_knows_may_be_the_caller_s(
            String who, String role, Outcome expected, @TempDir Path directory) throws Exception {
        Path file = Files.writeString(directory.resolve("names.yaml"), """
            Parameters: {Whom: {Type: String}, Name: {Type: String}}
            Resources:
              Data: {Type: AWS::S3::Bucket, Properties: {BucketName: data}}
              Role: {Type: AWS::IAM::Role, Properties: {RoleName: role}}
              Named: {Type: AWS::IAM::Role, Properties: {RoleName: !Ref Name}}
              Other: {Type: AWS::IAM::Role}
              Policy:
                Type: AWS::IAM::Policy
                Properties:
                  PolicyName: P
                  Roles: [ROLE]
                  PolicyDocument: {Version: "2012-10-17", Statement: [{Effect: Allow, Action: "s3:*", Resource: "*"}]}
            """.replace("ROLE", role)
                .replace("!Ref Name", role.equals("named") ? "named" : "!Ref Name"));
        assertThat(decide(estate(file), who, "s3:GetObject").outcome()).isEqualTo(expected);
    }

    /** The words for callers that belong to no template, and account ids, mean the same with every template. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "anonymous, IMPLICITLY_DENIED",
        "anonymousReader, ALLOWED",
        "anonymousR, ALLOWED",
        "444455556666, IMPLICITLY_DENIED",
        "444455556666Reader, ALLOWED",
        "logging.s3.amazonaws.com, IMPLICITLY_DENIED",
        "names/444455556666, ALLOWED"
    })
    void a_word_for_a_caller_is_no_name_of_a_role(String who, Outcome expected, @TempDir Path directory)
            throws Exception {
        String role = """
              ID:
                Type: AWS::IAM::Role
                Properties: {RoleName: NAME, Policies: [{PolicyName: P, PolicyDocument: {Version: "2012-10-17", Statement: [{Effect: Allow, Action: "*", Resource: "*"}]}}]}
            """;
        Path file = Files.writeString(
                directory.resolve("names.yaml"),
                "Resources:\n  Data: {Type: AWS::S3::Bucket, Properties: {BucketName: data}}\n"
                        + role.replace("ID", "anonymousReader").replace("NAME", "anonymous")
                        + role.replace("ID", "444455556666Reader").replace("NAME", "logging.s3.amazonaws.com")
                        + role.replace("ID", "'444455556666'").replace("NAME", "'444455556666'"));
        assertThat(decide(estate(file), who, "s3:GetObject").outcome()).isEqualTo(expected);
    }

    private static Decision decide(Estate estate, String who, String action) {
        return EstateSituation.of(estate, EstateRequest.of(who, action, "Data/key"))
                .decide();
    }

    private static Estate estate(Path template) {
        return EstateReader.read(
                List.of(template), ReadOptions.defaults().withEnvironment("111122223333", "eu-west-1"));
    }
}
