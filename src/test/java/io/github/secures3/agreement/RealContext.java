package io.github.secures3.agreement;

import io.github.secures3.analysis.evaluate.AccessPoint;
import io.github.secures3.analysis.evaluate.Organization;
import io.github.secures3.analysis.evaluate.RequestPrincipal;
import io.github.secures3.analysis.evaluate.RequestPrincipal.Kind;
import io.github.secures3.analysis.evaluate.Situation;
import io.github.secures3.analysis.evaluate.matching.Truth;
import io.github.secures3.policy.Statement;
import io.github.secures3.policy.catalog.ActionDefinition;
import io.github.secures3.policy.catalog.ServiceCatalog;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The context of a request, and whether a request can really have it: what is known of AWS's keys, said once more and plainly.
 *
 * @param situation what surrounds the request
 * @param asked the keys that policies ask about; of the others the context tells nothing
 * @param caller who makes the request
 * @param action what it does
 * @param context the keys that it has, in AWS's spelling
 */
record RealContext(
        Situation situation,
        List<SampleKey> asked,
        RequestPrincipal caller,
        String action,
        Map<String, List<String>> context) {

    private static final Set<String> OF_ENDPOINTS = Set.of("aws:SourceVpc", "aws:SourceVpce");

    boolean isReal() {
        return asked.stream().allMatch(key -> isReal(key.name()));
    }

    /** Whether the request is one as SDKs send it, but for the keys that a question names: that such requests are always allowed can be claimed. */
    boolean isOrdinary(Statement question) {
        Set<String> named = question.conditions().all().stream()
                .map(condition -> condition.key().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return (isOnPublicNetwork() || namesEndpoint(named))
                && asked.stream()
                        .map(SampleKey::name)
                        .filter(key -> !named.contains(key.toLowerCase(Locale.ROOT)) && !followsFrom(named, key))
                        .allMatch(this::isOrdinary);
    }

    /** A caller's request without an address comes through an endpoint, whether or not the context names it. */
    private boolean isOnPublicNetwork() {
        boolean told = asked.stream().anyMatch(key -> key.name().equals("aws:SourceIp"));
        return !told || !isAbsent("aws:SourceIp") || caller.kind() == Kind.SERVICE;
    }

    private boolean namesEndpoint(Set<String> named) {
        return situation.throughEndpoint() || named.contains("aws:sourcevpc") || named.contains("aws:sourcevpce");
    }

    private boolean followsFrom(Set<String> named, String key) {
        return switch (key) {
            case "aws:SecureTransport" -> named.contains("s3:tlsversion");
            case "aws:ViaAWSService" -> named.contains("aws:calledvia");
            case "aws:SourceVpc" -> named.contains("aws:sourcevpce") || situation.throughEndpoint();
            case "aws:SourceVpce" -> named.contains("aws:sourcevpc") || situation.throughEndpoint();
            default -> false;
        };
    }

    private boolean isOrdinary(String key) {
        return switch (key) {
            case "aws:SecureTransport" -> value(key).equals("true");
            case "aws:ViaAWSService" -> value(key).equals("false");
            // It is absent over plain HTTP alone, which is ordinary only where the question asks for it.
            case "s3:TlsVersion" ->
                isAbsent(key)
                        ? value("aws:SecureTransport").equals("false")
                        : value(key).equals("1.3");
            case "aws:CalledVia", "aws:SourceVpc", "aws:SourceVpce" -> isAbsent(key);
            default -> !key.startsWith("s3:") || isAbsent(key);
        };
    }

    private boolean isReal(String key) {
        return switch (key) {
            case "aws:SecureTransport" ->
                situation.accessPoint() == null || value(key).equals("true");
            case "s3:TlsVersion" -> hasRightTlsVersion();
            case "aws:SourceIp", "aws:SourceVpc", "aws:SourceVpce" -> comesFromSomewhere(key);
            case "aws:PrincipalTag/team",
                    "aws:PrincipalTag/side",
                    "aws:MultiFactorAuthPresent",
                    "aws:MultiFactorAuthAge" -> isAbsent(key) || caller.hasAccount();
            case "aws:FederatedProvider" -> isAbsent(key) || caller.kind() == Kind.ROLE_SESSION;
            case "aws:PrincipalOrgID", "aws:PrincipalOrgPaths" ->
                caller.hasAccount() ? isOfOrganization(key) : isAbsent(key);
            case "aws:userid" -> value(key).equals(userId());
            case "aws:ViaAWSService" -> caller.hasAccount() || value(key).equals("false");
            case "aws:CalledVia" ->
                isAbsent(key)
                        || (caller.hasAccount() && !value("aws:ViaAWSService").equals("false"));
            case "aws:SourceArn", "aws:SourceAccount" -> isAbsent(key) || caller.kind() == Kind.SERVICE;
            case "aws:ResourceTag/stage" -> isAbsent(key) || tagsAreOpen();
            case "aws:ResourceOrgID" -> isAbsent(key) || canBelongTo(value(key));
            default -> !key.startsWith("s3:") || isAbsent(key) || isOfTheAction(key);
        };
    }

    private boolean isAbsent(String key) {
        return !context.containsKey(key);
    }

    private String value(String key) {
        return context.getOrDefault(key, List.of("")).get(0);
    }

    private boolean hasRightTlsVersion() {
        boolean told = situation.accessPoint() != null || !isAbsent("aws:SecureTransport");
        boolean plainHttp = value("aws:SecureTransport").equals("false");
        return !told || isAbsent("s3:TlsVersion") == plainHttp;
    }

    /** From an address or through an endpoint, as far as the keys tell; an AWS service from neither. */
    private boolean comesFromSomewhere(String key) {
        boolean throughEndpoint =
                situation.throughEndpoint() || OF_ENDPOINTS.stream().anyMatch(context::containsKey);
        if (caller.kind() == Kind.SERVICE) {
            return isAbsent(key);
        }
        if (OF_ENDPOINTS.contains(key)) {
            return isAbsent(key) != throughEndpoint;
        }
        AccessPoint point = situation.accessPoint();
        boolean told = (point != null && point.vpcId() != null)
                || asked.stream().anyMatch(other -> OF_ENDPOINTS.contains(other.name()));
        return throughEndpoint ? isAbsent(key) : !isAbsent(key) || !told;
    }

    /** Empty where the evaluator derives it. */
    private String userId() {
        return switch (caller.kind()) {
            case ROLE_SESSION -> "AROAX:s";
            case USER -> "AIDAX";
            case ANONYMOUS -> "anonymous";
            case ROOT, FEDERATED_USER, SERVICE -> "";
        };
    }

    private boolean isOfOrganization(String key) {
        Organization organization = situation.organization();
        if (organization == null) {
            return true;
        }
        String account = String.valueOf(caller.account());
        Truth included = organization.includes(account);
        List<String> given = context.getOrDefault(key, List.of());
        boolean saysSo = given.stream().anyMatch(value -> value.startsWith("o-one"));
        String path = organization.paths().get(account);
        boolean rightPath = key.equals("aws:PrincipalOrgID") || path == null || given.equals(List.of(path));
        return included.isUnknown() || (included.isTrue() ? saysSo && rightPath : !saysSo);
    }

    /** Tags follow from the bucket where they are known. */
    private boolean tagsAreOpen() {
        Boolean enabled = situation.abacEnabled();
        boolean ofBucket =
                enabled == null || (enabled && situation.bucketTags().known().isEmpty());
        boolean ofAccessPoint = situation.accessPoint() != null
                && situation.accessPointTags().known().isEmpty();
        return ofBucket || ofAccessPoint;
    }

    /** The organization follows from the bucket's account where that is known. */
    private boolean canBelongTo(String id) {
        Organization organization = situation.organization();
        String account = situation.resourceAccount();
        if (organization == null || account == null) {
            return true;
        }
        Truth included = organization.includes(account);
        return included.isUnknown() || (included.isFalse() && !id.equals("o-one"));
    }

    private boolean isOfTheAction(String key) {
        return ServiceCatalog.s3().conditionKeysOf(definition(action)).stream()
                .anyMatch(each -> each.matches(key.toLowerCase(Locale.ROOT)));
    }

    static ActionDefinition definition(String action) {
        return ServiceCatalog.s3().actions().stream()
                .filter(each -> each.text().equals(action))
                .findFirst()
                .orElseThrow();
    }
}
