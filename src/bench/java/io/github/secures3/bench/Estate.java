package io.github.secures3.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;

/** An app with a number of buckets, in stacks that stay below the 500 resources that CloudFormation takes. */
final class Estate implements AutoCloseable {

    private static final int BUCKETS_PER_STACK = 100;

    private final Path directory;
    private final App app;

    private Estate(Path directory, App app) {
        this.directory = directory;
        this.app = app;
    }

    static Estate build(Variant variant, int buckets) {
        try {
            Path directory = Files.createTempDirectory("bench");
            App app = new App(AppProps.builder().outdir(directory.toString()).build());
            Variant.Buckets into = null;
            for (int index = 0; index < buckets; index++) {
                if (into == null || index % BUCKETS_PER_STACK == 0) {
                    into = variant.in(new software.amazon.awscdk.Stack(app, "Stack" + index / BUCKETS_PER_STACK));
                }
                into.add("Data" + index);
            }
            return new Estate(directory, app);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path synthesize() {
        app.synth();
        return directory;
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
