package io.github.secures3.analysis.prove.internal;

import java.util.List;

/** How the values of well-known keys look, so that examples read like real requests. */
final class KeyForms {

    private static final Language SOME_TEXT =
            Language.sequence().one(Letters.ANY).many(Letters.ANY).language();
    private static final Language ACCOUNT =
            Language.sequence().times(12, Letters.DIGIT).language();

    private KeyForms() {}

    /** The values that a key can have; of several values none is empty. */
    static Language domain(String key, boolean several) {
        return switch (key) {
            case "aws:sourceaccount",
                    "aws:resourceaccount",
                    "aws:principalaccount",
                    "aws:vpceaccount",
                    "s3:dataaccesspointaccount",
                    "s3:resourceaccount" -> ACCOUNT;
            case "aws:principalorgid", "aws:sourceorgid", "aws:resourceorgid", "aws:vpceorgid" ->
                Language.sequence()
                        .text("o-")
                        .one(Letters.NAME)
                        .many(Letters.NAME)
                        .language();
            case "aws:principalorgpaths", "aws:sourceorgpaths", "aws:resourceorgpaths", "aws:vpceorgpaths" ->
                Language.sequence()
                        .text("o-")
                        .one(Letters.NAME)
                        .many(Letters.NAME)
                        .text("/r-")
                        .many(Letters.PATH)
                        .text("/")
                        .language();
            case "aws:sourcevpc" ->
                Language.sequence()
                        .text("vpc-")
                        .one(Letters.NAME)
                        .many(Letters.NAME)
                        .language();
            case "aws:sourcevpce" ->
                Language.sequence()
                        .text("vpce-")
                        .one(Letters.NAME)
                        .many(Letters.NAME)
                        .language();
            case "s3:accesspointnetworkorigin" ->
                Language.anyOf(List.of(Language.text("Internet"), Language.text("VPC")));
            case "s3:authtype" ->
                Language.anyOf(List.of(
                        Language.text("REST-HEADER"), Language.text("REST-QUERY-STRING"), Language.text("POST")));
            case "s3:signatureversion" ->
                Language.anyOf(List.of(Language.text("AWS4-HMAC-SHA256"), Language.text("AWS")));
            default -> several ? SOME_TEXT : Language.any();
        };
    }

    /** Values that people like to read, the best first. */
    static List<String> preferred(String key) {
        if (key.startsWith("aws:principaltag/")
                || key.startsWith("aws:resourcetag/")
                || key.startsWith("aws:requesttag/")) {
            return List.of("blue", "example");
        }
        return switch (key) {
            case "aws:sourceaccount", "aws:principalaccount", "aws:vpceaccount", "s3:dataaccesspointaccount" ->
                List.of("444455556666", "111122223333", "123456789012");
            case "aws:principalorgid", "aws:sourceorgid", "aws:vpceorgid", "aws:resourceorgid" ->
                List.of("o-anotherorg1", "o-exampleorgid");
            case "aws:principalorgpaths", "aws:sourceorgpaths", "aws:resourceorgpaths", "aws:vpceorgpaths" ->
                List.of("o-anotherorg1/r-ab12/ou-ab12-11111111/", "o-exampleorgid/r-ab12/ou-ab12-11111111/");
            case "aws:sourcevpc" -> List.of("vpc-0a1b2c3d", "vpc-111bbb22");
            case "aws:sourcevpce" -> List.of("vpce-0a1b2c3d", "vpce-111bbb22");
            case "aws:sourcearn" ->
                List.of("arn:aws:s3:::another-bucket", "arn:aws:cloudtrail:us-east-1:444455556666:trail/example");
            case "aws:useragent" -> List.of("aws-cli/2");
            case "aws:referer" -> List.of("https://www.example.com/");
            case "s3:x-amz-server-side-encryption" -> List.of("AES256", "aws:kms");
            case "s3:x-amz-server-side-encryption-customer-algorithm" -> List.of("AES256");
            case "s3:x-amz-server-side-encryption-aws-kms-key-id" ->
                List.of("arn:aws:kms:us-east-1:444455556666:key/1234abcd-12ab-34cd-56ef-1234567890ab");
            case "s3:prefix" -> List.of("reports/", "private/");
            case "s3:x-amz-acl" -> List.of("private", "public-read");
            default -> List.of("example");
        };
    }
}
