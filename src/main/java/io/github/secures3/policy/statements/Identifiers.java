package io.github.secures3.policy.statements;

import io.github.secures3.policy.Arn;
import io.github.secures3.policy.UnresolvedToken;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Checks the identifiers whose form AWS documents and puts lists of them in order. A text with a CDK token passes as it is. */
final class Identifiers {

    private static final Pattern ORGANIZATION = Pattern.compile("o-[a-z0-9]{10,32}");
    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");
    private static final Pattern VPC_ENDPOINT = Pattern.compile("vpce-[0-9a-f]{8,17}");
    private static final Pattern VPC = Pattern.compile("vpc-[0-9a-f]{8,17}");

    /** An ARN whose resource names a type at most, or not even that. */
    private static final Pattern EVERY_PRINCIPAL = Pattern.compile("([^:]*:){5}([^/]*[*?][^/]*|[^/]*/[*?/]*)");

    private Identifiers() {}

    static void requireOrganization(String id) {
        require(
                id,
                ORGANIZATION,
                "organization id",
                "o- and 10 to 32 lower-case letters or digits, such as o-exampleorgid");
    }

    static List<String> accounts(Collection<String> ids) {
        return ordered(ids, id -> require(id, ACCOUNT, "account id", "12 digits, such as 111122223333"));
    }

    static void requireAccount(String id) {
        accounts(List.of(id));
    }

    static List<String> vpcEndpoints(Collection<String> ids) {
        return ordered(ids, id -> require(id, VPC_ENDPOINT, "VPC endpoint id", "vpce- and 8 to 17 hexadecimal digits"));
    }

    static List<String> vpcs(Collection<String> ids) {
        return ordered(ids, id -> require(id, VPC, "VPC id", "vpc- and 8 to 17 hexadecimal digits"));
    }

    static List<String> cidrs(Collection<String> blocks) {
        return ordered(blocks, Cidr::require);
    }

    /** ARNs as {@code aws:PrincipalArn} holds them: roles and users, wildcards allowed, never sessions. */
    static List<String> principalArns(Collection<String> arns) {
        return ordered(arns, arn -> {
            boolean known = UnresolvedToken.isIn(arn)
                    || Arn.find(arn).filter(a -> a.service().equals("iam")).isPresent();
            check(known, arn, "principal ARN", "the ARN of an IAM role or user; a role session counts as its role");
        });
    }

    /** Principal ARNs that a Deny leaves out; a pattern that fits every role or user would leave out everybody. */
    static List<String> exemptPrincipalArns(Collection<String> arns) {
        List<String> checked = principalArns(arns);
        for (String arn : checked) {
            check(
                    UnresolvedToken.isIn(arn) || !EVERY_PRINCIPAL.matcher(arn).matches(),
                    arn,
                    "exception",
                    "the ARN of a role or user with a name or path, such as arn:aws:iam::*:role/Deployment");
        }
        return checked;
    }

    static List<String> bucketArns(Collection<String> arns) {
        return ordered(arns, Identifiers::requireBucketArn);
    }

    static void requireBucketArn(String arn) {
        check(
                BucketScope.isBucketArn(arn),
                arn,
                "bucket ARN",
                "the ARN of a bucket without its objects, such as arn:aws:s3:::logs");
    }

    static List<String> requireSome(List<String> values, String what, String fix) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("no " + what + "; " + fix);
        }
        return values;
    }

    static void check(boolean valid, String value, String what, String allowed) {
        if (!valid) {
            throw new IllegalArgumentException("'" + value + "' is no " + what + "; write " + allowed);
        }
    }

    private static void require(String value, Pattern form, String what, String allowed) {
        check(UnresolvedToken.isIn(value) || form.matcher(value).matches(), value, what, allowed);
    }

    private static List<String> ordered(Collection<String> values, Consumer<String> check) {
        values.forEach(check);
        TreeSet<String> known = new TreeSet<>();
        LinkedHashSet<String> unresolved = new LinkedHashSet<>();
        for (String value : values) {
            (UnresolvedToken.isIn(value) ? unresolved : known).add(value);
        }
        List<String> result = new ArrayList<>(known);
        result.addAll(unresolved);
        return List.copyOf(result);
    }
}
