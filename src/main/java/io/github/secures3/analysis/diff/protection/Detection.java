package io.github.secures3.analysis.diff.protection;

import io.github.secures3.analysis.diff.difference.Change;
import io.github.secures3.analysis.diff.difference.DiffEvaluator;
import io.github.secures3.analysis.diff.difference.Differences;
import io.github.secures3.analysis.diff.difference.Direction;
import io.github.secures3.analysis.diff.difference.Fact;
import io.github.secures3.analysis.diff.difference.Kind;
import io.github.secures3.analysis.diff.difference.Pair;
import io.github.secures3.analysis.diff.difference.Presence;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.Element;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.model.Resource;
import io.github.secures3.analysis.model.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What watches over the data: GuardDuty, Macie, IAM Access Analyzer, AWS Config, Security Hub, event data stores, and alarms and rules about S3, KMS,
 * backups, their findings and what trails record. What is gone or switched off weakens; another change of it is undecided, for what it no longer sees only its service can tell.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/monitoring-overview.html">Monitoring Amazon S3</a>
 * @since 0.1
 */
public final class Detection implements DiffEvaluator {

    private static final Fact FACT =
            Fact.of("detection", "what watches over the data goes on watching", Kind.PROTECTION, Severity.WARNING);
    private static final int LONGEST = 120;
    private static final String FIX = "watch as before, or make sure that something else does";

    /** Types by what they are called. */
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("AWS::GuardDuty::Detector", "GuardDuty detector"),
            Map.entry("AWS::GuardDuty::MalwareProtectionPlan", "malware protection plan"),
            Map.entry("AWS::Macie::Session", "Macie session"),
            Map.entry("AWS::AccessAnalyzer::Analyzer", "access analyzer"),
            Map.entry("AWS::Config::ConfigurationRecorder", "configuration recorder"),
            Map.entry("AWS::Config::ConfigRule", "Config rule"),
            Map.entry("AWS::Config::OrganizationConfigRule", "Config rule of the organization"),
            Map.entry("AWS::Config::ConformancePack", "conformance pack"),
            Map.entry("AWS::Config::DeliveryChannel", "delivery channel of Config"),
            Map.entry("AWS::Config::RemediationConfiguration", "remediation of a Config rule"),
            Map.entry("AWS::Config::OrganizationConformancePack", "conformance pack of the organization"),
            Map.entry("AWS::SecurityHub::Hub", "Security Hub"),
            Map.entry("AWS::SecurityHub::HubV2", "Security Hub"),
            Map.entry("AWS::SecurityHub::Standard", "Security Hub standard"),
            Map.entry("AWS::SecurityHub::ConfigurationPolicy", "Security Hub configuration policy"),
            Map.entry("AWS::SecurityHub::PolicyAssociation", "association of a Security Hub configuration policy"),
            Map.entry("AWS::S3::StorageLens", "Storage Lens dashboard"),
            Map.entry("AWS::CloudTrail::EventDataStore", "event data store"),
            Map.entry("AWS::Logs::MetricFilter", "metric filter"),
            Map.entry("AWS::CloudWatch::Alarm", "alarm"),
            Map.entry("AWS::Events::Rule", "event rule"));

    private static final List<String> SOURCES = List.of(
            "aws.s3",
            "aws.kms",
            "aws.guardduty",
            "aws.macie",
            "aws.backup",
            "aws.access-analyzer",
            "aws.securityhub",
            "aws.config");
    private static final Set<String> WITHOUT_EFFECT = Set.of(
            "Tags",
            "Description",
            "AlarmDescription",
            "AlarmName",
            "Name",
            "RuleName",
            "ConfigRuleName",
            "AnalyzerName");
    private static final Map<String, String> OFF = Map.of(
            "Enable",
            "false",
            "State",
            "DISABLED",
            "ActionsEnabled",
            "false",
            "Status",
            "PAUSED",
            "IngestionEnabled",
            "false",
            "TerminationProtectionEnabled",
            "false");
    private static final Set<String> PERIODS = Set.of("RetentionPeriod");
    private static final List<String> VAULTS =
            List.of("AWS::Backup::BackupVault", "AWS::Backup::LogicallyAirGappedBackupVault");
    private static final Presence NOTIFICATIONS =
            new Presence(FACT, "Notifications", "what the vault tells of its jobs", FIX);
    /** Fields of what CloudTrail writes. */
    private static final List<String> OF_TRAILS =
            List.of("$.event", "$.userIdentity", "$.errorCode", "$.requestParameters");

    @Override
    public List<Fact> facts() {
        return List.of(FACT);
    }

    @Override
    public List<Change> evaluate(Differences differences) {
        List<Change> changes = new ArrayList<>();
        String metrics = metrics(differences.base()) + metrics(differences.head());
        differences
                .removed()
                .forEach(resource -> word(resource, metrics)
                        .ifPresent(word -> changes.add(
                                FACT.removed(resource, Direction.WEAKENED, "the " + word + " is gone", FIX))));
        differences
                .added()
                .forEach(resource -> word(resource, metrics)
                        .ifPresent(word -> changes.add(
                                FACT.added(resource, Direction.STRENGTHENED, "the " + word + " is new", FIX))));
        for (Pair<Resource> pair : differences.pairs()) {
            word(pair.base(), metrics)
                    .or(() -> word(pair.head(), metrics))
                    .ifPresent(word -> compare(pair, word, changes));
            if (VAULTS.contains(pair.head().element().type())) {
                NOTIFICATIONS.compare(pair).ifPresent(changes::add);
            }
        }
        return changes;
    }

    /** Whether resources of a type watch over something. */
    public static boolean isType(String type) {
        return TYPES.containsKey(type);
    }

    /** The metrics that are counted from what CloudTrail writes, as JSON; alarms watch them under names of their own. */
    private static String metrics(Estate estate) {
        return estate.resources().stream()
                .map(Resource::element)
                .filter(element -> element.type().equals("AWS::Logs::MetricFilter") && isOfTrail(element))
                .map(element ->
                        element.property("MetricTransformations").asText().orElse(""))
                .collect(Collectors.joining());
    }

    private static boolean isOfTrail(Element filter) {
        Value<String> pattern = filter.property("FilterPattern");
        return pattern.isUnknown()
                || OF_TRAILS.stream().anyMatch(pattern.asText().orElse("")::contains);
    }

    /** What the resource is called if it watches over data. */
    private static Optional<String> word(Resource resource, String metrics) {
        Element element = resource.element();
        boolean counts = switch (element.type()) {
            case "AWS::CloudWatch::Alarm" -> {
                String text = element.property("Namespace").asText().orElse("")
                        + element.property("Metrics").asText().orElse("");
                String metric = element.property("MetricName").asText().orElse("");
                yield text.contains("AWS/S3")
                        || text.contains("AWS/KMS")
                        || text.contains("AWS/Backup")
                        || (!metric.isEmpty() && metrics.contains("\"MetricName\":" + metric));
            }
            case "AWS::Logs::MetricFilter" -> isOfTrail(element);
            case "AWS::Events::Rule" -> {
                String pattern = element.property("EventPattern").asText().orElse("");
                yield SOURCES.stream().anyMatch(pattern::contains);
            }
            default -> true;
        };
        return counts ? Optional.ofNullable(TYPES.get(element.type())) : Optional.empty();
    }

    private static void compare(Pair<Resource> pair, String word, List<Change> changes) {
        Set<String> names = new TreeSet<>(pair.base().element().properties().keySet());
        names.addAll(pair.head().element().properties().keySet());
        for (String name : names) {
            if (!pair.hasSame(name)) {
                Value<String> base = pair.base().element().property(name);
                Value<String> head = pair.head().element().property(name);
                changes.add(FACT.changed(
                        pair,
                        base.place().orElse(pair.base().element().at()),
                        head.place().orElse(pair.head().element().at()),
                        direction(name, base, head),
                        name + " of the " + word + " was " + text(base) + " and is " + text(head),
                        FIX));
            }
        }
    }

    private static String text(Value<String> value) {
        String text = value.whyUnknown()
                .map(reason -> "unknown (" + reason + ")")
                .orElseGet(() -> value.known().orElse("not set"));
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    }

    private static Direction direction(String name, Value<String> base, Value<String> head) {
        if (WITHOUT_EFFECT.contains(name)) {
            return Direction.NEUTRAL;
        }
        if (PERIODS.contains(name)) {
            return longer(base, head);
        }
        String off = OFF.get(name);
        if (off == null || base.isUnknown() || head.isUnknown()) {
            return Direction.UNDECIDED;
        }
        boolean was = !base.isSurely(('"' + off + '"')::equals);
        boolean is = !head.isSurely(('"' + off + '"')::equals);
        return was == is ? Direction.NEUTRAL : was ? Direction.WEAKENED : Direction.STRENGTHENED;
    }

    /** Periods in days, where both are known. */
    private static Direction longer(Value<String> base, Value<String> head) {
        Optional<BigDecimal> older = days(base);
        Optional<BigDecimal> newer = days(head);
        if (older.isEmpty() || newer.isEmpty()) {
            return Direction.UNDECIDED;
        }
        int order = older.get().compareTo(newer.get());
        return order == 0 ? Direction.NEUTRAL : order > 0 ? Direction.WEAKENED : Direction.STRENGTHENED;
    }

    private static Optional<BigDecimal> days(Value<String> json) {
        return json.known()
                .map(text -> text.replace("\"", ""))
                .filter(text -> text.matches("\\d{1,9}"))
                .map(BigDecimal::new);
    }
}
