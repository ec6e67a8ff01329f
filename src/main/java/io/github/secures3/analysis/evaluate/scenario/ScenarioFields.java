package io.github.secures3.analysis.evaluate.scenario;

import io.github.secures3.analysis.evaluate.AccessRequest;
import io.github.secures3.analysis.evaluate.AttachedPolicy;
import io.github.secures3.analysis.evaluate.BlockPublicAccess;
import io.github.secures3.analysis.evaluate.Encryption;
import io.github.secures3.analysis.evaluate.Organization;
import io.github.secures3.analysis.evaluate.PossibleRequest;
import io.github.secures3.analysis.evaluate.RequestPrincipal;
import io.github.secures3.analysis.evaluate.RequestedEncryption;
import io.github.secures3.analysis.evaluate.Situation;
import io.github.secures3.policy.Arn;
import io.github.secures3.policy.PolicyType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of one scenario as they come. */
final class ScenarioFields {

    static final String ALLOWED =
            "name, request, identityPolicies, permissionsBoundary, sessionPolicies, resourcePolicy, accessPointPolicy,"
                    + " vpcEndpointPolicy, keyPolicy, serviceControlPolicies, resourceControlPolicies, blockPublicAccess,"
                    + " bucketTags, abacEnabled, encryption, contextComplete, organization";

    private static final String REQUEST = "principal, action, resource, resourceAccount, context, multipartUpload";
    private static final String SETTINGS =
            "BlockPublicAcls, IgnorePublicAcls, BlockPublicPolicy, RestrictPublicBuckets";

    private final Fields fields;
    private final Situation.Builder situation = Situation.builder();
    private final Map<String, String> requestTexts = new HashMap<>();
    private Map<String, List<String>> context = Map.of();
    private boolean requestGiven;
    private boolean contextComplete = true;
    private boolean multipartUpload;
    private boolean tagsGiven;
    private boolean abacGiven;
    private @Nullable AttachedPolicy resourcePolicy;
    private @Nullable AttachedPolicy accessPointPolicy;

    ScenarioFields(Fields fields) {
        this.fields = fields;
    }

    boolean read(String field) {
        switch (field) {
            case "name" -> fields.name(fields.string(field));
            case "request" -> request();
            case "contextComplete" -> contextComplete = fields.bool(field);
            case "blockPublicAccess" -> blockPublicAccess();
            case "encryption" -> encryption();
            case "organization" -> organization();
            case "abacEnabled" -> {
                situation.abacEnabled(fields.bool(field));
                abacGiven = true;
            }
            case "bucketTags" -> {
                Map<String, String> tags = new HashMap<>();
                fields.texts(field, false).forEach((key, values) -> tags.put(key, values.get(0)));
                situation.bucketTags(tags);
                tagsGiven = true;
            }
            default -> {
                return readPolicy(field);
            }
        }
        return true;
    }

    /**
     * The scenario, once all fields are read.
     *
     * @throws ScenarioException if the request is missing or is none
     */
    Scenario build() {
        if (!requestGiven) {
            throw fields.fault("request", "the field is missing; name principal, action and resource");
        }
        String resource = required("resource");
        if (tagsGiven && !abacGiven) {
            // Attribute-based access control is off for a general purpose bucket until somebody enables it, and on for
            // a directory bucket.
            situation.abacEnabled(Arn.find(resource)
                    .filter(arn -> arn.service().equals("s3express"))
                    .isPresent());
        }
        AccessPointGuess.of(resource, context, resourcePolicy, accessPointPolicy)
                .applyTo(situation);
        return new Scenario(fields.name(), accessRequest(resource), situation.build());
    }

    private AccessRequest accessRequest(String resource) {
        RequestPrincipal principal;
        String text = required("principal");
        String action = required("action");
        try {
            principal = RequestPrincipal.parse(text);
        } catch (IllegalArgumentException e) {
            throw fields.fault("request.principal", String.valueOf(e.getMessage()));
        }
        try {
            AccessRequest request = new AccessRequest(
                    principal,
                    action,
                    PossibleRequest.seenResource(resource, action, principal.partition()),
                    context,
                    contextComplete,
                    multipartUpload);
            PossibleRequest.require(request);
            return request;
        } catch (IllegalArgumentException e) {
            throw fields.fault("request", String.valueOf(e.getMessage()));
        }
    }

    private String required(String field) {
        String value = requestTexts.get(field);
        if (value == null || value.isEmpty()) {
            throw fields.fault("request." + field, "the field is missing");
        }
        return value;
    }

    private boolean readPolicy(String field) {
        switch (field) {
            case "identityPolicies" -> situation.identityPolicies(fields.policies(field, PolicyType.IDENTITY));
            case "permissionsBoundary" ->
                fields.policy(field, PolicyType.PERMISSIONS_BOUNDARY).ifPresent(situation::permissionsBoundary);
            case "sessionPolicies" -> situation.sessionPolicies(fields.policies(field, PolicyType.SESSION));
            case "resourcePolicy" ->
                resourcePolicy = fields.policy(field, PolicyType.RESOURCE).orElse(null);
            case "accessPointPolicy" ->
                accessPointPolicy = fields.policy(field, PolicyType.RESOURCE).orElse(null);
            case "vpcEndpointPolicy" ->
                fields.policy(field, PolicyType.ENDPOINT).ifPresent(situation::endpointPolicy);
            case "keyPolicy" -> fields.policy(field, PolicyType.RESOURCE).ifPresent(situation::keyPolicy);
            case "serviceControlPolicies" ->
                situation.serviceControlPolicies(fields.levels(field, PolicyType.SERVICE_CONTROL));
            case "resourceControlPolicies" ->
                situation.resourceControlPolicies(fields.levels(field, PolicyType.RESOURCE_CONTROL));
            default -> {
                return false;
            }
        }
        return true;
    }

    private void request() {
        requestGiven = true;
        fields.object("request", REQUEST, field -> {
            String full = "request." + field;
            switch (field) {
                case "principal", "action", "resource" -> requestTexts.put(field, fields.string(full));
                case "resourceAccount" -> situation.resourceAccount(account(full, fields.string(full)));
                case "multipartUpload" -> multipartUpload = fields.bool(full);
                case "context" -> context = fields.texts(full, true);
                default -> {
                    return false;
                }
            }
            return true;
        });
    }

    private String account(String field, String id) {
        if (!RequestPrincipal.isAccountId(id)) {
            throw fields.fault(field, "'" + id + "' is no account id; write 12 digits, such as 111122223333");
        }
        return id;
    }

    private void blockPublicAccess() {
        Map<String, Boolean> settings = new HashMap<>();
        fields.object("blockPublicAccess", SETTINGS, field -> {
            settings.put(field, fields.bool("blockPublicAccess." + field));
            return List.of(SETTINGS.split(", ", -1)).contains(field);
        });
        situation.blockPublicAccess(new BlockPublicAccess(
                settings.getOrDefault("BlockPublicAcls", false),
                settings.getOrDefault("IgnorePublicAcls", false),
                settings.getOrDefault("BlockPublicPolicy", false),
                settings.getOrDefault("RestrictPublicBuckets", false)));
    }

    private void encryption() {
        Map<String, String> texts = new HashMap<>();
        Map<String, Boolean> flags = new HashMap<>();
        fields.object("encryption", "algorithm, keyArn, bucketKeyEnabled", field -> {
            String full = "encryption." + field;
            switch (field) {
                case "algorithm", "keyArn" -> texts.put(field, fields.string(full));
                case "bucketKeyEnabled" -> flags.put(field, fields.bool(full));
                default -> {
                    return false;
                }
            }
            return true;
        });
        String algorithm = texts.get("algorithm");
        if (algorithm == null) {
            throw fields.fault("encryption.algorithm", "the field is missing; write AES256, aws:kms or aws:kms:dsse");
        }
        if (!RequestedEncryption.ALGORITHMS.contains(algorithm)) {
            throw fields.fault(
                    "encryption.algorithm",
                    "'" + algorithm + "' is no encryption of S3; choose one of " + RequestedEncryption.choices());
        }
        situation.encryption(new Encryption(algorithm, texts.get("keyArn"), flags.get("bucketKeyEnabled")));
    }

    private void organization() {
        Map<String, String> texts = new HashMap<>();
        Map<String, List<String>> members = new HashMap<>();
        Map<String, String> paths = new HashMap<>();
        fields.object("organization", "id, managementAccount, memberAccounts, paths", field -> {
            String full = "organization." + field;
            switch (field) {
                case "id" -> texts.put(field, fields.string(full));
                case "managementAccount" -> texts.put(field, account(full, fields.string(full)));
                case "memberAccounts" -> {
                    List<String> accounts = fields.strings(full);
                    for (int at = 0; at < accounts.size(); at++) {
                        account(full + "[" + at + "]", accounts.get(at));
                    }
                    members.put(field, accounts);
                }
                case "paths" -> fields.texts(full, false).forEach((account, path) -> paths.put(account, path.get(0)));
                default -> {
                    return false;
                }
            }
            return true;
        });
        String id = texts.get("id");
        if (id == null) {
            throw fields.fault(
                    "organization.id", "the field is missing; write the organization's id, such as o-exampleorgid");
        }
        situation.organization(
                new Organization(id, texts.get("managementAccount"), members.get("memberAccounts"), paths));
    }
}
