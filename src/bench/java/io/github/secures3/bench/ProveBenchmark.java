package io.github.secures3.bench;

import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.prove.Assumptions;
import io.github.secures3.analysis.prove.Invariants;
import io.github.secures3.analysis.prove.Prover;
import io.github.secures3.analysis.prove.StandardInvariants;
import io.github.secures3.analysis.prove.Verdict;
import io.github.secures3.analysis.template.EstateReader;
import io.github.secures3.analysis.template.ReadOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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

/** How long proofs about all buckets of an estate take: those that hold for every bucket, and one that a request refutes. */
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ProveBenchmark {

    /** A template, or a directory of them. */
    @Param({
        "examples/quickstart/expected",
        "examples/access-points/expected",
        "src/test/resources/golden/bucket/everything.template.json"
    })
    public String templates;

    private Estate estate;

    /** Reads the templates. */
    @Setup
    public void read() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(templates))) {
            List<Path> all = files.filter(file -> file.toString().endsWith(".template.json"))
                    .sorted()
                    .toList();
            estate = EstateReader.read(all, ReadOptions.defaults());
        }
    }

    /** The invariants that hold for every bucket. */
    @Benchmark
    public List<Verdict> standardInvariants() {
        Prover prover = Prover.of(estate, Assumptions.none());
        List<Verdict> verdicts = new ArrayList<>();
        for (Bucket bucket : estate.buckets()) {
            verdicts.addAll(prover.proveAll(bucket, StandardInvariants.of(prover.factsOf(bucket), null)));
        }
        return verdicts;
    }

    /** An invariant that fails for every bucket, with its counterexamples. */
    @Benchmark
    public List<Verdict> refutation() {
        Prover prover = Prover.of(estate, Assumptions.none());
        return estate.buckets().stream()
                .map(bucket -> prover.prove(bucket, Invariants.onlyReadBy("", List.of("arn:aws:iam::*:role/Nobody"))))
                .toList();
    }
}
