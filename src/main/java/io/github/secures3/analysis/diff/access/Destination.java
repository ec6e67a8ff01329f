package io.github.secures3.analysis.diff.access;

import io.github.secures3.analysis.model.BackupPlan;
import io.github.secures3.analysis.model.BackupRule;
import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.model.Inventory;
import io.github.secures3.analysis.model.Location;
import io.github.secures3.analysis.model.Notification;
import io.github.secures3.analysis.model.Replication;
import io.github.secures3.analysis.model.ReplicationRule;
import io.github.secures3.analysis.model.Resource;
import io.github.secures3.analysis.model.Stack;
import io.github.secures3.analysis.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place that something goes to.
 *
 * @param what what goes there, such as {@code copies}
 * @param place the place, as an ARN; markers for unknown parts included
 * @param account its account where the template states one
 * @param isSure whether it is known to be in another account
 * @param at where the template names it
 */
record Destination(String what, String place, Optional<String> account, boolean isSure, Location at) {

    private static final Pattern ID = Pattern.compile("\\d{12}");
    private static final Pattern TABLE_BUCKET = Pattern.compile("()\"DestinationTableBucketARN\":\"([^\"]+)\"");
    private static final Pattern BUCKET = Pattern.compile(
            "\"(?:S3Bucket)?Destination\":\\{(?:\"(?:Bucket)?AccountId\":\"?([^\",]+)\"?,)?\"(?:Bucket)?Arn\":\"([^\"]+)\"");

    static List<Destination> of(Bucket bucket) {
        List<Destination> all = new ArrayList<>();
        addUnknown("copies", bucket.replication().part(Replication::rules), all);
        addUnknown("inventories", bucket.inventories(), all);
        addUnknown("events", bucket.notifications(), all);
        for (ReplicationRule rule : known(bucket.replication().part(Replication::rules))) {
            if (!rule.status().isSurely("Disabled"::equals)) {
                add("copies", rule.destination(), rule.account(), all);
            }
        }
        for (Inventory inventory : known(bucket.inventories())) {
            if (!inventory.enabled().isSurely(on -> !on)) {
                add("inventories", inventory.destination(), inventory.account(), all);
            }
        }
        for (Notification notification : known(bucket.notifications())) {
            add("events", notification.target(), Value.absent(), all);
        }
        all.addAll(within(bucket, "AnalyticsConfigurations", "storage class analyses", BUCKET));
        return all;
    }

    /** Where table buckets are replicated to, and dashboards exported. */
    static List<Destination> of(Resource resource) {
        return switch (resource.element().type()) {
            case "AWS::S3Tables::TableBucket" -> within(resource, "ReplicationConfiguration", "copies", TABLE_BUCKET);
            case "AWS::S3::StorageLens" -> within(resource, "StorageLensConfiguration", "metrics", BUCKET);
            default -> List.of();
        };
    }

    /** The places that a property names, whose members are in the order of their names. */
    private static List<Destination> within(Resource resource, String property, String what, Pattern pattern) {
        Value<String> value = resource.element().property(property);
        List<Destination> all = new ArrayList<>();
        addUnknown(what, value, all);
        value.place().filter(at -> !value.isUnknown()).ifPresent(at -> {
            Matcher matcher = pattern.matcher(value.asText().orElse(""));
            while (matcher.find()) {
                String arn = matcher.group(2);
                Optional<String> stated = Optional.ofNullable(matcher.group(1))
                        .filter(account -> !account.isEmpty())
                        .or(() -> new NamedPlace(arn).account());
                all.add(new Destination(what, arn, stated, false, at));
            }
        });
        return all;
    }

    static List<Destination> of(BackupPlan plan) {
        List<Destination> all = new ArrayList<>();
        addUnknown("copies of backups", plan.rules(), all);
        for (BackupRule rule : known(plan.rules())) {
            known(rule.copies()).forEach(copy -> add("copies of backups", copy.vault(), Value.absent(), all));
        }
        return all;
    }

    private static <T> List<T> known(Value<List<T>> values) {
        return values.known().orElse(List.of());
    }

    private static void addUnknown(String what, Value<?> list, List<Destination> all) {
        if (list.isUnknown()) {
            list.place()
                    .ifPresent(at ->
                            all.add(new Destination(what, list.asText().orElse(""), Optional.empty(), false, at)));
        }
    }

    private static void add(String what, Value<String> place, Value<String> account, List<Destination> all) {
        place.place().ifPresent(at -> {
            String arn = place.asText().orElse("");
            Optional<String> stated = account.asText().or(() -> new NamedPlace(arn).account());
            all.add(new Destination(what, arn, stated, false, at));
        });
    }

    /** The same where it is or is not known to be in another account. */
    Destination sure(boolean known) {
        return new Destination(what, place, account, known, at);
    }

    /** Whether the place is a resource of the templates, so that who gets at it there is seen. */
    boolean isIn(Estate estate) {
        return new NamedPlace(place).isIn(estate);
    }

    /** Whether it is in another account than the resource; empty where that cannot be told. */
    Optional<Boolean> isForeign(Resource resource, Estate estate) {
        Optional<String> own =
                estate.stack(resource.element().stack()).map(Stack::account).flatMap(Value::asText);
        if (account.isEmpty() || own.isEmpty()) {
            return Optional.empty();
        }
        if (own.equals(account)) {
            return Optional.of(false);
        }
        boolean both =
                ID.matcher(own.get()).matches() && ID.matcher(account.get()).matches();
        return both ? Optional.of(true) : Optional.empty();
    }
}
