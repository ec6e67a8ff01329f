package io.github.secures3.bench;

import io.github.secures3.constructs.accesspoint.AccessPoint;
import io.github.secures3.constructs.accesspoint.AccessPointSet;
import io.github.secures3.constructs.accesspoint.AccessPointSpread;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.s3.Bucket;

/**
 * Builds and synthesizes access point sets of growing size, each point with one reader and one writer, and prints what a point costs: time
 * to build, time to synthesize, and the most memory that the Java and the Node.js process held so far.
 *
 * <p>Arguments: the numbers of points, smallest first; 10,000 if none are given. A first small set that is not counted warms both processes
 * up. The CDK keeps what was built for as long as its process lives, so give one number where memory is asked for.
 */
public final class AccessPointBenchmark {

    private static final int WARM_UP = 500;
    private static final double NANOS_A_MILLISECOND = 1e6;

    private AccessPointBenchmark() {}

    /** Runs the sizes one after another and prints a line for each. */
    public static void main(String[] args) throws IOException {
        measure(WARM_UP);
        System.out.println(
                " points | stacks | build s | synth s | build ms/point | synth ms/point | Java MB | Node.js MB");
        for (String size : args.length == 0 ? new String[] {"10000"} : args) {
            System.out.println(measure(Integer.parseInt(size)));
        }
    }

    private static String measure(int size) throws IOException {
        Path directory = Files.createTempDirectory("access-points");
        int stacks = AccessPointSpread.stacksFor(size);
        long start = System.nanoTime();
        App app = new App(AppProps.builder()
                .outdir(directory.toString())
                .treeMetadata(false)
                .analyticsReporting(false)
                .build());
        Stack stack = new Stack(
                app,
                "Platform",
                StackProps.builder()
                        .env(Environment.builder()
                                .account("111122223333")
                                .region("eu-west-1")
                                .build())
                        .build());
        AccessPointSet.Builder.create(stack, "Points")
                .bucket(Bucket.fromBucketName(stack, "Data", "example-data"))
                .accessPoints(points(size))
                .bucketDelegatesAlready()
                .spread(AccessPointSpread.stacks(stacks))
                .build();
        long built = System.nanoTime();
        app.synth();
        long synthesized = System.nanoTime();
        long java = peakBytes(ProcessHandle.current().pid());
        long node = nodePeakBytes();
        delete(directory);
        return String.format(
                Locale.ROOT,
                "%7d | %6d | %7.1f | %7.1f | %14.2f | %14.2f | %7d | %10d",
                size,
                stacks,
                (built - start) / NANOS_A_MILLISECOND / 1000,
                (synthesized - built) / NANOS_A_MILLISECOND / 1000,
                (built - start) / NANOS_A_MILLISECOND / size,
                (synthesized - built) / NANOS_A_MILLISECOND / size,
                java >> 20,
                node >> 20);
    }

    private static List<AccessPoint> points(int size) {
        List<AccessPoint> points = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            String application = "application-" + i;
            points.add(AccessPoint.Builder.create(application)
                    .readers(application + "/", "arn:aws:iam::111122223333:role/" + application + "-reader")
                    .writers(application + "/in/", "arn:aws:iam::111122223333:role/" + application + "-writer")
                    .build());
        }
        return points;
    }

    /** The most memory of the processes below this one, which are those of Node.js. */
    private static long nodePeakBytes() {
        return ProcessHandle.current()
                .descendants()
                .mapToLong(process -> peakBytes(process.pid()))
                .sum();
    }

    /** The most resident memory that a process ever held; 0 where the system has no /proc. */
    private static long peakBytes(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024)
                    .sum();
        } catch (IOException gone) {
            return 0;
        }
    }

    private static void delete(Path directory) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(directory)) {
            files = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }
    }
}
