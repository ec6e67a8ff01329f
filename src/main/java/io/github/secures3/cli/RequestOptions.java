package io.github.secures3.cli;

import io.github.secures3.analysis.evaluate.AccessRequest;
import io.github.secures3.analysis.evaluate.AttachedPolicy;
import io.github.secures3.analysis.evaluate.BlockPublicAccess;
import io.github.secures3.analysis.evaluate.PolicyOrigin;
import io.github.secures3.analysis.evaluate.RequestPrincipal;
import io.github.secures3.analysis.evaluate.RequestPrincipal.Kind;
import io.github.secures3.analysis.evaluate.Situation;
import io.github.secures3.analysis.evaluate.estate.PlacedRequest;
import io.github.secures3.policy.PolicyType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** What is known about a request, and about the account that it is made to, that no template holds. */
final class RequestOptions {

    private static final String SETTINGS =
            "BlockPublicAcls, IgnorePublicAcls, BlockPublicPolicy, RestrictPublicBuckets";
    private static final String ALL = "all";

    @Option(
            names = "--session-policy",
            paramLabel = "FILE",
            description = "A policy in JSON that was passed when the session was made; repeatable.")
    private List<Path> sessionPolicies = new ArrayList<>();

    @Option(names = "--multipart-upload", description = "The request is part of a multipart upload.")
    private boolean multipartUpload;

    @Option(
            names = "--account-public-access-block",
            paramLabel = "SETTING",
            split = ",",
            description = "Block Public Access of the bucket's account: all, or some of BlockPublicAcls,"
                    + " IgnorePublicAcls, BlockPublicPolicy and RestrictPublicBuckets.")
    private List<String> accountBlock = new ArrayList<>();

    /** The request with what these options say. */
    PlacedRequest applyTo(PlacedRequest placed) throws IOException {
        Situation.Builder situation = placed.situation().toBuilder();
        if (!sessionPolicies.isEmpty()) {
            requireSession(placed.request().principal());
            situation.sessionPolicies(policies());
        }
        if (!accountBlock.isEmpty()) {
            situation.blockPublicAccess(accountBlock());
        }
        AccessRequest request = multipartUpload ? placed.request().inMultipartUpload() : placed.request();
        return new PlacedRequest(request, situation.build(), placed.notes());
    }

    private List<AttachedPolicy> policies() throws IOException {
        List<AttachedPolicy> all = new ArrayList<>();
        for (Path file : sessionPolicies) {
            all.add(AttachedPolicy.of(
                    Inputs.policy(file, PolicyType.SESSION), new PolicyOrigin(file.toString(), "session", "", 1)));
        }
        return all;
    }

    private static void requireSession(RequestPrincipal principal) {
        if (principal.kind() != Kind.ROLE_SESSION && principal.kind() != Kind.FEDERATED_USER) {
            throw new UsageException("--session-policy goes with a session of a role or a federated user, not with '"
                    + principal.text() + "'; leave it out");
        }
    }

    private BlockPublicAccess accountBlock() {
        List<String> known = List.of(SETTINGS.split(", "));
        for (String setting : accountBlock) {
            if (!setting.equals(ALL) && !known.contains(setting)) {
                throw new UsageException(
                        "--account-public-access-block '" + setting + "' is no setting; choose all or of " + SETTINGS);
            }
        }
        return accountBlock.contains(ALL)
                ? BlockPublicAccess.all()
                : new BlockPublicAccess(
                        accountBlock.contains(known.get(0)),
                        accountBlock.contains(known.get(1)),
                        accountBlock.contains(known.get(2)),
                        accountBlock.contains(known.get(3)));
    }
}
