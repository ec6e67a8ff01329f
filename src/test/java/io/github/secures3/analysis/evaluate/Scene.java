package io.github.secures3.analysis.evaluate;

import io.github.secures3.policy.PolicyDocument;
import io.github.secures3.policy.Principal;
import io.github.secures3.policy.Principals;
import io.github.secures3.policy.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A request for an object of the bucket {@code data}, which account 111122223333 owns, and what surrounds it. */
final class Scene {

    static final String OWNER = "111122223333";
    static final String OTHER = "444455556666";
    static final String OBJECT = "arn:aws:s3:::data/key";
    static final String SESSION = "arn:aws:sts::111122223333:assumed-role/Reader/alice";
    static final String ROLE = "arn:aws:iam::111122223333:role/Reader";
    static final String USER = "arn:aws:iam::111122223333:user/Bob";
    static final String FEDERATED = "arn:aws:sts::111122223333:federated-user/carol";
    static final String ROOT = "arn:aws:iam::111122223333:root";
    static final String OTHER_SESSION = "arn:aws:sts::444455556666:assumed-role/Guest/dave";
    static final String SERVICE = "logging.s3.amazonaws.com";

    private final String principal;
    private final Map<String, List<String>> context = new HashMap<>();
    private final Situation.Builder situation = Situation.builder().resourceAccount(OWNER);
    private String action = "s3:GetObject";
    private String resource = OBJECT;
    private boolean complete = true;
    private boolean multipart;

    private Scene(String principal) {
        this.principal = principal;
    }

    static Scene by(String principal) {
        return new Scene(principal);
    }

    static Statement allow() {
        return allowing("s3:*");
    }

    static Statement allowing(String action) {
        return Statement.allow("A").actions(action).resources("*").build();
    }

    static Statement deny() {
        return Statement.deny("D").actions("s3:*").resources("*").build();
    }

    static Statement allowTo(Principal... who) {
        return Statement.allow("A")
                .principals(Principals.of(who))
                .actions("s3:*", "kms:*")
                .resources("*")
                .build();
    }

    static Statement denyTo(Principal... who) {
        return Statement.deny("D")
                .principals(Principals.of(who))
                .actions("s3:*", "kms:*")
                .resources("*")
                .build();
    }

    static Statement allowTo(String arn) {
        return allowTo(Principal.aws(arn));
    }

    static AttachedPolicy policy(Statement... statements) {
        List<Statement> all = Stream.of(statements)
                .map(s -> new Statement(null, s.effect(), s.principals(), s.actions(), s.resources(), s.conditions()))
                .toList();
        return AttachedPolicy.of(PolicyDocument.of(statements.length > 1 ? all : List.of(statements)));
    }

    Scene does(String what, String where) {
        this.action = what;
        this.resource = where;
        return this;
    }

    Scene with(String key, String... values) {
        context.put(key, List.of(values));
        return this;
    }

    Scene incomplete() {
        this.complete = false;
        return this;
    }

    Scene multipart() {
        this.multipart = true;
        return this;
    }

    Scene identity(Statement... statements) {
        return where(s -> s.identityPolicies(List.of(policy(statements))));
    }

    Scene boundary(Statement... statements) {
        return where(s -> s.permissionsBoundary(policy(statements)));
    }

    Scene session(Statement... statements) {
        return where(s -> s.sessionPolicies(List.of(policy(statements))));
    }

    Scene bucketPolicy(Statement... statements) {
        return where(s -> s.resourcePolicy(policy(statements)));
    }

    Scene where(Consumer<Situation.Builder> change) {
        change.accept(situation);
        return this;
    }

    AccessRequest request() {
        return new AccessRequest(RequestPrincipal.parse(principal), action, resource, context, complete, multipart);
    }

    Situation situation() {
        return situation.build();
    }

    Decision decide() {
        return Evaluator.decide(request(), situation());
    }

    Outcome outcome() {
        return decide().outcome();
    }
}
