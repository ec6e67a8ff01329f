package io.github.secures3.analysis.evaluate;

import io.github.secures3.policy.Arn;
import io.github.secures3.policy.catalog.ActionDefinition;
import io.github.secures3.policy.catalog.ResourceType;
import io.github.secures3.policy.catalog.ServiceCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An action that a request can name, with the kinds of resource that it works on.
 *
 * @see <a href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_s3.html">Actions and resources of Amazon S3</a>
 */
final class RequestedAction {

    private static final String ANY = "*";

    /** Case does not matter in actions, so that there is no end to the ways of writing them. */
    private static final int MOST_KEPT = 4_096;

    private static final Map<String, RequestedAction> KEPT = new ConcurrentHashMap<>();

    private final String text;
    private final boolean inCatalog;
    private final List<ResourceForm> forms;

    private RequestedAction(String text, boolean inCatalog, List<ResourceForm> forms) {
        this.text = text;
        this.inCatalog = inCatalog;
        this.forms = forms;
    }

    /**
     * The action of this name; those of services without a catalog are taken as they are.
     *
     * @throws IllegalArgumentException if a request cannot name it, as it has wildcards or its service has no such action
     */
    static RequestedAction of(String text) {
        RequestedAction known = KEPT.get(text);
        if (known == null) {
            known = read(text);
            if (KEPT.size() < MOST_KEPT) {
                KEPT.put(text, known);
            }
        }
        return known;
    }

    private static RequestedAction read(String text) {
        if (text.indexOf('*') >= 0 || text.indexOf('?') >= 0) {
            throw new IllegalArgumentException("the action '" + text
                    + "' has a wildcard, which only policies have; a request names one action, such as s3:GetObject");
        }
        ServiceCatalog catalog =
                ServiceCatalog.of(text.substring(0, text.indexOf(':'))).orElse(null);
        if (catalog == null) {
            return new RequestedAction(text, false, List.of());
        }
        ActionDefinition action = catalog.action(text).orElseThrow(() -> unknown(text, catalog));
        List<ResourceForm> forms = new ArrayList<>();
        for (ActionDefinition.Target target : action.resources()) {
            ResourceType type = catalog.resourceType(target.resourceType()).orElseThrow();
            forms.add(ResourceForm.of(type));
        }
        return new RequestedAction(action.text(), true, List.copyOf(forms));
    }

    private static IllegalArgumentException unknown(String text, ServiceCatalog catalog) {
        List<String> close = catalog.suggest(text).stream()
                .map(name -> catalog.prefix() + ":" + name)
                .toList();
        return new IllegalArgumentException("the action '" + text + "' is none of " + catalog.name() + " as of "
                + catalog.asOf() + "; "
                + (close.isEmpty()
                        ? "look it up in " + catalog.source()
                        : "did you mean " + String.join(", ", close) + "?"));
    }

    /**
     * Checks that the action works on this resource.
     *
     * @throws IllegalArgumentException if it works on others alone
     */
    void requireWorksOn(String resource) {
        if (!inCatalog) {
            return;
        }
        if (forms.isEmpty()) {
            if (!resource.equals(ANY) && !PossibleRequest.isAboutAllBuckets(resource)) {
                throw new IllegalArgumentException("the action " + text + " works on no single resource, so not on '"
                        + resource + "'; give * as the resource");
            }
            return;
        }
        Arn arn = ResourceForm.named(resource);
        if (arn != null) {
            for (ResourceForm form : forms) {
                if (form.fits(arn)) {
                    return;
                }
            }
        }
        throw new IllegalArgumentException("the action " + text + " works on "
                + String.join(" or ", forms.stream().map(ResourceForm::example).toList())
                + ", not on '" + resource + "'; name such a resource, or an action that works on this one");
    }
}
