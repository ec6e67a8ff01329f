package io.github.secures3.bench;

import io.github.secures3.analysis.evaluate.AccessRequest;
import io.github.secures3.analysis.evaluate.AttachedPolicy;
import io.github.secures3.analysis.evaluate.Decision;
import io.github.secures3.analysis.evaluate.Evaluator;
import io.github.secures3.analysis.evaluate.RequestPrincipal;
import io.github.secures3.analysis.evaluate.Situation;
import io.github.secures3.analysis.evaluate.scenario.ScenarioRun;
import io.github.secures3.policy.PolicyType;
import io.github.secures3.policy.json.PolicyReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Decisions per second on one core, an identity policy and a bucket policy of the given number of statements each. */
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class EvaluateBenchmark {

    /** Statements in each of the two policies. */
    @Param({"1", "20", "100", "400"})
    public int statements;

    private static final int LINES = 500;

    private AccessRequest request;
    private Situation situation;
    private byte[] sameDocuments;
    private byte[] newDocuments;

    /** Builds the policies. */
    @Setup
    public void prepare() {
        Map<String, List<String>> context =
                Map.of("aws:SecureTransport", List.of("true"), "aws:PrincipalTag/team", List.of("red"));
        request = AccessRequest.of(
                RequestPrincipal.parse("arn:aws:sts::111122223333:assumed-role/Reader/alice"),
                "s3:GetObject",
                "arn:aws:s3:::data/team/red/2026/report.csv",
                context);
        situation = Situation.builder()
                .identityPolicies(List.of(AttachedPolicy.of(PolicyReader.read(policy(false, ""), PolicyType.IDENTITY))))
                .resourcePolicy(AttachedPolicy.of(PolicyReader.read(policy(true, ""), PolicyType.RESOURCE)))
                .resourceAccount("111122223333")
                .build();
        StringBuilder same = new StringBuilder();
        StringBuilder each = new StringBuilder();
        for (int line = 0; line < LINES; line++) {
            same.append(line("", line)).append('\n');
            each.append(line("L" + line, line)).append('\n');
        }
        sameDocuments = same.toString().getBytes(StandardCharsets.UTF_8);
        newDocuments = each.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The decision alone, on prepared policies. */
    @Benchmark
    public Decision decide() {
        return Evaluator.decide(request, situation);
    }

    /** As the command does it, bytes in and bytes out; the lines carry the same documents with different requests. */
    @Benchmark
    @OperationsPerInvocation(LINES)
    public ScenarioRun.Summary linesWithTheSamePolicies() throws IOException {
        return answer(sameDocuments);
    }

    /** As the command does it, where each line has documents that no other has. */
    @Benchmark
    @OperationsPerInvocation(LINES)
    public ScenarioRun.Summary linesWithNewPolicies() throws IOException {
        return answer(newDocuments);
    }

    private static ScenarioRun.Summary answer(byte[] lines) throws IOException {
        PrintWriter out = new PrintWriter(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        return ScenarioRun.answer(new InputStreamReader(new ByteArrayInputStream(lines), StandardCharsets.UTF_8), out);
    }

    private String line(String sids, int number) {
        return "{\"name\": \"read " + number
                + "\", \"request\": {\"principal\": \"arn:aws:sts::111122223333:assumed-role/Reader/alice\","
                + " \"action\": \"s3:GetObject\", \"resource\": \"arn:aws:s3:::data/team/red/2026/" + number + ".csv\","
                + " \"resourceAccount\": \"111122223333\", \"context\": {\"aws:SecureTransport\": \"true\","
                + " \"aws:PrincipalTag/team\": \"red\"}}, \"identityPolicies\": [" + policy(false, sids)
                + "], \"resourcePolicy\": " + policy(true, sids) + "}";
    }

    private String policy(boolean bucket, String sids) {
        StringBuilder json = new StringBuilder("{\"Version\":\"2012-10-17\",\"Statement\":[");
        for (int at = 0; at < statements; at++) {
            boolean deny = at % 4 == 3;
            json.append(at == 0 ? "" : ",")
                    .append("{\"Sid\":\"S")
                    .append(sids)
                    .append(at)
                    .append("\",\"Effect\":\"")
                    .append(deny ? "Deny" : "Allow")
                    .append('"')
                    .append(
                            bucket
                                    ? ",\"Principal\":"
                                            + (deny
                                                    ? "\"*\""
                                                    : "{\"AWS\":\"arn:aws:iam::111122223333:role/R" + at + "\"}")
                                    : "")
                    .append(",\"Action\":[\"s3:Get*\",\"s3:PutObject\"],\"Resource\":\"arn:aws:s3:::data/team/")
                    .append(at == 0 ? "red" : deny ? "*" : "t" + at)
                    .append("/*\",\"Condition\":{")
                    .append(
                            deny
                                    ? "\"Bool\":{\"aws:SecureTransport\":\"false\"}"
                                    : "\"StringEquals\":{\"aws:PrincipalTag/team\":\"red\"}")
                    .append("}}");
        }
        return json.append("]}").toString();
    }
}
