package io.github.secures3.policy.statements;

import static io.github.secures3.policy.statements.GuardrailCase.BUCKET;
import static io.github.secures3.policy.statements.GuardrailCase.DEPLOYMENT;
import static io.github.secures3.policy.statements.GuardrailCase.KEY;
import static io.github.secures3.policy.statements.GuardrailCase.OBJECT;
import static io.github.secures3.policy.statements.GuardrailCase.ROLE;
import static io.github.secures3.policy.statements.GuardrailCase.byDeployment;
import static io.github.secures3.policy.statements.GuardrailCase.byForwardAccessSession;
import static io.github.secures3.policy.statements.GuardrailCase.byManagement;
import static io.github.secures3.policy.statements.GuardrailCase.byMember;
import static io.github.secures3.policy.statements.GuardrailCase.byRootUser;
import static io.github.secures3.policy.statements.GuardrailCase.byServiceLinkedRole;
import static io.github.secures3.policy.statements.GuardrailCase.passes;
import static io.github.secures3.policy.statements.GuardrailCase.stops;

import io.github.secures3.requests.TestRequest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html,
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html and the pages that each guardrail names
 */
class ServiceGuardrailsTest {

    private static final List<String> EXCEPT = List.of(DEPLOYMENT);
    private static final String VAULT = "arn:aws:backup:eu-west-1:111122223333:backup-vault:main";
    private static final String POINT = "arn:aws:backup:eu-west-1:111122223333:recovery-point:1";
    private static final String TRAIL = "arn:aws:cloudtrail:eu-west-1:111122223333:trail/main";
    private static final String HOLD = "s3:object-lock-legal-hold";
    private static final String NAMESPACE = "s3:x-amz-bucket-namespace";

    /** Each guardrail with one weakening call that the deployment role alone may make. */
    private static Stream<GuardrailCase> weakens(Guardrail guardrail, String action, String resource) {
        return Stream.of(
                stops(action, guardrail, byMember(action, resource)),
                stops(action + " by the root user", guardrail, byRootUser(action, resource)),
                stops(
                        action + " by CloudFormation with its caller's credentials",
                        guardrail,
                        byForwardAccessSession(action, resource)),
                passes(action + " by the deployment role", guardrail, byDeployment(action, resource)),
                passes(action + " by a service-linked role", guardrail, byServiceLinkedRole(action, resource)),
                passes(action + " in the management account", guardrail, byManagement(action, resource)));
    }

    static Stream<GuardrailCase> weakening() {
        return Stream.of(
                        weakens(new ProtectBlockPublicAccess(EXCEPT), "s3:PutAccountPublicAccessBlock", "*"),
                        weakens(new ProtectBlockPublicAccess(EXCEPT), "s3:PutBucketPublicAccessBlock", BUCKET),
                        weakens(new ProtectBlockPublicAccess(EXCEPT), "s3:PutAccessPointPublicAccessBlock", "*"),
                        weakens(new ProtectVersioning(EXCEPT), "s3:PutBucketVersioning", BUCKET),
                        weakens(new ProtectObjectLock(EXCEPT), "s3:PutBucketObjectLockConfiguration", BUCKET),
                        weakens(new ProtectObjectLock(EXCEPT), "s3:BypassGovernanceRetention", OBJECT),
                        weakens(new ProtectEncryption(EXCEPT), "s3:PutEncryptionConfiguration", BUCKET),
                        weakens(new ProtectAccessLogging(EXCEPT), "s3:PutBucketLogging", BUCKET),
                        weakens(new ProtectReplication(EXCEPT), "s3:PutReplicationConfiguration", BUCKET),
                        weakens(new ProtectReplication(EXCEPT), "s3:PauseReplication", BUCKET),
                        weakens(new ProtectLifecycle(EXCEPT), "s3:PutLifecycleConfiguration", BUCKET),
                        weakens(new ProtectKeys(EXCEPT), "kms:ScheduleKeyDeletion", KEY),
                        weakens(new ProtectKeys(EXCEPT), "kms:DisableKey", KEY),
                        weakens(new ProtectKeys(EXCEPT), "kms:DisableKeyRotation", KEY),
                        weakens(new ProtectKeys(EXCEPT), "kms:DeleteImportedKeyMaterial", KEY),
                        weakens(new ProtectBackups(EXCEPT), "backup:DeleteRecoveryPoint", POINT),
                        weakens(new ProtectBackups(EXCEPT), "backup:DeleteBackupVault", VAULT),
                        weakens(new ProtectBackups(EXCEPT), "backup:DeleteBackupVaultLockConfiguration", VAULT),
                        weakens(new ProtectBackups(EXCEPT), "backup:PutBackupVaultAccessPolicy", VAULT),
                        weakens(new ProtectAuditTrail(EXCEPT), "cloudtrail:StopLogging", TRAIL),
                        weakens(new ProtectAuditTrail(EXCEPT), "cloudtrail:DeleteTrail", TRAIL),
                        weakens(new ProtectAuditTrail(EXCEPT), "cloudtrail:PutEventSelectors", TRAIL),
                        weakens(new ProtectAuditTrail(EXCEPT), "cloudtrail:UpdateTrail", TRAIL),
                        weakens(new ProtectAbac(EXCEPT), "s3:PutBucketAbac", BUCKET),
                        weakens(new RequireTagResource(EXCEPT), "s3:PutBucketTagging", BUCKET))
                .flatMap(rows -> rows);
    }

    static Stream<GuardrailCase> neighbours() {
        var publicAccess = new ProtectBlockPublicAccess(EXCEPT);
        var lock = new ProtectObjectLock(EXCEPT);
        var encryption = new ProtectEncryption(EXCEPT);
        var keys = new ProtectKeys(EXCEPT);
        var backups = new ProtectBackups(EXCEPT);
        var trails = new ProtectAuditTrail(EXCEPT);
        var tagging = new RequireTagResource(EXCEPT);
        return Stream.of(
                passes("a bucket made without a word about it", publicAccess, byMember("s3:CreateBucket", BUCKET)),
                passes("reading the settings", publicAccess, byMember("s3:GetBucketPublicAccessBlock", BUCKET)),
                passes("a longer retention", lock, byMember("s3:PutObjectRetention", OBJECT)),
                passes("deleting what is not locked", lock, byMember("s3:DeleteObjectVersion", OBJECT)),
                passes("an upload without encryption headers", encryption, byMember("s3:PutObject", OBJECT)),
                passes("re-encryption of an object", encryption, byMember("s3:UpdateObjectEncryption", OBJECT)),
                passes(
                        "access log delivery",
                        new ProtectAccessLogging(EXCEPT),
                        TestRequest.byService("logging.s3.amazonaws.com", "s3:PutObject", OBJECT)),
                passes("replication itself", new ProtectReplication(EXCEPT), byMember("s3:ReplicateObject", OBJECT)),
                passes(
                        "deleting an object by permission",
                        new ProtectLifecycle(EXCEPT),
                        byMember("s3:DeleteObject", OBJECT)),
                passes("using a key", keys, byMember("kms:GenerateDataKey", KEY)),
                passes("cancelling a deletion", keys, byMember("kms:CancelKeyDeletion", KEY)),
                passes("enabling a key", keys, byMember("kms:EnableKey", KEY)),
                passes("a backup job", backups, byMember("backup:StartBackupJob", VAULT)),
                passes("a copy", backups, byMember("backup:StartCopyJob", POINT)),
                passes("a restore", backups, byMember("backup:StartRestoreJob", POINT)),
                passes(
                        "the expiry of a recovery point",
                        backups,
                        byServiceLinkedRole("backup:DeleteRecoveryPoint", POINT)),
                passes("looking up events", trails, byMember("cloudtrail:LookupEvents", "*")),
                passes(
                        "CloudTrail's delivery",
                        trails,
                        TestRequest.byService("cloudtrail.amazonaws.com", "s3:PutObject", OBJECT)),
                passes("the new tagging API", tagging, byMember("s3:TagResource", BUCKET)),
                passes("reading tags by the old API", tagging, byMember("s3:GetBucketTagging", BUCKET)),
                passes("tagging an object", tagging, byMember("s3:PutObjectTagging", OBJECT)));
    }

    static Stream<GuardrailCase> legalHolds() {
        var holds = new ProtectLegalHolds(EXCEPT);
        TestRequest put = byMember("s3:PutObjectLegalHold", OBJECT);
        return Stream.of(
                stops("lifting a legal hold", holds, put.with(HOLD, "OFF")),
                passes("placing a legal hold", holds, put.with(HOLD, "ON")),
                passes(
                        "lifting a legal hold by the deployment role",
                        holds,
                        byDeployment("s3:PutObjectLegalHold", OBJECT).with(HOLD, "OFF")));
    }

    static Stream<GuardrailCase> namedBucketsAndRoles() {
        String log = "arn:aws:s3:::audit-trail/AWSLogs/1.json.gz";
        var buckets = new ProtectBuckets(List.of("arn:aws:s3:::audit-trail"), EXCEPT);
        var roles = new ProtectRoles(List.of(DEPLOYMENT), List.of("arn:aws:iam::*:role/AccountFactory"));
        String deployer = "arn:aws:iam::111122223333:role/cdk-hnb659fds-cfn-exec-role-111122223333-eu-west-1";
        return Stream.of(
                stops("deleting a log", buckets, byMember("s3:DeleteObject", log)),
                stops("deleting a version of a log", buckets, byMember("s3:DeleteObjectVersion", log)),
                stops("forging a log", buckets, byMember("s3:PutObject", log)),
                stops("opening the log bucket", buckets, byMember("s3:PutBucketPolicy", "arn:aws:s3:::audit-trail")),
                stops(
                        "a lifecycle rule",
                        buckets,
                        byMember("s3:PutLifecycleConfiguration", "arn:aws:s3:::audit-trail")),
                stops("deleting the log bucket", buckets, byMember("s3:DeleteBucket", "arn:aws:s3:::audit-trail")),
                passes("reading a log", buckets, byMember("s3:GetObject", log)),
                passes("deleting elsewhere", buckets, byMember("s3:DeleteObject", OBJECT)),
                passes(
                        "a bucket with a longer name",
                        buckets,
                        byMember("s3:DeleteObject", "arn:aws:s3:::audit-trail-2/a")),
                passes("the deployment role", buckets, byDeployment("s3:PutBucketPolicy", "arn:aws:s3:::audit-trail")),
                passes(
                        "CloudTrail's delivery",
                        buckets,
                        TestRequest.byService("cloudtrail.amazonaws.com", "s3:PutObject", log)),
                stops("making a role of an excepted name", roles, byMember("iam:CreateRole", deployer)),
                stops("opening its trust policy", roles, byMember("iam:UpdateAssumeRolePolicy", deployer)),
                stops("the role changing itself", roles, byDeployment("iam:PutRolePolicy", deployer)),
                passes("making another role", roles, byMember("iam:CreateRole", ROLE)),
                passes("handing the role to CloudFormation", roles, byMember("iam:PassRole", deployer)),
                passes(
                        "setting an account up",
                        roles,
                        TestRequest.byIdentity(
                                "arn:aws:iam::111122223333:role/AccountFactory", "iam:CreateRole", deployer)));
    }

    static Stream<GuardrailCase> tagKeys() {
        var keys = new ProtectTagKeys(List.of("team"), EXCEPT);
        TestRequest tag = byMember("s3:TagResource", BUCKET);
        return Stream.of(
                stops("setting the tag", keys, tag.with("aws:TagKeys", "team")),
                stops("setting it among others", keys, tag.with("aws:TagKeys", "cost", "team")),
                stops("setting it in other letters", keys, tag.with("aws:TagKeys", "Team")),
                stops("removing it", keys, tag.doing("s3:UntagResource").with("aws:TagKeys", "team")),
                stops(
                        "making a bucket with it",
                        keys,
                        tag.doing("s3:CreateBucket").with("aws:TagKeys", "team")),
                stops("tagging a role", keys, tag.doing("iam:TagRole").to(ROLE).with("aws:TagKeys", "team")),
                stops(
                        "a session with it",
                        keys,
                        tag.doing("sts:TagSession").to(ROLE).with("aws:TagKeys", "team")),
                stops(
                        "tagging a key",
                        keys,
                        tag.doing("kms:TagResource").to(KEY).with("aws:TagKeys", "team")),
                passes("another tag", keys, tag.with("aws:TagKeys", "cost")),
                passes("a longer name", keys, tag.with("aws:TagKeys", "teams")),
                passes("a bucket without tags", keys, tag.doing("s3:CreateBucket")),
                passes("uploading to a tagged bucket", keys, byMember("s3:PutObject", OBJECT)),
                passes(
                        "the deployment role",
                        keys,
                        byDeployment("s3:TagResource", BUCKET).with("aws:TagKeys", "team")));
    }

    static Stream<GuardrailCase> namespace() {
        var namespace = new RequireAccountRegionalNamespace(EXCEPT);
        TestRequest create = byMember("s3:CreateBucket", BUCKET).with("aws:RequestedRegion", "eu-west-1");
        return Stream.of(
                stops("a bucket without a namespace, which is a global one", namespace, create),
                stops("a global bucket", namespace, create.with(NAMESPACE, "global")),
                stops(
                        "a service that makes a bucket for its caller",
                        namespace,
                        byForwardAccessSession("s3:CreateBucket", BUCKET).with("aws:RequestedRegion", "eu-west-1")),
                passes("a bucket in the namespace", namespace, create.with(NAMESPACE, "account-regional")),
                passes("a Region without the namespace", namespace, create.with("aws:RequestedRegion", "me-south-1")),
                passes("an upload", namespace, byMember("s3:PutObject", OBJECT)),
                passes("an excepted role", namespace, byDeployment("s3:CreateBucket", BUCKET)),
                stops(
                        "a Region that is not excepted",
                        new RequireAccountRegionalNamespace(List.of(), List.of()),
                        create.with("aws:RequestedRegion", "me-south-1")));
    }

    @ParameterizedTest
    @MethodSource({"weakening", "neighbours", "legalHolds", "namedBucketsAndRoles", "tagKeys", "namespace"})
    void stops_and_lets_pass(GuardrailCase row) {
        row.check();
    }
}
