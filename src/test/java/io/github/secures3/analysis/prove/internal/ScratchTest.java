package io.github.secures3.analysis.prove.internal;

import io.github.secures3.analysis.evaluate.*;
import io.github.secures3.policy.*;
import io.github.secures3.policy.json.*;
import java.util.*;
import org.junit.jupiter.api.Test;

class ScratchTest {
    static AttachedPolicy policy(String json) {
        return AttachedPolicy.of(PolicyReader.read(json, PolicyType.ANY));
    }

    static final AttachedPolicy FULL = policy("{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}]}");

    void ask(String title, CallerScope callers, String bucketPolicy, Statement forbidden) {
        Situation s = Situation.builder().resourcePolicy(policy(bucketPolicy)).identityPolicies(List.of(FULL)).resourceAccount("111122223333").build();
        for (int i = 0; i < 3; i++) {
            long t = System.nanoTime();
            Question q = Question.canBeAllowed(new Question.Scene(callers, s, "arn:aws:s3:::data"), List.of(forbidden), new Budget(50_000_000));
            Optional<AccessRequest> found = q.example(Set.of());
            Optional<Question.Doubt> doubt = found.isPresent() ? Optional.empty() : q.doubt();
            long ms = (System.nanoTime() - t) / 1000;
            if (i == 2) {
                System.out.println(title + " [" + ms + "us]: " + found.map(r -> r + "\n   => " + Evaluator.decide(r, s)).orElse(doubt.map(d -> "DOUBT " + d).orElse("PROVED")));
            }
        }
    }

    @Test
    void again() { t(); }
    @Test
    void t() {
        String tls = "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Deny\",\"Principal\":\"*\",\"Action\":\"s3:*\",\"Resource\":[\"arn:aws:s3:::data\",\"arn:aws:s3:::data/*\"],\"Condition\":{\"Bool\":{\"aws:SecureTransport\":\"false\"}}}]}";
        String tlsHole = tls.replace("arn:aws:s3:::data/*", "arn:aws:s3:::data/private/*");
        Statement http = Statement.deny("x").everyone().actions("s3:*").when(Condition.of(Comparison.BOOL, "aws:SecureTransport", "false")).build();
        CallerScope own = CallerScope.allOf("111122223333", List.of());
        CallerScope out = CallerScope.allOutside(List.of("111122223333"), List.of());
        ask("http own", own, tls, http);
        ask("http hole", own, tlsHole, http);
        ask("http out", out, tls, http);
        ask("http anon", CallerScope.withoutAccount(), tls, http);
        String pub = "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"s3:Get*\",\"Resource\":\"arn:aws:s3:::data/pub*\"},{\"Effect\":\"Deny\",\"NotPrincipal\":{\"AWS\":\"arn:aws:iam::444455556666:root\"},\"Action\":\"s3:*\",\"Resource\":\"arn:aws:s3:::data/pub/*\",\"Condition\":{\"StringNotEqualsIfExists\":{\"aws:PrincipalOrgID\":\"o-exampleorgid\"},\"NotIpAddress\":{\"aws:SourceIp\":[\"10.0.0.0/8\",\"192.0.2.0/24\"]}}}]}";
        Statement any = Statement.deny("x").everyone().actions("s3:*").build();
        ask("public anon", CallerScope.withoutAccount(), pub, any);
        ask("public out", out, pub, any);
        Statement notpub = Statement.deny("x").everyone().actions("s3:*").resources(Resources.allExcept("arn:aws:s3:::data/pub*")).build();
        ask("other keys", out, pub, notpub);
        String vars = "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"444455556666\"},\"Action\":\"s3:GetObject\",\"Resource\":\"arn:aws:s3:::data/${aws:PrincipalTag/team}/*\"}]}";
        ask("vars", out, vars, any);
        Statement tagged = Statement.deny("x").everyone().actions("s3:*").resources("arn:aws:s3:::data/red/*").when(Condition.of(Comparison.STRING_EQUALS, "aws:PrincipalTag/team", "blue")).build();
        ask("vars tagged", out, vars, tagged);
    }
}
