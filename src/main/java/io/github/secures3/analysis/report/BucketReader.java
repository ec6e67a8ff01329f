package io.github.secures3.analysis.report;

import java.util.ArrayList;
import java.util.List;

/** Reads the buckets of a template. */
final class BucketReader {
    private BucketReader() {}

    static TemplateProtections read(Template template, List<String> notes) {
        List<String> stack = ConstructPath.stack(template);
        List<BucketProtections> buckets = template.ofType("AWS::S3::Bucket").stream()
                .map(bucket -> read(bucket, template, stack))
                .toList();
        int keys = template.ofType("AWS::KMS::Key").size();
        return new TemplateProtections(template.file(), Words.printable(template.stack()), buckets, keys, notes);
    }

    private static BucketProtections read(Resource bucket, Template template, List<String> stack) {
        List<LifecycleRule> rules = LifecycleRule.of(bucket);
        BucketPolicy policy = BucketPolicy.of(bucket, template);
        List<Protection> protections = List.of(
                PublicAccess.of(bucket),
                Encryption.of(bucket, template),
                Versions.of(bucket, rules),
                Versions.lock(bucket),
                Delivery.logs(bucket, template),
                LifecycleRule.lifecycle(rules),
                Delivery.events(bucket, template),
                Delivery.replication(bucket, template),
                Deletion.of(bucket, template),
                policy.protection());
        return new BucketProtections(
                bucket.path().map(path -> ConstructPath.shorten(path, stack)).orElse(null),
                Words.printable(bucket.id()),
                bucket.condition().orElse(null),
                protections,
                policy.denies(),
                optOuts(bucket));
    }

    private static List<String> optOuts(Resource bucket) {
        Value optOuts = bucket.attribute("Metadata").get("SecureS3").get("OptOuts");
        List<String> lines = new ArrayList<>();
        optOuts.node().properties().forEach(optOut -> {
            String reason = Value.of("reason", optOut.getValue()).text().orElse("no readable reason");
            lines.add(Words.printable(optOut.getKey()) + ": " + reason);
        });
        return lines;
    }
}
