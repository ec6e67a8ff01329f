package io.github.secures3.analysis.evaluate;

import io.github.secures3.analysis.evaluate.matching.ContextValue;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The tags of a bucket or access point, as far as they are known.
 *
 * @param known the tags that are known
 * @param complete whether these are all; otherwise the resource may have others
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/tagging.html#using-tags-for-abac">Using tags for ABAC</a>
 * @since 0.1
 */
public record ResourceTags(Map<String, String> known, boolean complete) {

    private static final ResourceTags UNSTATED = new ResourceTags(Map.of(), true);

    /** Copies the tags. */
    public ResourceTags {
        known = Map.copyOf(known);
    }

    /** Tags about which nobody said anything. */
    public static ResourceTags unstated() {
        return UNSTATED;
    }

    /** These tags and no others; without any, nobody said. */
    public static ResourceTags of(Map<String, String> all) {
        return new ResourceTags(all, true);
    }

    /** What a condition sees of the tag: it is unknown where a tag whose key is not known may be it; null where nobody said. */
    @Nullable
    ContextValue find(String key) {
        for (Map.Entry<String, String> tag : known.entrySet()) {
            if (tag.getKey().equalsIgnoreCase(key)) {
                return ContextValue.of(tag.getValue());
            }
        }
        if (!complete) {
            return ContextValue.UNKNOWN;
        }
        return known.isEmpty() ? null : ContextValue.ABSENT;
    }
}
