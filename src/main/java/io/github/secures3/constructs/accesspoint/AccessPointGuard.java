package io.github.secures3.constructs.accesspoint;

import io.github.secures3.policy.Actions;
import io.github.secures3.policy.Arn;
import io.github.secures3.policy.Comparison;
import io.github.secures3.policy.Condition;
import io.github.secures3.policy.ConditionOperator;
import io.github.secures3.policy.PolicyDocument;
import io.github.secures3.policy.Resources;
import io.github.secures3.policy.Statement;
import io.github.secures3.policy.UnresolvedToken;
import io.github.secures3.policy.json.PolicyQuota;
import io.github.secures3.policy.json.PolicySize;
import io.github.secures3.policy.json.PolicyWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import software.amazon.awscdk.services.iam.ManagedPolicy;
import software.constructs.Construct;

/**
 * Who may make and alter access points in an account that a bucket delegates to.
 *
 * <p>A bucket that delegates trusts every access point of the account, and so everybody who can create one or write its policy. S3 has no
 * condition on the bucket that a point is created for, so the guard is for the whole account: only the deployers may create, delete and tag
 * points, write their policies and change their public access settings; the same for Multi-Region and Object Lambda Access Points. Teams
 * may be confined to points whose names start with theirs, tags of points included. By choice nobody makes a point that accepts requests from the internet.
 *
 * <p>Use it as a service control policy on the account, which binds everybody there, or as a permissions boundary on the roles of developers
 * and pipelines. Neither binds service-linked roles, and a service control policy does not bind the management account.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-policies.html">Policies of access points</a>
 * @see <a href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html">Actions of Amazon S3</a>
 * @since 0.1
 */
public final class AccessPointGuard {

    private static final Actions CHANGES = Actions.of(
            "s3:CreateAccessPoint",
            "s3:CreateAccessPointForObjectLambda",
            "s3:CreateMultiRegionAccessPoint",
            "s3:DeleteAccessPoint",
            "s3:DeleteAccessPointForObjectLambda",
            "s3:DeleteAccessPointPolicy",
            "s3:DeleteAccessPointPolicyForObjectLambda",
            "s3:DeleteMultiRegionAccessPoint",
            "s3:PutAccessPointConfigurationForObjectLambda",
            "s3:PutAccessPointPolicy",
            "s3:PutAccessPointPolicyForObjectLambda",
            "s3:PutAccessPointPublicAccessBlock",
            "s3:PutMultiRegionAccessPointPolicy",
            "s3:SubmitMultiRegionAccessPointRoutes");

    private static final Actions TAGGING = Actions.of("s3:TagResource", "s3:UntagResource");
    private static final String ANY_POINT = "arn:*:s3:*:*:accesspoint/";

    /** What S3 tags with the same actions beside access points: buckets, Access Grants and groups of Storage Lens. */
    private static final List<String> OTHER_TAGGED =
            List.of("arn:*:s3:*:*:access-grants/*", "arn:*:s3:*:*:storage-lens-group/*", "arn:*:s3:::*");

    private final List<Statement> statements;

    private AccessPointGuard(Builder builder) {
        List<String> exempt = new ArrayList<>(builder.deployers);
        builder.teams.values().forEach(exempt::addAll);
        exempt = List.copyOf(new TreeSet<>(exempt));
        List<Statement> all = new ArrayList<>();
        all.add(deny("DenyAccessPointChanges", CHANGES, Resources.of("*"), Comparison.ARN_NOT_LIKE, exempt));
        all.add(deny(
                "DenyAccessPointTagging", TAGGING, Resources.of(ANY_POINT + "*"), Comparison.ARN_NOT_LIKE, exempt));
        int number = 0;
        for (Map.Entry<String, TreeSet<String>> team : builder.teams.entrySet()) {
            number++;
            List<String> roles = List.copyOf(team.getValue());
            String own = ANY_POINT + team.getKey() + "*";
            all.add(deny(
                    "DenyAccessPointsOfOthers" + number,
                    CHANGES,
                    Resources.allExcept(own),
                    Comparison.ARN_LIKE,
                    roles));
            List<String> taggable = new ArrayList<>(OTHER_TAGGED);
            taggable.add(own);
            all.add(deny(
                    "DenyTaggingOfOthers" + number,
                    TAGGING,
                    Resources.allExcept(taggable),
                    Comparison.ARN_LIKE,
                    roles));
        }
        if (builder.vpcOriginOnly) {
            all.add(Statement.deny("DenyInternetAccessPoints")
                    .actions("s3:CreateAccessPoint", "s3:CreateMultiRegionAccessPoint")
                    .resources("*")
                    .when(Condition.of(Comparison.STRING_NOT_EQUALS, "s3:AccessPointNetworkOrigin", "VPC"))
                    .build());
        }
        this.statements = List.copyOf(all);
    }

    /** The statements by themselves, for a policy of your own. */
    public List<Statement> statements() {
        return statements;
    }

    /**
     * A service control policy, to stand beside one that allows.
     *
     * @throws IllegalArgumentException if it is larger than AWS Organizations takes
     */
    public PolicyDocument serviceControlPolicy() {
        return within(PolicyQuota.SERVICE_CONTROL, PolicyDocument.of(statements));
    }

    /**
     * A permissions boundary: everything is within it but what the guard denies.
     *
     * @throws IllegalArgumentException if it is larger than IAM takes
     */
    public PolicyDocument permissionsBoundary() {
        List<Statement> all = new ArrayList<>();
        all.add(Statement.allow("AllowWithinBoundary")
                .actions("*")
                .resources("*")
                .build());
        all.addAll(statements);
        return within(PolicyQuota.MANAGED, PolicyDocument.of(all));
    }

    /**
     * The permissions boundary as a managed policy of the stack's account, to be put on roles.
     *
     * @throws IllegalArgumentException if it is larger than IAM takes
     */
    public ManagedPolicy managedPolicy(Construct scope, String id) {
        PolicyDocument boundary = permissionsBoundary();
        return ManagedPolicy.Builder.create(scope, id)
                .description("Boundary: only deployers make and alter S3 access points")
                .document(software.amazon.awscdk.services.iam.PolicyDocument.fromJson(PolicyWriter.toMap(boundary)))
                .build();
    }

    private static Statement deny(
            String sid, Actions actions, Resources resources, Comparison comparison, List<String> principals) {
        ConditionOperator operator = comparison == Comparison.ARN_LIKE
                ? ConditionOperator.of(comparison)
                : ConditionOperator.ifExists(comparison);
        return Statement.deny(sid)
                .actions(actions)
                .resources(resources)
                .when(Condition.of(operator, "aws:PrincipalArn", principals))
                .build();
    }

    private static PolicyDocument within(PolicyQuota quota, PolicyDocument document) {
        PolicySize size = quota.measure(document);
        if (size.exceedsQuota()) {
            throw new IllegalArgumentException("the guard is too large for " + size.summary()
                    + "; use wildcards in the ARNs of deployers, or put teams into guards of their own");
        }
        return document;
    }

    /** Collects who may make points. */
    public static final class Builder {

        private final List<String> deployers = new ArrayList<>();
        private final Map<String, TreeSet<String>> teams = new TreeMap<>();
        private boolean vpcOriginOnly;

        private Builder() {}

        /** Starts with nobody. */
        public static Builder create() {
            return new Builder();
        }

        /**
         * Roles that may make and alter any point, wildcards allowed, such as {@code arn:aws:iam::*:role/cdk-*-cfn-exec-role-*}.
         *
         * @throws IllegalArgumentException if an ARN is none of IAM
         */
        public Builder deployers(String... roleArns) {
            for (String arn : roleArns) {
                deployers.add(checked(arn));
            }
            return this;
        }

        /**
         * Roles that may make and alter points whose names start like this, and no others.
         *
         * @param namePrefix lower-case letters, digits and hyphens; end it with a hyphen, or {@code red} is {@code redwood} too
         * @throws IllegalArgumentException if the prefix or an ARN is malformed
         */
        public Builder team(String namePrefix, String... roleArns) {
            if (!namePrefix.matches("[a-z0-9][a-z0-9-]{0,48}")) {
                throw new IllegalArgumentException("'" + namePrefix
                        + "' starts no name of an access point; use lower-case letters, digits and hyphens");
            }
            TreeSet<String> roles = teams.computeIfAbsent(namePrefix, any -> new TreeSet<>());
            for (String arn : roleArns) {
                roles.add(checked(arn));
            }
            return this;
        }

        /** Denies everybody, deployers too, points that accept requests from the internet. By default they may make such points. */
        public Builder vpcOriginOnly() {
            this.vpcOriginOnly = true;
            return this;
        }

        /**
         * The guard.
         *
         * @throws IllegalArgumentException if nobody may make points, or a role is both a deployer and of a team, or of two teams
         */
        public AccessPointGuard build() {
            if (deployers.isEmpty() && teams.values().stream().allMatch(TreeSet::isEmpty)) {
                throw new IllegalArgumentException(
                        "the guard names no deployer, so nobody could make or repair access points; name the roles"
                                + " that deploy");
            }
            teams.forEach((prefix, roles) -> roles.stream()
                    .filter(deployers::contains)
                    .findFirst()
                    .ifPresent(role -> {
                        throw new IllegalArgumentException("'" + role + "' is both a deployer and of team '" + prefix
                                + "'; a deployer may make any point, so leave one of them out");
                    }));
            Map<String, String> teamOf = new TreeMap<>();
            teams.forEach((prefix, roles) -> roles.forEach(role -> {
                String other = teamOf.put(role, prefix);
                if (other != null) {
                    throw new IllegalArgumentException(
                            "'" + role + "' is of team '" + other + "' and of team '" + prefix
                                    + "', and each denies it the points of the other; give it one team, or make it a"
                                    + " deployer");
                }
            }));
            return new AccessPointGuard(this);
        }

        private static String checked(String arn) {
            boolean known = UnresolvedToken.isIn(arn)
                    || Arn.find(arn).filter(a -> a.service().equals("iam")).isPresent();
            if (!known) {
                throw new IllegalArgumentException(
                        "'" + arn + "' is no principal ARN; write the ARN of an IAM role or user, wildcards allowed");
            }
            return arn;
        }
    }
}
