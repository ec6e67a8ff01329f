package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.evaluate.Decision;
import io.github.secures3.analysis.evaluate.Outcome;
import io.github.secures3.analysis.evaluate.estate.EstateRequest;
import io.github.secures3.analysis.evaluate.estate.EstateSituation;
import io.github.secures3.analysis.evaluate.estate.UnknownNameException;
import io.github.secures3.analysis.evaluate.matching.Truth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A request that S3 makes on the owner's behalf: over TLS, from no VPC and through no access point.
 *
 * @param principal the service or the role that S3 assumes
 * @param action the action
 * @param resource the ARN
 * @param context what else it carries
 */
record ServiceRequest(String principal, String action, String resource, Map<String, List<String>> context) {

    /** Keys that such requests do not carry. */
    private static final List<String> ABSENT = List.of(
            "aws:SourceVpc",
            "aws:SourceVpce",
            "aws:VpcSourceIp",
            "aws:SourceIp",
            "s3:AccessPointNetworkOrigin",
            "s3:DataAccessPointAccount",
            "s3:DataAccessPointArn",
            "s3:signatureAge",
            "s3:x-amz-server-side-encryption",
            "s3:x-amz-server-side-encryption-aws-kms-key-id",
            "s3:x-amz-server-side-encryption-customer-algorithm");

    /**
     * What came of a request.
     *
     * @param allowed whether it is allowed
     * @param reason why it is not
     */
    record Answer(Truth allowed, String reason) {}

    Answer decide(CheckContext around) {
        Map<String, List<String>> full = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        ABSENT.forEach(key -> full.put(key, List.of()));
        full.put("aws:SecureTransport", List.of("true"));
        full.put("s3:TlsVersion", List.of("1.3"));
        full.putAll(context);
        try {
            EstateRequest asked = new EstateRequest(
                    principal,
                    action,
                    resource,
                    full,
                    null,
                    around.assumptions().organization(),
                    around.assumptions().within());
            Decision decision = EstateSituation.of(around.estate(), asked).decide();
            return new Answer(truth(decision), decision.reason());
        } catch (UnknownNameException notInTheEstate) {
            return new Answer(Truth.unknown(String.valueOf(notInTheEstate.getMessage())), "");
        }
    }

    private static Truth truth(Decision decision) {
        if (decision.outcome() != Outcome.UNDECIDED) {
            return Truth.of(decision.isAllowed());
        }
        Truth unknown = Truth.unknown(
                decision.unknowns().isEmpty()
                        ? decision.reason()
                        : decision.unknowns().get(0));
        for (String reason : decision.unknowns()) {
            unknown = unknown.or(Truth.unknown(reason));
        }
        return unknown;
    }

    @Override
    public String toString() {
        return principal + " " + action + " on " + resource;
    }
}
