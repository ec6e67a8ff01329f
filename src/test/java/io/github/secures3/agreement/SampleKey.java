package io.github.secures3.agreement;

import java.util.Arrays;
import java.util.List;

/**
 * A context key with the values that random policies compare it with and those that requests carry.
 *
 * @param name the key
 * @param operators the comparisons, without set operator and {@code IfExists}
 * @param inPolicies values to compare with
 * @param inRequests values that a request can have; none at all is one of them
 */
record SampleKey(String name, List<String> operators, List<String> inPolicies, List<List<String>> inRequests) {

    /** In place of a value of a request: the request lacks the key. */
    private static final String ABSENT = "(absent)";

    private static final List<String> TEXT = List.of(
            "StringEquals",
            "StringNotEquals",
            "StringLike",
            "StringNotLike",
            "StringEqualsIgnoreCase",
            "StringNotEqualsIgnoreCase",
            "Null");
    private static final List<String> ARN =
            List.of("ArnLike", "ArnNotLike", "ArnEquals", "StringLike", "StringNotLike");
    private static final List<String> NUMBER = List.of(
            "NumericEquals",
            "NumericNotEquals",
            "NumericLessThan",
            "NumericLessThanEquals",
            "NumericGreaterThan",
            "NumericGreaterThanEquals",
            "Null");
    private static final List<String> BOOL = List.of("Bool", "Bool", "Bool", "Null", "StringEquals", "StringNotEquals");

    /** The keys of the call to S3. */
    static final List<SampleKey> ALL = List.of(
            key("aws:SecureTransport", BOOL, List.of("true", "false", "TRUE", "yes"), "true", "false"),
            key("s3:TlsVersion", NUMBER, List.of("1.2", "1.3", "1.1"), ABSENT, "1.0", "1.2", "1.3"),
            key(
                    "aws:SourceIp",
                    List.of("IpAddress", "NotIpAddress", "Null"),
                    List.of("10.0.0.0/8", "203.0.113.0/24", "203.0.113.7", "0.0.0.0/0"),
                    ABSENT,
                    "10.1.1.1",
                    "203.0.113.7",
                    "203.0.113.8"),
            key(
                    "aws:SourceVpce",
                    TEXT,
                    List.of("vpce-1", "vpce-2", "vpce-*", "*"),
                    ABSENT,
                    "vpce-1",
                    "vpce-2",
                    "vpce-3"),
            key("aws:SourceVpc", TEXT, List.of("vpc-1", "vpc-?"), ABSENT, "vpc-1", "vpc-22"),
            key(
                    "aws:PrincipalTag/team",
                    TEXT,
                    List.of("red", "RED", "r*", "blue", "", "${aws:PrincipalTag/side}", "${aws:username}"),
                    ABSENT,
                    "red",
                    "Red",
                    "blue",
                    ""),
            key("aws:PrincipalTag/side", TEXT, List.of("red", "b*"), ABSENT, "red", "blue"),
            key("aws:PrincipalOrgID", TEXT, List.of("o-one", "o-two", "o-*"), ABSENT, "o-one", "o-two"),
            new SampleKey(
                    "aws:PrincipalOrgPaths",
                    TEXT,
                    List.of("o-one/*", "o-one/r-1/ou-1/", "o-two/r-2/"),
                    List.of(List.of(), List.of("o-one/r-1/ou-1/"), List.of("o-one/r-1/"), List.of("o-two/r-2/"))),
            key(
                    "aws:PrincipalArn",
                    ARN,
                    List.of(
                            "arn:aws:iam::111122223333:role/Read-1",
                            "arn:aws:iam::*:role/*",
                            "arn:aws:iam::111122223333:*",
                            "arn:*:iam::111122223333:root",
                            "arn:aws:*:444455556666:?*",
                            "*/Out-2")),
            key(
                    "aws:PrincipalAccount",
                    TEXT,
                    List.of("111122223333", "444455556666", "anonymous", "${aws:ResourceAccount}")),
            key("aws:username", TEXT, List.of("u", "U", "?", "p/*")),
            key("aws:PrincipalType", TEXT, List.of("User", "AssumedRole", "A*", "Account")),
            key("aws:PrincipalIsAWSService", BOOL, List.of("true", "false")),
            key("aws:PrincipalServiceName", TEXT, List.of("cloudtrail.amazonaws.com", "*")),
            key("aws:userid", TEXT, List.of("AROAX:*", "AIDAX", "anonymous"), ABSENT, "AROAX:s", "AIDAX", "anonymous"),
            key("aws:ViaAWSService", BOOL, List.of("true", "false"), "true", "false"),
            new SampleKey(
                    "aws:CalledVia",
                    TEXT,
                    List.of("athena.amazonaws.com", "a*"),
                    List.of(
                            List.of(),
                            List.of("athena.amazonaws.com"),
                            List.of("glue.amazonaws.com"),
                            List.of("athena.amazonaws.com", "glue.amazonaws.com"))),
            key(
                    "aws:SourceArn",
                    ARN,
                    List.of("arn:aws:cloudtrail:us-east-1:111122223333:trail/t", "arn:aws:*:*:111122223333:*"),
                    ABSENT,
                    "arn:aws:cloudtrail:us-east-1:111122223333:trail/t",
                    "arn:aws:s3:::source"),
            key(
                    "aws:SourceAccount",
                    TEXT,
                    List.of("111122223333", "444455556666"),
                    ABSENT,
                    "111122223333",
                    "444455556666"),
            key(
                    "aws:CurrentTime",
                    List.of("DateLessThan", "DateGreaterThan", "DateEquals", "DateNotEquals"),
                    List.of("2026-01-01T00:00:00Z", "2027-01-01"),
                    "2025-05-05T05:05:05Z",
                    "2026-01-01T00:00:00Z",
                    "2026-06-06T06:06:06Z",
                    "2028-01-01T00:00:00Z"),
            key(
                    "aws:EpochTime",
                    List.of(
                            "DateLessThan",
                            "DateGreaterThan",
                            "NumericLessThan",
                            "NumericGreaterThan",
                            "NumericEquals"),
                    List.of("1700000000", "2023-11-14T22:13:20Z"),
                    "1600000000",
                    "1700000000",
                    "1800000000"),
            key("s3:prefix", TEXT, List.of("", "a/", "a/*", "${aws:username}/*"), ABSENT, "", "a/", "a/b", "u/b"),
            key("s3:max-keys", NUMBER, List.of("10", "9.5", "x"), ABSENT, "0", "9", "10", "1000"),
            key(
                    "s3:x-amz-acl",
                    TEXT,
                    List.of("private", "bucket-owner-*", "public-*"),
                    ABSENT,
                    "private",
                    "public-read",
                    "bucket-owner-full-control"),
            key(
                    "s3:x-amz-grant-read",
                    TEXT,
                    List.of("id=*", "*AllUsers*"),
                    ABSENT,
                    "id=79a59df900b949e5",
                    "uri=http://acs.amazonaws.com/groups/global/AllUsers"),
            key("s3:x-amz-grant-full-control", TEXT, List.of("id=*"), ABSENT, "id=79a59df900b949e5"),
            key(
                    "s3:x-amz-server-side-encryption",
                    TEXT,
                    List.of("AES256", "aws:kms", "aws:*"),
                    ABSENT,
                    "AES256",
                    "aws:kms"),
            key(
                    "s3:x-amz-server-side-encryption-customer-algorithm",
                    List.of("Null"),
                    List.of("true"),
                    ABSENT,
                    "AES256"),
            key("aws:ResourceTag/stage", TEXT, List.of("prod", "p*"), ABSENT, "prod", "test"),
            key("s3:ExistingObjectTag/class", TEXT, List.of("secret", "s*", ""), ABSENT, "secret", "open", ""),
            key("aws:ResourceAccount", TEXT, List.of("111122223333", "444455556666")),
            key("s3:ResourceAccount", TEXT, List.of("111122223333", "444455556666")),
            key("aws:ResourceOrgID", TEXT, List.of("o-one", "${aws:PrincipalOrgID}"), ABSENT, "o-one", "o-two"),
            key(
                    "aws:FederatedProvider",
                    TEXT,
                    List.of("arn:aws:iam::111122223333:saml-provider/p", "accounts.example.com"),
                    ABSENT,
                    "arn:aws:iam::111122223333:saml-provider/p",
                    "accounts.example.com"),
            key("aws:MultiFactorAuthPresent", BOOL, List.of("true", "false"), ABSENT, "true", "false"),
            key("aws:MultiFactorAuthAge", NUMBER, List.of("3600"), ABSENT, "1", "3600", "3601"));

    /** Keys that only the call to KMS has, beside some of the call to S3. */
    static final List<SampleKey> OF_KMS = List.of(
            key("kms:ViaService", TEXT, List.of("s3.us-east-1.amazonaws.com", "s3.*.amazonaws.com", "sqs.*")),
            key("kms:CallerAccount", TEXT, List.of("111122223333", "444455556666")),
            key(
                    "kms:EncryptionContext:aws:s3:arn",
                    TEXT,
                    List.of("arn:aws:s3:::data-1", "arn:aws:s3:::data-1/*", "arn:aws:s3:::data-1/a")),
            key("aws:ResourceAccount", TEXT, List.of("111122223333", "444455556666")),
            key("aws:SourceIp", List.of("IpAddress", "NotIpAddress"), List.of("10.0.0.0/8")),
            key("aws:SourceVpce", TEXT, List.of("vpce-1")),
            key("aws:ViaAWSService", BOOL, List.of("true", "false")),
            key("aws:ResourceTag/stage", TEXT, List.of("prod")));

    private static SampleKey key(String name, List<String> operators, List<String> inPolicies, String... inRequests) {
        return new SampleKey(
                name,
                operators,
                inPolicies,
                Arrays.stream(inRequests)
                        .map(value -> value.equals(ABSENT) ? List.<String>of() : List.of(value))
                        .toList());
    }

    /** Whether requests have the key as the evaluator derives it, so that none states it. */
    boolean isDerived() {
        return inRequests.isEmpty();
    }
}
