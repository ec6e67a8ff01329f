package io.github.secures3.analysis.evaluate.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.secures3.policy.Seed;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shape of answers, and that nothing in a scenario file stops the next line from being answered. */
class ScenarioRunTest {

    private static final String ANONYMOUS =
            "{\"name\": \"x\", \"request\": {\"principal\": \"anonymous\", \"action\": \"s3:GetObject\", \"resource\":"
                    + " \"arn:aws:s3:::data/key\"}}";

    @Test
    void an_answer_has_name_decision_reason_and_layers() throws IOException {
        JsonNode answer = new ObjectMapper()
                .readTree(run(Files.readAllLines(Path.of("src/test/resources/scenarios/accounts.jsonl"))
                                .get(0))
                        .trim());
        assertThat(answer.path("name").asText()).isEqualTo("cross-account read");
        assertThat(answer.path("decision").asText()).isEqualTo("Allowed");
        assertThat(answer.path("reason").asText()).contains("AllowRead");
        JsonNode resource = answer.path("layers").get(1);
        assertThat(resource.path("layer").asText()).isEqualTo("resource");
        assertThat(resource.path("decision").asText()).isEqualTo("Allowed");
        assertThat(resource.path("statements").toString()).isEqualTo("[{\"sid\":\"AllowRead\",\"index\":0}]");
    }

    @Test
    void lines_may_end_in_any_way_and_the_last_one_need_not_end() throws IOException {
        assertThat(run(ANONYMOUS + "\r\n" + ANONYMOUS).lines().toList())
                .hasSize(2)
                .allMatch(line -> line.contains("ImplicitlyDenied"));
        assertThat(run("")).isEmpty();
    }

    @Test
    void null_leaves_a_field_out() throws IOException {
        String nulls = ANONYMOUS.replace(
                "}}",
                ", \"resourceAccount\": null, \"context\": null}, \"identityPolicies\": null, \"resourcePolicy\": null,"
                        + " \"serviceControlPolicies\": null, \"abacEnabled\": null, \"organization\": null}");
        assertThat(run(nulls)).isEqualTo(run(ANONYMOUS));
        assertThat(run(ANONYMOUS.replace("}}", "}, \"bucketPolicy\": null}"))).contains("bucketPolicy: no such field");
        assertThat(run("{\"request\": null}")).contains("request: the field is missing");
        assertThat(run("{\"name\": 7}")).contains("name: takes a string, not a number");
    }

    @Test
    void policies_are_told_apart_however_alike_they_are() throws IOException {
        String allow =
                "{\"Statement\": {\"Effect\": \"Allow\", \"Principal\": \"*\", \"Action\": \"s3:*\", \"Resource\":"
                        + " \"*\"}}";
        StringBuilder lines = new StringBuilder();
        for (int round = 0; round < 3; round++) {
            for (String effect : List.of("Allow", "Deny", "Allow")) {
                for (int spaces = 0; spaces < 6; spaces++) {
                    lines.append(ANONYMOUS.replace(
                                    "}}",
                                    "}, \"resourcePolicy\": " + allow.replace("Allow", effect) + " ".repeat(spaces)
                                            + "}"))
                            .append('\n');
                    lines.append(ANONYMOUS.replace(
                                    "}}",
                                    "}, \"resourcePolicy\": "
                                            + allow.replace("Allow", effect).replace("s3:*", "s3:Put" + spaces)
                                            + "}"))
                            .append('\n');
                }
            }
        }
        List<String> answers = run(lines.toString()).lines().toList();
        assertThat(answers).hasSize(108);
        for (int line = 0; line < answers.size(); line++) {
            boolean denies = line / 12 % 3 == 1;
            String expected = line % 2 == 1 ? "ImplicitlyDenied" : denies ? "ExplicitlyDenied" : "Allowed";
            assertThat(answers.get(line)).contains("\"decision\":\"" + expected + "\",\"reason\"");
        }
    }

    @Test
    void hostile_lines_are_answered_with_an_error() throws IOException {
        List<String> hostile = List.of(
                "x".repeat(JsonLines.MAX_LENGTH + 10),
                "[".repeat(100_000),
                "{\"request\":".repeat(10_000),
                "{\"identityPolicies\": " + "[".repeat(10_000) + "]}",
                "{\"name\": \"\ud800\"}",
                "{\"request\": 1e999999999}");
        for (String line : hostile) {
            String answer = run(line + "\n" + ANONYMOUS);
            assertThat(answer.lines().toList()).hasSize(2);
            assertThat(answer.lines().findFirst().orElseThrow()).contains("\"error\":\"line 1: ");
            assertThat(answer).endsWith("\"layers\":[]}\n");
        }
    }

    @Test
    void mutated_scenarios_get_an_answer_or_an_error_and_never_stop_the_run() throws IOException {
        Random random = Seed.of(ScenarioRunTest.class);
        StringBuilder mutants = new StringBuilder();
        int lines = 0;
        for (String topic : List.of("accounts", "guardrails", "keys", "access-points", "contexts")) {
            for (String line : Files.readAllLines(Path.of("src/test/resources/scenarios", topic + ".jsonl"))) {
                for (int copy = 0; copy < 60; copy++) {
                    mutants.append(mutated(line, random)).append('\n');
                    lines++;
                }
            }
        }
        ObjectMapper json = new ObjectMapper();
        List<String> answers = run(mutants.toString()).lines().toList();
        assertThat(answers).hasSize(lines);
        for (String answer : answers) {
            assertThat(json.readTree(answer).isObject()).isTrue();
        }
    }

    @Test
    void errors_name_line_and_field() {
        ScenarioReader reader = new ScenarioReader();
        String line = ANONYMOUS.replace("}}", "}, \"keyPolicy\": 7}");
        assertThatExceptionOfType(ScenarioException.class)
                .isThrownBy(() -> reader.read(line, 12))
                .satisfies(e -> {
                    assertThat(e.line()).isEqualTo(12);
                    assertThat(e.field()).isEqualTo("keyPolicy");
                    assertThat(e.name()).isEqualTo("x");
                })
                .withMessage("line 12: keyPolicy: takes a policy document, not a number");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"identityPolicies\": [{}, 7] | identityPolicies[1]: takes a policy document, not a number",
                "\"identityPolicies\": [{}, {\"a\": 1}] | identityPolicies[1]: character 2 of the policy",
                "\"serviceControlPolicies\": [[{}], [{}, 7]] | serviceControlPolicies[1][1]: takes a policy document,"
                        + " not a number",
                "\"serviceControlPolicies\": [[], 7] | serviceControlPolicies[1]: takes an array of policy documents,"
                        + " not a number",
                "\"serviceControlPolicies\": {} | serviceControlPolicies: takes an array of levels, each an array of"
                        + " policy documents, not an object",
                "\"permissionsBoundary\": true | permissionsBoundary: takes a policy document, not a boolean",
                "\"contextComplete\": \"yes\" | contextComplete: takes true or false, not a string",
                "\"bucketTags\": {\"a\": [\"b\"]} | bucketTags.a: takes a string, a number or a boolean, not an array",
                "\"bucketTags\": {\"a\": \"b\", \"a\": \"c\"} | bucketTags.a: the key stands twice; leave one out",
                "\"blockPublicAccess\": {\"All\": true} | blockPublicAccess.All: no such field; allowed are"
                        + " BlockPublicAcls, IgnorePublicAcls, BlockPublicPolicy, RestrictPublicBuckets",
                "\"encryption\": {} | encryption.algorithm: the field is missing; write AES256, aws:kms or"
                        + " aws:kms:dsse",
                "\"encryption\": {\"key\": \"a\"} | encryption.key: no such field; allowed are algorithm, keyArn,"
                        + " bucketKeyEnabled",
                "\"organization\": {} | organization.id: the field is missing; write the organization's id, such as"
                        + " o-exampleorgid",
                "\"organization\": {\"ou\": \"a\"} | organization.ou: no such field; allowed are id,"
                        + " managementAccount, memberAccounts, paths",
                "\"organization\": {\"id\": \"o-a\", \"memberAccounts\": [\"1\", 2]} | organization.memberAccounts[1]:"
                        + " takes a string, not a number",
                "\"organization\": {\"id\": \"o-a\", \"memberAccounts\": [\"111122223333\", \"1\"]} |"
                        + " organization.memberAccounts[1]: '1' is no account id; write 12 digits, such as 111122223333",
                "\"organization\": {\"id\": \"o-a\", \"managementAccount\": \"banana\"} |"
                        + " organization.managementAccount: 'banana' is no account id",
                "\"encryption\": {\"algorithm\": \"aws-kms\"} | encryption.algorithm: 'aws-kms' is no encryption of S3;"
                        + " choose one of AES256, aws:kms, aws:kms:dsse, aws:fsx"
            })
    void a_fault_is_told_with_its_place(String field, String expected) throws IOException {
        assertThat(run(ANONYMOUS.replace("}}", "}, " + field + "}"))).contains("\"error\":\"line 1: " + expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"resourceAccount\": \"banana\" | request.resourceAccount: 'banana' is no account id; write 12"
                        + " digits, such as 111122223333",
                "\"multipartUpload\": \"yes\" | request.multipartUpload: takes true or false, not a string",
                "\"context\": {\"aws:PrincipalAccount\": \"111122223333\"} | request: the context says"
                        + " aws:PrincipalAccount is '111122223333', but the principal 'anonymous' has 'anonymous'",
                "\"bucket\": \"data\" | request.bucket: no such field; allowed are principal, action, resource,"
                        + " resourceAccount, context, multipartUpload"
            })
    void a_fault_of_the_request_is_told_with_its_place(String field, String expected) throws IOException {
        assertThat(run(ANONYMOUS.replace("}}", ", " + field + "}}"))).contains("\"error\":\"line 1: " + expected);
    }

    @Test
    void requests_that_nobody_can_make_get_no_answer() throws IOException {
        assertThat(run(ANONYMOUS.replace("s3:GetObject", "s3:*")))
                .contains("\"error\":\"line 1: request: the action 's3:*' has a wildcard");
        assertThat(run(ANONYMOUS.replace("s3:GetObject", "s3:ListBucket")))
                .contains("\"error\":\"line 1: request: the action s3:ListBucket works on");
        assertThat(run(ANONYMOUS.replace("anonymous", "arn:aws:iam::aaa:role/x")))
                .contains(
                        "\"error\":\"line 1: request.principal: the principal 'arn:aws:iam::aaa:role/x' belongs to the"
                                + " account 'aaa', which is none; write 12 digits");
    }

    /** https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpuoverview.html#mpuAndPermissions */
    @Test
    void a_multipart_upload_asks_for_two_actions_of_the_key() throws IOException {
        String line = ANONYMOUS
                .replace("anonymous", "arn:aws:iam::111122223333:role/Writer")
                .replace("s3:GetObject", "s3:PutObject")
                .replace(
                        "}}",
                        ", \"resourceAccount\": \"111122223333\"}, \"identityPolicies\": [{\"Statement\": {\"Effect\":"
                                + " \"Allow\", \"Action\": [\"s3:PutObject\", \"kms:GenerateDataKey\"], \"Resource\":"
                                + " \"*\"}}], \"keyPolicy\": {\"Statement\": {\"Effect\": \"Allow\", \"Principal\":"
                                + " {\"AWS\": \"111122223333\"}, \"Action\": \"kms:*\", \"Resource\": \"*\"}}}");
        assertThat(run(line)).contains("\"decision\":\"Allowed\"");
        assertThat(run(line.replace("\"action\"", "\"multipartUpload\": true, \"action\"")))
                .contains("\"decision\":\"ImplicitlyDenied\"");
    }

    @Test
    void the_list_of_all_buckets_is_asked_for_with_an_asterisk() throws IOException {
        String line = ANONYMOUS
                .replace("anonymous", "arn:aws:iam::111122223333:role/Reader")
                .replace("s3:GetObject", "s3:ListAllMyBuckets")
                .replace("arn:aws:s3:::data/key", "*")
                .replace(
                        "}}",
                        ", \"resourceAccount\": \"111122223333\"}, \"identityPolicies\": [{\"Statement\": {\"Effect\":"
                                + " \"Allow\", \"Action\": \"s3:ListAllMyBuckets\", \"Resource\": \"RESOURCE\"}}]}");
        assertThat(run(line.replace("RESOURCE", "*"))).contains("\"decision\":\"Allowed\"");
        assertThat(run(line.replace("RESOURCE", "arn:aws:s3:::*"))).contains("\"decision\":\"Allowed\"");
        assertThat(run(line.replace("RESOURCE", "arn:aws:s3:::data"))).contains("\"decision\":\"ImplicitlyDenied\"");
    }

    /** Each of these fields alone turns the answer. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"resourceControlPolicies\": [[DENY]] | ExplicitlyDenied",
                "\"resourceControlPolicies\": [[{}], [DENY]] | ExplicitlyDenied",
                "\"resourceControlPolicies\": [[{}]] | Allowed",
                "\"vpcEndpointPolicy\": DENY | ExplicitlyDenied",
                "\"accessPointPolicy\": DENY | ExplicitlyDenied",
                "\"blockPublicAccess\": {\"RestrictPublicBuckets\": true} | ImplicitlyDenied",
                "\"blockPublicAccess\": {\"BlockPublicAcls\": true, \"IgnorePublicAcls\": true, \"BlockPublicPolicy\":"
                        + " true} | Allowed",
                "\"encryption\": {\"algorithm\": \"aws:kms\", \"keyArn\":"
                        + " \"arn:aws:kms:eu-west-1:111122223333:key/k\", \"bucketKeyEnabled\": true} | ImplicitlyDenied",
                "\"encryption\": {\"algorithm\": \"AES256\"} | Allowed"
            })
    void each_field_takes_part(String field, String expected) throws IOException {
        String statement =
                "{\"Statement\": {\"Effect\": \"EFFECT\", \"Principal\": \"*\", \"Action\": \"s3:*\", \"Resource\":"
                        + " \"*\"}}";
        String line = ANONYMOUS.replace(
                "}}",
                "}, \"resourcePolicy\": " + statement.replace("EFFECT", "Allow") + ", "
                        + field.replace("DENY", statement.replace("EFFECT", "Deny")) + "}");
        assertThat(run(line)).contains("\"decision\":\"" + expected + "\",\"reason\"");
    }

    /** A tag counts where attribute-based access control is on, and a list in the context is a list. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"bucketTags\": {\"team\": \"red\"}, \"abacEnabled\": true | Allowed",
                "\"bucketTags\": {\"team\": \"red\"}, \"abacEnabled\": false | ImplicitlyDenied",
                "\"bucketTags\": {\"team\": \"red\"} | ImplicitlyDenied",
                "\"bucketTags\": {\"team\": \"red\"}, \"contextComplete\": false | ImplicitlyDenied",
                "\"contextComplete\": false | Undecided"
            })
    void a_bucket_s_tags_count_where_they_are_switched_on(String fields, String expected) throws IOException {
        String policy =
                "{\"Statement\": {\"Effect\": \"Allow\", \"Principal\": \"*\", \"Action\": \"s3:*\", \"Resource\":"
                        + " \"*\", \"Condition\": {\"StringEquals\": {\"s3:BucketTag/team\": \"red\"}}}}";
        assertThat(run(ANONYMOUS.replace("}}", "}, \"resourcePolicy\": " + policy + ", " + fields + "}")))
                .contains("\"decision\":\"" + expected + "\",\"reason\"");
    }

    @Test
    void the_organization_brings_members_management_account_and_paths() throws IOException {
        String policy =
                "{\"Statement\": {\"Effect\": \"Allow\", \"Principal\": \"*\", \"Action\": \"s3:*\", \"Resource\":"
                        + " \"*\", \"Condition\": {\"ForAnyValue:StringLike\": {\"aws:PrincipalOrgPaths\":"
                        + " \"o-exampleorgid/r-ab12/ou-1/*\"}}}}";
        String line = ANONYMOUS
                .replace("anonymous", "arn:aws:iam::111122223333:user/u")
                .replace("\"resource\":", "\"resourceAccount\": \"111122223333\", \"resource\":")
                .replace(
                        "}}",
                        "}, \"resourcePolicy\": " + policy
                                + ", \"organization\": {\"id\": \"o-exampleorgid\", \"memberAccounts\":"
                                + " [\"111122223333\"], \"managementAccount\": \"123456789012\", \"paths\":"
                                + " {\"111122223333\": \"o-exampleorgid/r-ab12/ou-1/\"}}}");
        assertThat(run(line)).contains("\"decision\":\"Allowed\"");
        assertThat(run(line.replace("ou-1/\"}", "ou-2/\"}"))).contains("\"decision\":\"ImplicitlyDenied\"");
        assertThat(run(line.replace("[\"111122223333\"]", "[\"444455556666\"]")))
                .contains("\"decision\":\"ImplicitlyDenied\"");
    }

    private static String mutated(String line, Random random) {
        StringBuilder text = new StringBuilder(line);
        for (int edits = 1 + random.nextInt(3); edits > 0 && text.length() > 1; edits--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(4)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, "{}[]\",:*${}?0x".charAt(random.nextInt(14)));
                case 2 -> text.setCharAt(at, (char) (32 + random.nextInt(95)));
                default -> text.replace(at, Math.min(text.length(), at + random.nextInt(20)), "");
            }
        }
        return text.toString();
    }

    private static String run(String lines) throws IOException {
        StringBuilder out = new StringBuilder();
        ScenarioRun.answer(new StringReader(lines), out);
        return out.toString();
    }
}
