package io.github.secures3.constructs.organization;

import io.github.secures3.policy.Statement;
import io.github.secures3.policy.statements.Guardrail;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a builder has been told. */
final class GuardrailSettings {

    @Nullable
    String organizationId;

    @Nullable
    Rollout rollout;

    List<String> deploymentRoles = List.of();
    List<String> trustedAccounts = List.of();

    final List<Guardrail> guardrails = new ArrayList<>();
    final Map<Class<? extends Guardrail>, String> leftOut = new LinkedHashMap<>();
    List<Statement> resourceControlStatements = List.of();
    List<Statement> serviceControlStatements = List.of();

    GuardrailLimits resourceControlLimits = GuardrailLimits.resourceControl();
    GuardrailLimits serviceControlLimits = GuardrailLimits.serviceControl();

    @Nullable
    String publicAccessLeftToAccounts;

    @Nullable
    String publicAccessBlockTurnedOff;

    @Nullable
    String deletedWithStack;

    @Nullable
    String policyNamePrefix;

    @Nullable
    String rootWithPolicyTypes;
}
