package io.github.secures3.analysis.evaluate.estate;

import io.github.secures3.analysis.evaluate.BlockPublicAccess;
import io.github.secures3.analysis.model.PublicAccessBlock;
import io.github.secures3.analysis.model.Value;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Block Public Access of a bucket or access point as a template states it.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html">Blocking public access</a>
 */
final class PublicAccessSettings {

    private PublicAccessSettings() {}

    /** Empty where a setting is unknown. Without the block the service's default holds, which blocks; a setting left out of it is off. */
    static Optional<BlockPublicAccess> of(Value<PublicAccessBlock> block) {
        if (block.isAbsent()) {
            return Optional.of(BlockPublicAccess.all());
        }
        return block.known()
                .filter(settings -> Stream.of(
                                settings.blockPublicAcls(),
                                settings.ignorePublicAcls(),
                                settings.blockPublicPolicy(),
                                settings.restrictPublicBuckets())
                        .noneMatch(Value::isUnknown))
                .map(settings -> new BlockPublicAccess(
                        isOn(settings.blockPublicAcls()),
                        isOn(settings.ignorePublicAcls()),
                        isOn(settings.blockPublicPolicy()),
                        isOn(settings.restrictPublicBuckets())));
    }

    private static boolean isOn(Value<Boolean> setting) {
        return setting.isSurely(on -> on);
    }
}
