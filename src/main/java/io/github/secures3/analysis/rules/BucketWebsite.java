package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.Value;
import io.github.secures3.analysis.model.Website;
import java.util.function.Consumer;

/**
 * Finds buckets with website hosting: a website endpoint answers over plain HTTP alone, to everybody, and needs a bucket that is public. One that
 * redirects all requests holds nothing and is left out.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/WebsiteEndpoints.html">Website endpoints</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html">Origin access control</a>
 * @since 0.1
 */
public final class BucketWebsite implements Rule {

    private static final RuleProfile PROFILE = RuleProfile.of(
                    "bucket.website",
                    Severity.WARNING,
                    "The bucket is not a website endpoint",
                    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/WebsiteHosting.html")
            .covers(Framework.CDK_NAG, "AwsSolutions-S5")
            .build();

    @Override
    public RuleProfile profile() {
        return PROFILE;
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> findings) {
        Claims claims = new Claims(this, findings);
        for (Bucket bucket : context.estate().buckets()) {
            Value<Website> website = bucket.website();
            claims.require(
                    bucket.element(),
                    Claims.place(bucket.element(), website),
                    Values.isStated(website)
                            .and(Values.isStated(website.known()
                                            .map(Website::redirectAllRequestsTo)
                                            .orElse(Value.absent()))
                                    .not())
                            .not(),
                    "the bucket is no website endpoint",
                    "the website endpoint serves the bucket over plain HTTP, and to everybody",
                    "remove WebsiteConfiguration, and serve the bucket through CloudFront with origin access control",
                    Claims.shown("WebsiteConfiguration", website));
        }
    }
}
