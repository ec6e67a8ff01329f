package io.github.secures3.analysis.diff.access;

import io.github.secures3.analysis.diff.difference.Change;
import io.github.secures3.analysis.diff.difference.DiffEvaluator;
import io.github.secures3.analysis.diff.difference.Differences;
import io.github.secures3.analysis.diff.difference.Direction;
import io.github.secures3.analysis.diff.difference.Fact;
import io.github.secures3.analysis.diff.difference.Kind;
import io.github.secures3.analysis.diff.difference.Pair;
import io.github.secures3.analysis.diff.difference.Setting;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.Resource;
import io.github.secures3.analysis.model.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * URLs of functions that ask nobody to sign in, so that the internet makes use of what the role of the function may do.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-url.html">AWS::Lambda::Url</a>
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html">Access to function URLs</a>
 * @since 0.1
 */
public final class FunctionUrls implements DiffEvaluator {

    private static final Fact FACT =
            Fact.of("function-url", "callers of function URLs have to sign in", Kind.ACCESS, Severity.ERROR);
    private static final String TYPE = "AWS::Lambda::Url";
    private static final String AUTH = "AuthType";
    private static final String TARGET = "TargetFunctionArn";
    private static final String FIX = "let callers sign in with AWS_IAM";
    /** Properties are compared as JSON. */
    private static final String SIGNED = "\"AWS_IAM\"";

    private static final Setting<String> SETTING = Setting.<String>of(
                    FACT, "signing in to the function URL", FIX, Comparator.comparing(SIGNED::equals))
            .byDefault(SIGNED)
            .inWords(json -> json.replace("\"", ""));

    @Override
    public List<Fact> facts() {
        return List.of(FACT);
    }

    @Override
    public List<Change> evaluate(Differences differences) {
        List<Change> changes = new ArrayList<>();
        for (Pair<Resource> pair : differences.pairs()) {
            if (isUrl(pair.head())) {
                SETTING.compare(pair, auth(pair.base()), auth(pair.head())).ifPresent(changes::add);
                boolean mayBeOpen = !auth(pair.base()).isSurely(SIGNED::equals)
                        || !auth(pair.head()).isSurely(SIGNED::equals);
                if (mayBeOpen && !pair.hasSame(TARGET)) {
                    changes.add(FACT.changed(
                            pair,
                            Direction.UNDECIDED,
                            "the function URL led to " + target(pair.base()) + " and leads to " + target(pair.head()),
                            FIX));
                }
            }
        }
        for (Resource resource : differences.removed()) {
            if (isUrl(resource)) {
                SETTING.removed(resource, auth(resource)).ifPresent(changes::add);
            }
        }
        for (Resource resource : differences.added()) {
            if (isUrl(resource)) {
                SETTING.added(resource, auth(resource)).ifPresent(changes::add);
            }
        }
        return changes;
    }

    private static boolean isUrl(Resource resource) {
        return resource.element().type().equals(TYPE);
    }

    private static Value<String> auth(Resource resource) {
        return resource.element().property(AUTH);
    }

    private static String target(Resource resource) {
        return resource.element().property(TARGET).asText().orElse("nothing").replace("\"", "");
    }
}
