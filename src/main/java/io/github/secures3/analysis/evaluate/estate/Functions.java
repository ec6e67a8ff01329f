package io.github.secures3.analysis.evaluate.estate;

import io.github.secures3.analysis.evaluate.AttachedPolicy;
import io.github.secures3.analysis.evaluate.Layer;
import io.github.secures3.analysis.evaluate.PolicyOrigin;
import io.github.secures3.analysis.evaluate.RequestPrincipal;
import io.github.secures3.analysis.evaluate.Situation;
import io.github.secures3.analysis.model.Element;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.model.LambdaPermission;
import io.github.secures3.analysis.model.Location;
import io.github.secures3.analysis.model.OtherResource;
import io.github.secures3.analysis.model.Value;
import io.github.secures3.policy.Actions;
import io.github.secures3.policy.Arn;
import io.github.secures3.policy.Comparison;
import io.github.secures3.policy.Condition;
import io.github.secures3.policy.Conditions;
import io.github.secures3.policy.Effect;
import io.github.secures3.policy.PolicyDocument;
import io.github.secures3.policy.Principal;
import io.github.secures3.policy.Principals;
import io.github.secures3.policy.Resources;
import io.github.secures3.policy.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lambda functions, whose policy is made of permissions. A function whose name the deployment makes up can be asked for by its ARN alone.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html">Resource-based policies of functions</a>
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html">AddPermission</a>
 */
final class Functions {

    private static final String TYPE = "AWS::Lambda::Function";
    private static final String PREFIX = "function:";
    /** What a permission can ask beside who calls; these keys are not part of the model. */
    private static final List<String> MORE =
            List.of("EventSourceToken", "FunctionUrlAuthType", "InvokedViaFunctionUrl");

    private final Estate estate;

    Functions(Estate estate) {
        this.estate = estate;
    }

    /** The ARN of the function that the text names, whose permissions go into the situation; empty where the templates have none of that name. */
    Optional<String> find(String text, Situation.Builder situation) {
        for (OtherResource resource : estate.all(OtherResource.class)) {
            Element function = resource.element();
            Optional<String> arn = function.type().equals(TYPE) ? arnOf(function) : Optional.empty();
            boolean byId = function.logicalId().equals(text) || function.id().equals(text);
            boolean byArn = arn.isPresent() && (text.equals(arn.get()) || text.startsWith(arn.get() + ":"));
            if (arn.isPresent() && (byId || byArn)) {
                String asked = byId ? arn.get() : text;
                describe(function, arn.get(), asked, situation);
                return Optional.of(asked);
            }
        }
        return Optional.empty();
    }

    /** Without a name of its own a function has one that the deployment makes up. */
    private Optional<String> arnOf(Element function) {
        Optional<String> name = function.property("FunctionName").known().map(json -> json.replaceAll("^\"|\"$", ""));
        return name.flatMap(given -> estate.stack(function.stack())
                .map(stack -> new Arn(
                                stack.partition().asText().orElse(""),
                                "lambda",
                                stack.region().asText().orElse(""),
                                stack.account().asText().orElse(""),
                                PREFIX + given)
                        .text()));
    }

    /** A permission on a version or alias is about that one alone. */
    private void describe(Element function, String arn, String asked, Situation.Builder situation) {
        String name = Arn.parse(arn).resource().substring(PREFIX.length());
        String qualifier = asked.substring(arn.length());
        List<String> names =
                List.of(asked, name + qualifier, Arn.parse(asked).account() + ":" + PREFIX + name + qualifier);
        Gathered policies = new Gathered();
        List<AttachedPolicy> permissions = new ArrayList<>();
        OpenNames open = OpenNames.besides(List.of());
        for (LambdaPermission permission : estate.all(LambdaPermission.class)) {
            List<String> target = permission.function().asText().stream().toList();
            Element element = permission.element();
            if (target.stream().anyMatch(names::contains)) {
                Optional<String> unknown = whyUnknown(permission);
                unknown.ifPresent(reason -> policies.addUnknown("whom " + element.logicalId() + " lets invoke "
                        + function.logicalId() + " is not known: " + reason));
                if (unknown.isEmpty()) {
                    permissions.add(statementOf(permission, asked));
                }
                continue;
            }
            names.stream()
                    .flatMap(each -> open.thatMayBe(each, target).stream())
                    .findFirst()
                    .ifPresent(reference -> policies.addUnknown("whether " + element.logicalId()
                            + " is a permission of " + function.logicalId() + " depends on the name " + reference));
        }
        situation.resourceAccount(Arn.parse(asked).account()).resourcePolicies(permissions);
        policies.limit(situation, Layer.RESOURCE);
    }

    private static Optional<String> whyUnknown(LambdaPermission permission) {
        Optional<String> more = MORE.stream()
                .filter(property -> !permission.element().property(property).isAbsent())
                .map(property -> property + " is not looked into")
                .findFirst();
        return permission
                .element()
                .presence()
                .whyUnknown()
                .or(() -> permission.principal().whyUnknown())
                .or(() -> permission.action().whyUnknown())
                .or(() -> more);
    }

    private static AttachedPolicy statementOf(LambdaPermission permission, String function) {
        List<Condition> conditions = new ArrayList<>();
        add(Comparison.ARN_LIKE, "aws:SourceArn", permission.sourceArn(), conditions);
        add(Comparison.STRING_EQUALS, "aws:SourceAccount", permission.sourceAccount(), conditions);
        add(Comparison.STRING_EQUALS, "aws:PrincipalOrgID", permission.organization(), conditions);
        Statement statement = new Statement(
                permission.element().logicalId(),
                Effect.ALLOW,
                Principals.of(principal(permission.principal().known().orElse(""))),
                Actions.of(permission.action().known().orElse("")),
                Resources.of(function),
                new Conditions(conditions));
        Location at = permission.element().at();
        return AttachedPolicy.of(
                PolicyDocument.of(statement),
                new PolicyOrigin(at.file(), permission.element().logicalId(), at.pointer(), at.line()));
    }

    private static void add(Comparison comparison, String key, Value<String> value, List<Condition> conditions) {
        value.asText().ifPresent(text -> conditions.add(Condition.of(comparison, key, text)));
    }

    private static Principal principal(String text) {
        if (text.equals("*")) {
            return Principal.everyone();
        }
        boolean service = RequestPrincipal.isWord(text) && !Character.isDigit(text.charAt(0));
        return service ? Principal.service(text) : Principal.aws(text);
    }
}
