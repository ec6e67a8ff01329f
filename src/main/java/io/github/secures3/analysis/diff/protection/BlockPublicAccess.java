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
 * Block Public Access of a bucket, an access point or a multi-Region access point, setting by setting. Where a template leaves it out all four are
 * on, as S3 has them for what is new; where it states some, those left out are off.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html">Block Public Access</a>
 * @since 0.1
 */
public final class BlockPublicAccess implements DiffEvaluator {

    private static final Fact FACT = Fact.of("block-public-access", Kind.PROTECTION, Severity.ERROR);
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
    public List<Change> evaluate(Differences differences) {
        List<Change> changes = new ArrayList<>();
        for (Pair<Resource> pair : differences.pairs()) {
            Value<PublicAccessBlock> base = block(pair.base());
            Value<PublicAccessBlock> head = block(pair.head());
            FLAGS.forEach((name, flag) -> setting(name)
                    .compare(pair, flag(base, flag), flag(head, flag))
                    .ifPresent(changes::add));
        }
        return changes;
    }

    private static Setting<Boolean> setting(String name) {
        return Setting.<Boolean>of(
                        FACT,
                        name,
                        "switch " + name + " on again; share with named accounts rather than with everyone",
                        Comparator.naturalOrder())
                .byDefault(true)
                .inWords(on -> on ? "on" : "off");
    }

    private static Value<Boolean> flag(
            Value<PublicAccessBlock> block, Function<PublicAccessBlock, Value<Boolean>> flag) {
        return block.part(stated -> {
            Value<Boolean> value = flag.apply(stated);
            return value.isAbsent() ? new Value.Known<>(false, block.place().orElseThrow()) : value;
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
