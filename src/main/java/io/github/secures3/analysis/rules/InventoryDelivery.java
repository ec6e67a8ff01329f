package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.Inventory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Finds inventories that the policy of their destination, or of its key, does not let S3 write. The policies are judged by deciding the request that S3
 * makes.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/configure-inventory.html#configure-inventory-destination-bucket-policy">Destination bucket policy</a>
 * @since 0.1
 */
public final class InventoryDelivery implements Rule {

    private static final String ARRIVES = "the inventory arrives";
    private static final RuleProfile PROFILE = RuleProfile.of(
                    "inventory.delivery",
                    Severity.WARNING,
                    "Inventories arrive",
                    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/configure-inventory.html")
            .build();

    @Override
    public RuleProfile profile() {
        return PROFILE;
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> findings) {
        Claims claims = new Claims(this, findings);
        for (Bucket bucket : context.estate().buckets()) {
            for (Inventory inventory : bucket.inventories().known().orElse(List.of())) {
                if (inventory.enabled().mayBe(on -> on)) {
                    check(context, bucket, inventory, claims);
                }
            }
        }
    }

    private static void check(CheckContext context, Bucket source, Inventory inventory, Claims claims) {
        String arn = inventory.destination().asText().orElse("");
        Optional<Bucket> destination = context.estate().buckets().stream()
                .filter(bucket -> bucket.arn().equals(arn))
                .findFirst();
        if (destination.isEmpty()) {
            claims.add(claims.undecided(
                            source.element(),
                            ARRIVES,
                            "the destination " + arn + " is not in the templates",
                            "check the template of the destination together with this one")
                    .at(Claims.place(source.element(), inventory.destination())));
            return;
        }
        ServiceRequest delivery = new ServiceRequest(
                "s3.amazonaws.com",
                "s3:PutObject",
                arn + "/"
                        + inventory
                                .prefix()
                                .asText()
                                .map(prefix -> prefix + "/")
                                .orElse("") + "data/all/manifest.json",
                Map.of(
                        "aws:SourceArn",
                        List.of(source.arn()),
                        "aws:SourceAccount",
                        Deployed.account(context.estate(), source.element()).stream()
                                .toList(),
                        "s3:x-amz-acl",
                        List.of("bucket-owner-full-control")));
        ServiceRequest.Answer answer = delivery.decide(context);
        claims.require(
                source.element(),
                Claims.place(source.element(), inventory.destination()),
                answer.allowed(),
                ARRIVES,
                "the destination does not let S3 write the inventory",
                "allow s3.amazonaws.com to s3:PutObject into the destination, and to kms:GenerateDataKey* with its key",
                delivery + ": " + answer.reason());
    }
}
