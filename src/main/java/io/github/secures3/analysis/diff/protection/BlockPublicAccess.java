package io.github.secures3.analysis.diff.protection;

import io.github.secures3.analysis.diff.difference.Change;
import io.github.secures3.analysis.diff.difference.DiffEvaluator;
import io.github.secures3.analysis.diff.difference.Differences;
import io.github.secures3.analysis.diff.difference.Fact;
import io.github.secures3.analysis.diff.difference.Kind;
import io.github.secures3.analysis.diff.difference.Pair;
import io.github.secures3.analysis.diff.difference.Setting;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.AccessPoint;
import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.MultiRegionAccessPoint;
import io.github.secures3.analysis.model.PublicAccessBlock;
import io.github.secures3.analysis.model.Resource;
import io.github.secures3.analysis.model.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Block Public Access of a bucket, an access point or a multi-Region access point, setting by setting. Where a template states some settings those
 * left out are off. Where it states none, S3 has all four on for what is new, but nothing keeps them on: that protects less than stating them,
 * and more than switching them off. What is new counts where it states a setting as off.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html">Block Public Access</a>
 * @since 0.1
 */
public final class BlockPublicAccess implements DiffEvaluator {

    private static final Fact FACT =
            Fact.of("block-public-access", "Block Public Access stays on", Kind.PROTECTION, Severity.ERROR);
    private static final String ON = "on";
    private static final String UP_TO_S3 = "up to S3";
    private static final String OFF = "off";
    private static final Map<String, Function<PublicAccessBlock, Value<Boolean>>> FLAGS = flags();

    private static Map<String, Function<PublicAccessBlock, Value<Boolean>>> flags() {
        Map<String, Function<PublicAccessBlock, Value<Boolean>>> flags = new LinkedHashMap<>();
        flags.put("BlockPublicAcls", PublicAccessBlock::blockPublicAcls);
        flags.put("IgnorePublicAcls", PublicAccessBlock::ignorePublicAcls);
        flags.put("BlockPublicPolicy", PublicAccessBlock::blockPublicPolicy);
        flags.put("RestrictPublicBuckets", PublicAccessBlock::restrictPublicBuckets);
        return flags;
    }

    @Override
    public List<Fact> facts() {
        return List.of(FACT);
    }

    @Override
    public List<Change> evaluate(Differences differences) {
        List<Change> changes = new ArrayList<>();
        for (Pair<Resource> pair : differences.pairs()) {
            Value<PublicAccessBlock> base = block(pair.base());
            Value<PublicAccessBlock> head = block(pair.head());
            FLAGS.forEach((name, flag) -> setting(name)
                    .compare(pair, flag(base, flag), flag(head, flag))
                    .ifPresent(changes::add));
        }
        for (Resource resource : differences.added()) {
            Value<PublicAccessBlock> head = block(resource);
            FLAGS.forEach((name, flag) ->
                    setting(name).added(resource, flag(head, flag)).ifPresent(changes::add));
        }
        for (Resource resource : differences.removed()) {
            Value<PublicAccessBlock> base = block(resource);
            FLAGS.forEach((name, flag) ->
                    setting(name).removed(resource, flag(base, flag)).ifPresent(changes::add));
        }
        return changes;
    }

    private static Setting<String> setting(String name) {
        return Setting.<String>of(
                        FACT,
                        name,
                        "switch " + name + " on again; share with named accounts rather than with everyone",
                        Comparator.comparing(List.of(OFF, UP_TO_S3, ON)::indexOf))
                .byDefault(UP_TO_S3);
    }

    private static Value<String> flag(
            Value<PublicAccessBlock> block, Function<PublicAccessBlock, Value<Boolean>> flag) {
        return block.part(stated -> {
            Value<Boolean> value = flag.apply(stated);
            if (value.isAbsent()) {
                return new Value.Known<>(OFF, block.place().orElseThrow());
            }
            return value.part(
                    on -> new Value.Known<>(on ? ON : OFF, value.place().orElseThrow()));
        });
    }

    private static Value<PublicAccessBlock> block(Resource resource) {
        if (resource instanceof Bucket bucket) {
            return bucket.publicAccessBlock();
        } else if (resource instanceof AccessPoint point) {
            return point.publicAccessBlock();
        }
        return resource instanceof MultiRegionAccessPoint point ? point.publicAccessBlock() : Value.absent();
    }
}
