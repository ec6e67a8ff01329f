package io.github.secures3.analysis.diff;

import io.github.secures3.analysis.diff.access.AccessGrants;
import io.github.secures3.analysis.diff.access.AccessPointScope;
import io.github.secures3.analysis.diff.access.BucketAccess;
import io.github.secures3.analysis.diff.access.CannedAcl;
import io.github.secures3.analysis.diff.access.CrossOrigin;
import io.github.secures3.analysis.diff.access.DataDestinations;
import io.github.secures3.analysis.diff.access.FunctionUrls;
import io.github.secures3.analysis.diff.access.IdentityProviders;
import io.github.secures3.analysis.diff.access.LambdaPermissions;
import io.github.secures3.analysis.diff.access.NetworkOrigin;
import io.github.secures3.analysis.diff.access.PermissionsBoundary;
import io.github.secures3.analysis.diff.access.PolicyAttachments;
import io.github.secures3.analysis.diff.access.PolicyStatements;
import io.github.secures3.analysis.diff.access.SessionDuration;
import io.github.secures3.analysis.diff.access.TagsInPolicies;
import io.github.secures3.analysis.diff.access.UnknownPolicies;
import io.github.secures3.analysis.diff.access.VpcEndpoints;
import io.github.secures3.analysis.diff.access.WebsiteHosting;
import io.github.secures3.analysis.diff.data.AutoDelete;
import io.github.secures3.analysis.diff.data.ConditionedResources;
import io.github.secures3.analysis.diff.data.Deleted;
import io.github.secures3.analysis.diff.data.KeyDeletionWindow;
import io.github.secures3.analysis.diff.data.KeyDisabled;
import io.github.secures3.analysis.diff.data.RemovalPolicy;
import io.github.secures3.analysis.diff.data.Renamed;
import io.github.secures3.analysis.diff.data.Replaced;
import io.github.secures3.analysis.diff.data.StackPlace;
import io.github.secures3.analysis.diff.difference.DiffEvaluator;
import io.github.secures3.analysis.diff.difference.Fact;
import io.github.secures3.analysis.diff.guardrail.GuardrailStatements;
import io.github.secures3.analysis.diff.guardrail.OrganizationPlace;
import io.github.secures3.analysis.diff.guardrail.OrganizationPolicies;
import io.github.secures3.analysis.diff.protection.AccessLogs;
import io.github.secures3.analysis.diff.protection.AttributeBasedAccess;
import io.github.secures3.analysis.diff.protection.AuditTrail;
import io.github.secures3.analysis.diff.protection.BackupRules;
import io.github.secures3.analysis.diff.protection.BackupSelections;
import io.github.secures3.analysis.diff.protection.BackupVaultLock;
import io.github.secures3.analysis.diff.protection.BlockPublicAccess;
import io.github.secures3.analysis.diff.protection.BucketKey;
import io.github.secures3.analysis.diff.protection.CustomProtections;
import io.github.secures3.analysis.diff.protection.CustomerKeyBlock;
import io.github.secures3.analysis.diff.protection.DefaultEncryption;
import io.github.secures3.analysis.diff.protection.DefaultRetention;
import io.github.secures3.analysis.diff.protection.Detection;
import io.github.secures3.analysis.diff.protection.EncryptionKey;
import io.github.secures3.analysis.diff.protection.EventBridgeEvents;
import io.github.secures3.analysis.diff.protection.EventNotifications;
import io.github.secures3.analysis.diff.protection.Inventories;
import io.github.secures3.analysis.diff.protection.KeyRotation;
import io.github.secures3.analysis.diff.protection.KeyRotationPeriod;
import io.github.secures3.analysis.diff.protection.LifecycleExpiration;
import io.github.secures3.analysis.diff.protection.ObjectLocking;
import io.github.secures3.analysis.diff.protection.ObjectOwnership;
import io.github.secures3.analysis.diff.protection.OptedOut;
import io.github.secures3.analysis.diff.protection.ReplicationRules;
import io.github.secures3.analysis.diff.protection.Suppressions;
import io.github.secures3.analysis.diff.protection.Versioning;
import io.github.secures3.analysis.diff.remainder.CustomCalls;
import io.github.secures3.analysis.diff.remainder.OtherProperties;
import io.github.secures3.analysis.diff.remainder.Unread;
import io.github.secures3.analysis.finding.RuleId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The evaluators that every comparison asks.
 *
 * @since 0.1
 */
public final class DiffEvaluators {

    private static final List<DiffEvaluator> ALL = List.of(
            new BucketAccess(),
            new PolicyStatements(),
            new UnknownPolicies(),
            new PolicyAttachments(),
            new PermissionsBoundary(),
            new AccessGrants(),
            new CannedAcl(),
            new WebsiteHosting(),
            new CrossOrigin(),
            new DataDestinations(),
            new NetworkOrigin(),
            new AccessPointScope(),
            new VpcEndpoints(),
            new LambdaPermissions(),
            new FunctionUrls(),
            new IdentityProviders(),
            new SessionDuration(),
            new TagsInPolicies(),
            new DefaultEncryption(),
            new EncryptionKey(),
            new BucketKey(),
            new CustomerKeyBlock(),
            new KeyRotation(),
            new KeyRotationPeriod(),
            new Versioning(),
            new ObjectLocking(),
            new DefaultRetention(),
            new AccessLogs(),
            new BlockPublicAccess(),
            new ObjectOwnership(),
            new LifecycleExpiration(),
            new ReplicationRules(),
            new BackupVaultLock(),
            new BackupRules(),
            new BackupSelections(),
            new AuditTrail(),
            new Detection(),
            new Suppressions(),
            new EventBridgeEvents(),
            new EventNotifications(),
            new Inventories(),
            new AttributeBasedAccess(),
            new OptedOut(),
            new CustomProtections(),
            new Replaced(),
            new Renamed(),
            new Deleted(),
            new RemovalPolicy(),
            new AutoDelete(),
            new KeyDisabled(),
            new StackPlace(),
            new KeyDeletionWindow(),
            new GuardrailStatements(),
            new OrganizationPolicies(),
            new OrganizationPlace(),
            new OtherProperties(),
            new ConditionedResources(),
            new CustomCalls(),
            new Unread());

    private DiffEvaluators() {}

    /** All of them. */
    public static List<DiffEvaluator> all() {
        return ALL;
    }

    /** What they look for, each rule once, in their order. */
    public static List<Fact> facts() {
        Map<RuleId, Fact> facts = new LinkedHashMap<>();
        ALL.forEach(evaluator -> evaluator.facts().forEach(fact -> facts.putIfAbsent(fact.rule(), fact)));
        return List.copyOf(facts.values());
    }
}
