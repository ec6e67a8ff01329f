package io.github.secures3.constructs.organization;

import io.github.secures3.policy.Effect;
import io.github.secures3.policy.PolicyDocument;
import io.github.secures3.policy.PolicyType;
import io.github.secures3.policy.Statement;
import io.github.secures3.policy.json.PolicyReader;
import io.github.secures3.policy.json.PolicySyntaxException;
import io.github.secures3.policy.json.PolicyWriter;
import io.github.secures3.policy.statements.ConfusedDeputyProtection;
import io.github.secures3.policy.statements.EncryptedTransport;
import io.github.secures3.policy.statements.Guardrail;
import io.github.secures3.policy.statements.GuardrailExceptions;
import io.github.secures3.policy.statements.IdentityPerimeter;
import io.github.secures3.policy.statements.MinimumTlsVersion;
import io.github.secures3.policy.statements.NoCustomerProvidedKeys;
import io.github.secures3.policy.statements.ProtectAbac;
import io.github.secures3.policy.statements.ProtectAccessLogging;
import io.github.secures3.policy.statements.ProtectAuditTrail;
import io.github.secures3.policy.statements.ProtectBackups;
import io.github.secures3.policy.statements.ProtectBlockPublicAccess;
import io.github.secures3.policy.statements.ProtectEncryption;
import io.github.secures3.policy.statements.ProtectKeys;
import io.github.secures3.policy.statements.ProtectLifecycle;
import io.github.secures3.policy.statements.ProtectObjectLock;
import io.github.secures3.policy.statements.ProtectReplication;
import io.github.secures3.policy.statements.ProtectTagKeys;
import io.github.secures3.policy.statements.ProtectVersioning;
import io.github.secures3.policy.statements.RequireTagResource;
import io.github.secures3.policy.statements.TlsVersion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which statements follow from the settings, packed by type. */
record GuardrailPlan(PolicyPlan resourceControl, PolicyPlan serviceControl) {

    /**
     * Chooses and packs the guardrails.
     *
     * @throws IllegalArgumentException if they contradict each other, deny nothing, or do not fit
     */
    static GuardrailPlan of(String organizationId, GuardrailSettings settings) {
        Map<Class<?>, Guardrail> chosen = defaults(organizationId, settings);
        for (Class<? extends Guardrail> left : settings.leftOut.keySet()) {
            if (chosen.remove(left) == null) {
                throw new IllegalArgumentException(left.getSimpleName()
                        + " is left out with allowWithout, but is no default here; remove the call");
            }
        }
        for (Guardrail own : settings.guardrails) {
            if (settings.leftOut.containsKey(own.getClass())) {
                throw new IllegalArgumentException(
                        own.sid() + " is both added and left out with allowWithout; choose one of them");
            }
            chosen.put(own.getClass(), own);
        }
        List<Guardrail> guardrails = List.copyOf(chosen.values());
        GuardrailAgreement.check(organizationId, guardrails);
        return new GuardrailPlan(
                plan(
                        PolicyType.RESOURCE_CONTROL,
                        guardrails,
                        settings.resourceControlStatements,
                        settings.resourceControlLimits),
                plan(
                        PolicyType.SERVICE_CONTROL,
                        guardrails,
                        settings.serviceControlStatements,
                        settings.serviceControlLimits));
    }

    List<PolicyPlan> all() {
        return List.of(resourceControl, serviceControl);
    }

    private static Map<Class<?>, Guardrail> defaults(String organizationId, GuardrailSettings settings) {
        GuardrailExceptions trusted =
                GuardrailExceptions.none().andAccounts(settings.trustedAccounts.toArray(String[]::new));
        List<String> deployment = settings.deploymentRoles;
        List<Guardrail> defaults = new ArrayList<>(List.of(
                new IdentityPerimeter(organizationId, trusted),
                new ConfusedDeputyProtection(organizationId, settings.trustedAccounts, List.of(), List.of()),
                new EncryptedTransport(),
                new MinimumTlsVersion(TlsVersion.TLS_1_2),
                new NoCustomerProvidedKeys(),
                new ProtectBlockPublicAccess(deployment),
                new ProtectVersioning(deployment),
                new ProtectObjectLock(deployment),
                new ProtectEncryption(deployment),
                new ProtectAccessLogging(deployment),
                new ProtectReplication(deployment),
                new ProtectLifecycle(deployment),
                new ProtectKeys(deployment),
                new ProtectBackups(deployment),
                new ProtectAuditTrail(deployment)));
        if (settings.guardrails.stream().anyMatch(ProtectTagKeys.class::isInstance)) {
            // Tags decide about access: they are worth what their API and the switch are worth.
            defaults.add(new ProtectAbac(deployment));
            defaults.add(new RequireTagResource(deployment));
        }
        Map<Class<?>, Guardrail> byClass = new LinkedHashMap<>();
        defaults.forEach(guardrail -> byClass.put(guardrail.getClass(), guardrail));
        return byClass;
    }

    private static PolicyPlan plan(
            PolicyType type, List<Guardrail> guardrails, List<Statement> own, GuardrailLimits limits) {
        List<Statement> statements = new ArrayList<>();
        guardrails.stream()
                .filter(guardrail -> guardrail.type() == type)
                .map(Guardrail::statement)
                .forEach(statements::add);
        for (Statement statement : own) {
            requireGuardrail(type, statement);
            statements.add(statement);
        }
        return PolicyPlan.of(type, statements, limits);
    }

    private static void requireGuardrail(PolicyType type, Statement statement) {
        String sid = statement.sid();
        if (sid == null || sid.isEmpty()) {
            throw new IllegalArgumentException(
                    "a statement for " + type.title() + " has no Sid; give it one, so that reports can name it");
        }
        if (statement.effect() != Effect.DENY) {
            throw new IllegalArgumentException("statement '" + sid
                    + "' allows; a guardrail denies, and FullAWSAccess allows what no policy denies");
        }
        try {
            PolicyReader.read(PolicyWriter.compact(PolicyDocument.of(statement)), type);
        } catch (PolicySyntaxException invalid) {
            throw new IllegalArgumentException("statement '" + sid + "': " + invalid.getMessage(), invalid);
        }
    }
}
