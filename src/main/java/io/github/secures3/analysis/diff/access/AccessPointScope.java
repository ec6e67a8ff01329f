package io.github.secures3.analysis.diff.access;

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
import io.github.secures3.analysis.model.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What access points give apart from their policies: the scope of one of a directory bucket, the function and the access point behind one of
 * Object Lambda, and the user and directory of one of S3 Files. A scope, user or directory that is stated bounds what the access point gives.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-s3express-accesspoint-scope.html">Scope</a>
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-s3objectlambda-accesspoint-objectlambdaconfiguration.html">ObjectLambdaConfiguration</a>
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3files-accesspoint.html">AWS::S3Files::AccessPoint</a>
 * @since 0.1
 */
public final class AccessPointScope implements DiffEvaluator {

    private static final Fact FACT = Fact.of(
            "access-point-scope",
            "access points of directory buckets, Object Lambda and S3 Files give no more than before",
            Kind.ACCESS,
            Severity.ERROR);
    private static final String FIX = "check what those who use the access point now get";

    /** What bounds an access point where it is stated. */
    private static final Map<String, List<String>> BOUNDS = Map.of(
            "AWS::S3Express::AccessPoint", List.of("Scope"),
            "AWS::S3Files::AccessPoint", List.of("PosixUser", "RootDirectory"));

    /** What decides what an access point gives, whether or not it is stated. */
    private static final Map<String, List<String>> OTHERS = Map.of(
            "AWS::S3Express::AccessPoint", List.of("PublicAccessBlockConfiguration"),
            "AWS::S3Files::AccessPoint", List.of("FileSystemId"),
            "AWS::S3ObjectLambda::AccessPoint", List.of("ObjectLambdaConfiguration"));

    @Override
    public List<Fact> facts() {
        return List.of(FACT);
    }

    @Override
    public List<Change> evaluate(Differences differences) {
        List<Change> changes = new ArrayList<>();
        for (Pair<Resource> pair : differences.pairs()) {
            String type = pair.head().element().type();
            BOUNDS.getOrDefault(type, List.of())
                    .forEach(property -> new Presence(FACT, property, words(property), FIX)
                            .compare(pair)
                            .ifPresent(changes::add));
            OTHERS.getOrDefault(type, List.of()).stream()
                    .filter(property -> !pair.hasSame(property))
                    .forEach(property -> changes.add(another(pair, property)));
        }
        return changes;
    }

    private static String words(String property) {
        return property + " of the access point";
    }

    private static Change another(Pair<Resource> pair, String property) {
        Element base = pair.base().element();
        Element head = pair.head().element();
        return FACT.changed(
                pair,
                base.property(property).place().orElse(base.at()),
                head.property(property).place().orElse(head.at()),
                Direction.UNDECIDED,
                Presence.message(words(property), base.property(property), head.property(property)),
                FIX);
    }
}
