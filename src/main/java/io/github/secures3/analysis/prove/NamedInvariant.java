package io.github.secures3.analysis.prove;

import io.github.secures3.analysis.evaluate.estate.EstateNames;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The {@link Invariants} by the names under which command lines and files state them.
 *
 * @since 0.1
 */
public enum NamedInvariant {
    /** {@link Invariants#noPlainHttp()}. */
    NO_PLAIN_HTTP("no-plain-http", List.of(), given -> Invariants.noPlainHttp()),
    /** {@link Invariants#noTlsBelow}. */
    NO_TLS_BELOW(
            "no-tls-below",
            List.of(Parameter.required("version")),
            given -> Invariants.noTlsBelow(given.tlsVersion("version"))),
    /** {@link Invariants#noAnonymousAccess()}. */
    NO_ANONYMOUS_ACCESS("no-anonymous-access", List.of(), given -> Invariants.noAnonymousAccess()),
    /** {@link Invariants#noAnonymousAccessEver()}. */
    NO_ANONYMOUS_ACCESS_EVER("no-anonymous-access-ever", List.of(), given -> Invariants.noAnonymousAccessEver()),
    /** {@link Invariants#nobodyOfAnotherAccount()}. */
    NOBODY_OF_ANOTHER_ACCOUNT("nobody-of-another-account", List.of(), given -> Invariants.nobodyOfAnotherAccount()),
    /** {@link Invariants#nobodyOutsideOrganization}. */
    NOBODY_OUTSIDE_ORGANIZATION(
            "nobody-outside-organization",
            List.of(Parameter.required("organization")),
            given -> Invariants.nobodyOutsideOrganization(given.organization("organization"))),
    /** {@link Invariants#noCustomerProvidedKeys()}. */
    NO_CUSTOMER_PROVIDED_KEYS("no-customer-provided-keys", List.of(), given -> Invariants.noCustomerProvidedKeys()),
    /** {@link Invariants#noOtherKey}. */
    NO_OTHER_KEY(
            "no-other-key",
            List.of(Parameter.optional("key")),
            given -> Invariants.noOtherKey(
                    given.arn("key", given.names()::keyArn).orElse(null))),
    /** {@link Invariants#onlyReadBy}. */
    ONLY_READ_BY(
            "only-read-by",
            List.of(Parameter.list("principals"), Parameter.optional("prefix")),
            given -> Invariants.onlyReadBy(given.prefix(), given.principals("principals"))),
    /** {@link Invariants#protectionsChangedOnlyBy}. */
    PROTECTIONS_CHANGED_ONLY_BY(
            "protections-changed-only-by",
            List.of(Parameter.list("principals")),
            given -> Invariants.protectionsChangedOnlyBy(given.principals("principals"))),
    /** {@link Invariants#onlyThroughEndpoints}. */
    ONLY_THROUGH_ENDPOINTS(
            "only-through-endpoints",
            List.of(Parameter.list("endpoints")),
            given -> Invariants.onlyThroughEndpoints(given.endpoints("endpoints"))),
    /** {@link Invariants#lockedObjectsAreKept}. */
    LOCKED_OBJECTS_ARE_KEPT(
            "locked-objects-are-kept",
            List.of(Parameter.optionalList("principals")),
            given -> Invariants.lockedObjectsAreKept(given.principals("principals"))),
    /** {@link Invariants#outOfReachFor}. */
    OUT_OF_REACH_FOR(
            "out-of-reach-for",
            List.of(Parameter.required("tag"), Parameter.required("tenant"), Parameter.optional("prefix")),
            given -> Invariants.outOfReachFor(given.text("tag"), given.text("tenant"), given.prefix())),
    /** {@link Invariants#accessPointReachesOnly}. */
    ACCESS_POINT_REACHES_ONLY(
            "access-point-reaches-only",
            List.of(Parameter.required("access-point"), Parameter.required("prefix")),
            given -> Invariants.accessPointReachesOnly(
                    given.arn("access-point", given.names()::accessPointArn).orElseThrow(), given.prefix()));

    /**
     * What an invariant asks for.
     *
     * @param name its name
     * @param required whether it has to be given
     * @param list whether it takes several values
     * @since 0.1
     */
    public record Parameter(String name, boolean required, boolean list) {

        private static Parameter required(String name) {
            return new Parameter(name, true, false);
        }

        private static Parameter optional(String name) {
            return new Parameter(name, false, false);
        }

        private static Parameter list(String name) {
            return new Parameter(name, true, true);
        }

        private static Parameter optionalList(String name) {
            return new Parameter(name, false, true);
        }
    }

    private final String text;

    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<Parameter> parameters;

    @SuppressWarnings("ImmutableEnumChecker") // captures nothing
    private final Function<InvariantParameters, Invariant> factory;

    NamedInvariant(String text, List<Parameter> parameters, Function<InvariantParameters, Invariant> factory) {
        this.text = text;
        this.parameters = parameters;
        this.factory = factory;
    }

    /** The name, such as {@code no-plain-http}. */
    public String text() {
        return text;
    }

    /** The parameters, the one first that a lone value on a command line is for. */
    public List<Parameter> parameters() {
        return parameters;
    }

    /** The names of all. */
    public static List<String> names() {
        return Stream.of(values()).map(NamedInvariant::text).toList();
    }

    /**
     * The one of this name.
     *
     * @throws InvariantException if there is none
     */
    public static NamedInvariant named(String name) {
        return find(name)
                .orElseThrow(() -> new InvariantException(
                        null, "no invariant is called '" + name + "'; there are " + String.join(", ", names())));
    }

    private static Optional<NamedInvariant> find(String name) {
        return Stream.of(values())
                .filter(invariant -> invariant.text.equals(name))
                .findFirst();
    }

    /**
     * The invariant with these values for its parameters.
     *
     * @param names what names of roles, keys and endpoints stand for
     * @throws InvariantException if a parameter is missing, unknown, or has a value that makes no sense
     */
    public Invariant with(Map<String, List<String>> values, EstateNames names) {
        List<String> known = parameters.stream().map(Parameter::name).toList();
        for (String given : values.keySet()) {
            if (!known.contains(given)) {
                throw new InvariantException(
                        given,
                        text + " has no parameter '" + given + "'; "
                                + (known.isEmpty() ? "it takes none" : "it has " + String.join(", ", known)));
            }
        }
        for (Parameter parameter : parameters) {
            if (parameter.required()
                    && values.getOrDefault(parameter.name(), List.of()).isEmpty()) {
                throw new InvariantException(null, text + " needs '" + parameter.name() + "'");
            }
        }
        return factory.apply(new InvariantParameters(values, names));
    }

    /**
     * The invariant that a command line states: {@code NAME}, {@code NAME:VALUE}, or {@code NAME:PARAMETER=VALUE,PARAMETER=VALUE}, a parameter with
     * several values several times.
     *
     * @throws InvariantException if there is no such invariant
     */
    public static Invariant parse(String statement, EstateNames names) {
        int colon = statement.indexOf(':');
        NamedInvariant invariant = named(colon < 0 ? statement : statement.substring(0, colon));
        String given = colon < 0 ? "" : statement.substring(colon + 1);
        return invariant.with(InvariantText.parameters(given, invariant.parameters), names);
    }
}
