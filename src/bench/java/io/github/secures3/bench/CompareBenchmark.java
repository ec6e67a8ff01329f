package io.github.secures3.bench;

import io.github.secures3.analysis.prove.Assumptions;
import io.github.secures3.analysis.prove.PolicyComparison;
import io.github.secures3.policy.PolicyDocument;
import io.github.secures3.policy.PolicyType;
import io.github.secures3.policy.json.PolicyReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How long it takes to compare two policies of the given number of statements, with wildcards in actions, resources and conditions. */
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class CompareBenchmark {

    /** Statements in each of the two policies. */
    @Param({"5", "20", "50", "100", "200"})
    public int statements;

    /** What the policies are attached to. */
    @Param({"IDENTITY", "RESOURCE"})
    public PolicyType type;

    private PolicyDocument base;
    private PolicyDocument narrowed;
    private PolicyDocument widened;

    /** Builds the policies. */
    @Setup
    public void prepare() {
        List<String> all = new ArrayList<>();
        for (int at = 0; at < statements; at++) {
            all.add(statement(at));
        }
        base = document(all);
        List<String> narrower = new ArrayList<>();
        all.forEach(each -> narrower.add(each.replace("/in-*/", "/in-2026-*/").replace("s3:Get*", "s3:GetObject*")));
        Collections.reverse(narrower);
        narrowed = document(narrower);
        narrower.set(statements - 1, all.get(0).replace("/in-*/", "/*/"));
        widened = document(narrower);
    }

    /** Each Allow narrower than before, in another order: there is nothing to find, so that all has to be ruled out. */
    @Benchmark
    public PolicyComparison.Result noNewAccess() {
        return expect(PolicyComparison.Answer.NO_NEW_ACCESS, narrowed);
    }

    /** The same, but one resource wider than before. */
    @Benchmark
    public PolicyComparison.Result newAccess() {
        return expect(PolicyComparison.Answer.NEW_ACCESS, widened);
    }

    private PolicyComparison.Result expect(PolicyComparison.Answer answer, PolicyDocument head) {
        PolicyComparison.Result result = PolicyComparison.compare(type, base, head, Assumptions.DEFAULT_STEPS);
        if (result.verdict() != answer) {
            throw new IllegalStateException(result.toString());
        }
        return result;
    }

    private PolicyDocument document(List<String> all) {
        return PolicyReader.read("{\"Version\":\"2012-10-17\",\"Statement\":[" + String.join(",", all) + "]}", type);
    }

    private String statement(int at) {
        boolean deny = at % 5 == 4;
        String who = type == PolicyType.RESOURCE
                ? "\"Principal\":" + (deny ? "\"*\"" : "{\"AWS\":\"arn:aws:iam::111122223333:role/R" + at % 7 + "\"}")
                        + ","
                : "";
        String condition = deny
                ? "\"Bool\":{\"aws:SecureTransport\":\"false\"}"
                : switch (at % 4) {
                    case 0 -> "\"StringLike\":{\"aws:PrincipalTag/team\":\"t" + at + "-*\"}";
                    case 1 -> "\"IpAddress\":{\"aws:SourceIp\":\"10." + at % 200 + ".0.0/16\"}";
                    case 2 -> "\"StringEquals\":{\"aws:SourceVpce\":\"vpce-" + at + "\"}";
                    default -> "\"ArnLike\":{\"aws:PrincipalArn\":\"arn:aws:iam::*:role/app-" + at + "-*\"}";
                };
        String actions =
                deny ? "\"s3:*\"" : at % 3 == 0 ? "[\"s3:Get*\",\"s3:List*\"]" : "[\"s3:Put*\",\"s3:GetObject?*\"]";
        String resource = deny ? "arn:aws:s3:::team-" + at + "-*" : "arn:aws:s3:::team-" + at + "-*/in-*/*.csv";
        return "{\"Sid\":\"S" + at + "\",\"Effect\":\"" + (deny ? "Deny" : "Allow") + "\"," + who + "\"Action\":"
                + actions + ",\"Resource\":\"" + resource + "\",\"Condition\":{" + condition + "}}";
    }
}
