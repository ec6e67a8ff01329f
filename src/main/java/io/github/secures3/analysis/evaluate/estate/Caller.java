package io.github.secures3.analysis.evaluate.estate;

import io.github.secures3.analysis.evaluate.Layer;
import io.github.secures3.analysis.evaluate.RequestPrincipal;
import io.github.secures3.analysis.evaluate.Situation;
import io.github.secures3.analysis.model.Element;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.model.GroupMembership;
import io.github.secures3.analysis.model.IamGroup;
import io.github.secures3.analysis.model.IamRole;
import io.github.secures3.analysis.model.IamUser;
import io.github.secures3.analysis.model.InlinePolicy;
import io.github.secures3.analysis.model.ManagedPolicy;
import io.github.secures3.analysis.model.NamedPolicy;
import io.github.secures3.analysis.model.Resource;
import io.github.secures3.analysis.model.Value;
import io.github.secures3.policy.Arn;
import io.github.secures3.policy.UnresolvedToken;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who makes a request, and the policies that stand on that role or user. */
final class Caller {

    private final Estate estate;
    private final Names<Resource> identities;
    private final Map<Attachment, OpenNames> openNames = new EnumMap<>(Attachment.class);

    Caller(Estate estate) {
        this.estate = estate;
        List<Resource> all = new ArrayList<>(estate.all(IamRole.class));
        all.addAll(estate.all(IamUser.class));
        this.identities = new Names<>("role or user", all, EstateNames::nameOf, EstateNames::arnOf);
    }

    /** The principal that the text names; policies that stand on it go into the situation. What is said of every template comes before its own names. */
    RequestPrincipal find(String asked, Situation.Builder situation) {
        String text = asked.startsWith(EstateRequest.ACCESS_GRANT)
                ? new GrantSession(estate).roleOf(asked, situation)
                : asked;
        Optional<Resource> identity = RequestPrincipal.isWord(text) ? Optional.empty() : identities.find(text);
        if (identity.isPresent()) {
            Resource found = identity.get();
            identityPolicies(found, situation);
            return principal(found);
        }
        RequestPrincipal principal = parsed(text);
        boolean hasPolicies = principal.hasAccount() && principal.kind() != RequestPrincipal.Kind.ROOT;
        if (hasPolicies) {
            Optional<Resource> behind = behind(principal);
            if (behind.isPresent()) {
                identityPolicies(behind.get(), situation);
                return withPathOf(behind.get(), principal);
            } else {
                situation.unknown(Layer.IDENTITY, "the policies of " + text + " are not in the templates");
            }
        }
        return principal;
    }

    /** The role or user of an ARN: within an account its name alone tells it, and the ARN of a session does not hold the path. */
    private Optional<Resource> behind(RequestPrincipal principal) {
        boolean role = principal.kind() == RequestPrincipal.Kind.ROLE_SESSION;
        return identities.all().stream()
                .filter(identity -> identity instanceof IamRole == role)
                .filter(identity -> EstateNames.nameOf(identity)
                        .filter(principal.name()::equals)
                        .isPresent())
                .filter(identity ->
                        Arn.parse(EstateNames.arnOf(identity)).account().equals(principal.account()))
                .findFirst();
    }

    private static RequestPrincipal withPathOf(Resource identity, RequestPrincipal caller) {
        return new RequestPrincipal(
                caller.kind(),
                caller.text(),
                caller.partition(),
                caller.account(),
                principal(identity).path(),
                caller.name(),
                caller.session());
    }

    private RequestPrincipal parsed(String text) {
        try {
            return RequestPrincipal.parse(text);
        } catch (IllegalArgumentException e) {
            throw new UnknownNameException("no principal is called '" + text + "'; the templates have "
                    + identities.choices() + new Gaps(estate).hint()
                    + "; or give an ARN, an account id, a service name such as logging.s3.amazonaws.com, or anonymous");
        }
    }

    private static RequestPrincipal principal(Resource identity) {
        boolean role = identity instanceof IamRole;
        String arn = EstateNames.arnOf(identity);
        Arn parts = Arn.parse(arn);
        String name = EstateNames.nameOf(identity).orElse("");
        String prefix = role ? "role" : "user";
        String rest = parts.resource();
        boolean plain = rest.startsWith(prefix) && rest.endsWith(name);
        String path = plain ? rest.substring(prefix.length(), rest.length() - name.length()) : "/";
        return new RequestPrincipal(
                role ? RequestPrincipal.Kind.ROLE_SESSION : RequestPrincipal.Kind.USER,
                arn,
                parts.partition(),
                parts.account(),
                path,
                name,
                null);
    }

    private void identityPolicies(Resource identity, Situation.Builder situation) {
        Gathered gathered = new Gathered();
        Value<String> boundary;
        String name = EstateNames.nameOf(identity).orElse("");
        if (identity instanceof IamRole role) {
            inline(role.inlinePolicies(), role.element(), gathered);
            managed(role.managedPolicies(), role.element(), gathered);
            boundary = role.permissionsBoundary();
            attachedFromElsewhere(name, Attachment.ROLES, gathered);
        } else if (identity instanceof IamUser user) {
            inline(user.inlinePolicies(), user.element(), gathered);
            managed(user.managedPolicies(), user.element(), gathered);
            boundary = user.permissionsBoundary();
            attachedFromElsewhere(name, Attachment.USERS, gathered);
            groups(user, name, gathered);
        } else {
            throw new IllegalStateException(
                    "neither role nor user: " + identity.element().id());
        }
        situation.identityPolicies(gathered.policies());
        gathered.limit(situation, Layer.IDENTITY);
        boundary(boundary, situation);
    }

    private enum Attachment {
        ROLES,
        USERS,
        GROUPS
    }

    /** Policies that name the role, user or group, rather than being named by it. */
    private void attachedFromElsewhere(String name, Attachment kind, Gathered gathered) {
        for (InlinePolicy policy : estate.all(InlinePolicy.class)) {
            Value<List<Value<String>>> targets = switch (kind) {
                case ROLES -> policy.roles();
                case USERS -> policy.users();
                case GROUPS -> policy.groups();
            };
            if (names(targets, name, kind, policy.element(), gathered)) {
                gathered.add(policy.document(), policy.element());
            }
        }
        for (ManagedPolicy policy : estate.all(ManagedPolicy.class)) {
            Value<List<Value<String>>> targets = switch (kind) {
                case ROLES -> policy.roles();
                case USERS -> policy.users();
                case GROUPS -> policy.groups();
            };
            if (names(targets, name, kind, policy.element(), gathered)) {
                gathered.add(policy.document(), policy.element());
            }
        }
    }

    /** Whether the role, user or group is surely among these; that it may be, once names are known, is noted. */
    private boolean names(
            Value<List<Value<String>>> targets, String name, Attachment kind, Element element, Gathered gathered) {
        targets.whyUnknown()
                .ifPresent(reason ->
                        gathered.addUnknown("whom " + element.logicalId() + " is attached to is not known: " + reason));
        List<String> named = new ArrayList<>();
        targets.known().orElse(List.of()).forEach(target -> target.asText().ifPresent(named::add));
        if (named.contains(name)) {
            return true;
        }
        openNames
                .computeIfAbsent(kind, this::openNames)
                .thatMayBe(name, named)
                .ifPresent(reference -> gathered.addUnknown("whether " + element.logicalId() + " is attached to "
                        + UnresolvedToken.shown(name) + " depends on the name " + reference));
        return false;
    }

    private OpenNames openNames(Attachment kind) {
        Stream<Optional<String>> all = switch (kind) {
            case ROLES -> estate.all(IamRole.class).stream().map(EstateNames::nameOf);
            case USERS -> estate.all(IamUser.class).stream().map(EstateNames::nameOf);
            case GROUPS ->
                estate.all(IamGroup.class).stream().map(group -> group.name().asText());
        };
        return OpenNames.besides(all.toList());
    }

    private static void inline(Value<List<NamedPolicy>> policies, Element element, Gathered gathered) {
        policies.whyUnknown()
                .ifPresent(reason -> gathered.addUnknown(
                        "the inline policies of " + element.logicalId() + " are not known: " + reason));
        policies.known().orElse(List.of()).forEach(policy -> gathered.add(policy.document(), element));
    }

    private void managed(Value<List<Value<String>>> arns, Element element, Gathered gathered) {
        arns.whyUnknown()
                .ifPresent(reason -> gathered.addUnknown(
                        "the managed policies of " + element.logicalId() + " are not known: " + reason));
        for (Value<String> arn : arns.known().orElse(List.of())) {
            ManagedPolicy policy = managedPolicy(arn.asText().orElse(""));
            if (policy == null && AwsManagedPolicies.isWithoutData(arn.asText().orElse(""))) {
                continue;
            }
            if (policy == null) {
                gathered.addUnknown("the managed policy " + arn.asText().orElse("") + " of " + element.logicalId()
                        + " is not in the templates");
            } else {
                gathered.add(policy.document(), policy.element());
            }
        }
    }

    private @Nullable ManagedPolicy managedPolicy(String arn) {
        return estate.all(ManagedPolicy.class).stream()
                .filter(policy -> policy.arn().equals(arn))
                .findFirst()
                .orElse(null);
    }

    private void groups(IamUser user, String name, Gathered gathered) {
        user.groups()
                .whyUnknown()
                .ifPresent(reason -> gathered.addUnknown(
                        "the groups of " + user.element().logicalId() + " are not known: " + reason));
        List<String> groups = new ArrayList<>();
        user.groups().known().orElse(List.of()).forEach(group -> group.asText().ifPresent(groups::add));
        for (GroupMembership membership : estate.all(GroupMembership.class)) {
            if (names(membership.users(), name, Attachment.USERS, membership.element(), gathered)) {
                membership.group().asText().ifPresent(groups::add);
            }
        }
        for (String groupName : groups) {
            Optional<IamGroup> group = estate.all(IamGroup.class).stream()
                    .filter(candidate ->
                            candidate.name().asText().filter(groupName::equals).isPresent())
                    .findFirst();
            if (group.isEmpty()) {
                gathered.addUnknown("the policies of the group " + groupName + " are not in the templates");
            } else {
                inline(group.get().inlinePolicies(), group.get().element(), gathered);
                managed(group.get().managedPolicies(), group.get().element(), gathered);
                attachedFromElsewhere(groupName, Attachment.GROUPS, gathered);
            }
        }
    }

    private void boundary(Value<String> arn, Situation.Builder situation) {
        if (arn.isAbsent()) {
            return;
        }
        ManagedPolicy policy = managedPolicy(arn.asText().orElse(""));
        Gathered gathered = new Gathered();
        if (policy == null) {
            gathered.addUnknown("the permissions boundary " + arn.asText().orElse("") + " is not in the templates");
        } else {
            gathered.add(policy.document(), policy.element());
        }
        gathered.policies().forEach(situation::permissionsBoundary);
        gathered.limit(situation, Layer.BOUNDARY);
    }
}
