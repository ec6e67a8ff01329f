package io.github.secures3.analysis.prove.internal;

import io.github.secures3.analysis.evaluate.Organization;
import io.github.secures3.analysis.evaluate.Situation;
import io.github.secures3.policy.Comparison;
import io.github.secures3.policy.Condition;
import io.github.secures3.policy.ConditionOperator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which requests carry a key: the {@link Axiom}s as formulas. */
final class Availability {

    private static final Set<String> ALWAYS_THERE = Set.of(
            "aws:securetransport", "aws:viaawsservice", "aws:currenttime", "aws:epochtime", "aws:requestedregion");
    private static final Set<String> OF_ENDPOINT =
            Set.of("aws:sourcevpc", "aws:sourcevpcarn", "aws:sourcevpce", "aws:vpcsourceip", "aws:vpceaccount");
    private static final Set<String> OF_SERVICES =
            Set.of("aws:sourcearn", "aws:sourceaccount", "aws:sourceorgid", "aws:sourceorgpaths");
    private static final Set<String> OF_PRINCIPALS = Set.of(
            "aws:multifactorauthpresent",
            "aws:multifactorauthage",
            "aws:tokenissuetime",
            "aws:sourceidentity",
            "aws:signinsessionarn",
            "aws:assumedroot");
    /** What requests through an access point carry. */
    static final Set<String> OF_ACCESS_POINTS =
            Set.of("s3:dataaccesspointarn", "s3:dataaccesspointaccount", "s3:accesspointnetworkorigin");

    private static final Set<String> OF_SIGNED = Set.of("s3:authtype", "s3:signatureversion", "s3:signatureage");

    private final Vocabulary vocabulary;
    /** Which actions there are on what is part of every question. */
    private final EnumSet<Axiom> used = EnumSet.of(Axiom.RESOURCES_OF_ACTIONS);

    private int throughEndpoint = Circuit.FALSE;
    private @Nullable Organization organization;
    private @Nullable String resourceAccount;

    Availability(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** What is known about the way of the requests and about their callers. */
    void surroundedBy(Situation situation) {
        if (situation.throughEndpoint()) {
            throughEndpoint = Circuit.TRUE;
        }
        organization = situation.organization();
        resourceAccount = situation.resourceAccount();
    }

    boolean isThroughEndpoint() {
        return throughEndpoint == Circuit.TRUE;
    }

    static boolean isAlwaysThere(String key) {
        return ALWAYS_THERE.contains(key);
    }

    /** States what is known about the presence of the key, and of its values beside other keys. */
    void about(String key, Attribute attribute) {
        Circuit circuit = vocabulary.logic().circuit();
        int present = attribute.present();
        SymbolicPrincipal who = vocabulary.principal();
        int service = who.isService().may();
        int anonymous = who.facts().anonymous().may();
        int hasAccount = Circuit.not(who.facts().withoutAccount().must());
        if (isAlwaysThere(key)) {
            used.add(Axiom.ALWAYS_THERE);
        }
        if (key.equals("s3:tlsversion")) {
            say(Axiom.TRANSPORT, circuit.same(present, isTrue("aws:SecureTransport")));
            return;
        }
        if (key.equals("aws:sourceip")) {
            int someone = Circuit.not(service);
            say(Axiom.NETWORK, circuit.same(present, circuit.and(someone, Circuit.not(throughEndpoint()))));
        } else if (OF_ENDPOINT.contains(key)) {
            say(Axiom.NETWORK, circuit.same(present, circuit.and(Circuit.not(service), throughEndpoint())));
        } else if (key.equals("aws:vpceorgid") || key.equals("aws:vpceorgpaths")) {
            say(Axiom.NETWORK, circuit.implies(present, circuit.and(Circuit.not(service), throughEndpoint())));
        } else if (key.equals("aws:principalorgid") || key.equals("aws:principalorgpaths")) {
            say(Axiom.ORGANIZATION, circuit.implies(present, hasAccount));
            aboutMembers(key, present);
        } else if (key.equals("aws:resourceorgid") || key.equals("aws:resourceorgpaths")) {
            aboutResource(key, present);
        } else if (OF_SERVICES.contains(key)) {
            say(Axiom.SERVICE_SOURCE, circuit.implies(present, service));
        } else if (OF_PRINCIPALS.contains(key) || key.startsWith("aws:principaltag/")) {
            say(Axiom.PRINCIPAL, circuit.implies(present, hasAccount));
        } else if (key.equals("aws:federatedprovider")) {
            say(Axiom.PRINCIPAL, circuit.implies(present, who.isRoleSession().may()));
        } else if (key.equals("aws:userid")) {
            say(Axiom.PRINCIPAL, circuit.same(present, Circuit.not(service)));
            int unnamed = holds(ConditionOperator.of(Comparison.STRING_EQUALS), key, Callers.ANONYMOUS)
                    .must();
            say(Axiom.PRINCIPAL, circuit.implies(present, circuit.same(anonymous, unnamed)));
        } else if (key.equals("aws:viaawsservice")) {
            say(Axiom.VIA_SERVICE, circuit.implies(isTrue("aws:ViaAWSService"), hasAccount));
        } else if (key.startsWith("aws:calledvia")) {
            say(Axiom.VIA_SERVICE, circuit.implies(present, isTrue("aws:ViaAWSService")));
        } else if (key.startsWith("s3:")) {
            Set<String> carrying = ActionIndex.all().carrying(key);
            say(
                    Axiom.KEYS_OF_ACTIONS,
                    circuit.implies(
                            present,
                            vocabulary.actionPasses(
                                    "carries " + key, action -> carrying.contains(action.toLowerCase(Locale.ROOT)))));
        }
        if (OF_ACCESS_POINTS.contains(key)) {
            int through = vocabulary.throughAccessPoint();
            say(Axiom.ACCESS_POINT, circuit.same(present, through));
            say(Axiom.ACCESS_POINT, circuit.implies(through, Circuit.not(anonymous)));
            say(Axiom.ACCESS_POINT, circuit.implies(through, isTrue("aws:SecureTransport")));
        }
        if (OF_SIGNED.contains(key)) {
            say(Axiom.PRINCIPAL, circuit.implies(present, Circuit.not(anonymous)));
        }
    }

    /** Members of the organization that the question knows carry its id, and nobody else does. */
    private void aboutMembers(String key, int present) {
        Organization known = organization;
        if (known == null) {
            return;
        }
        Circuit circuit = vocabulary.logic().circuit();
        Bounds included = new Membership(vocabulary.logic(), vocabulary.principal(), known).includesCaller();
        Bounds all = key.equals("aws:principalorgid")
                ? names(known, key)
                : holds(ConditionOperator.forAllValues(Comparison.STRING_LIKE), key, known.id() + "/*");
        say(Axiom.ORGANIZATION, circuit.implies(included.must(), circuit.and(present, all.may())));
        say(
                Axiom.ORGANIZATION,
                circuit.implies(circuit.and(present, names(known, key).must()), included.may()));
    }

    /**
     * The id of an organization and the paths in it come from one membership: both are there or neither is, and each path begins with the id.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalorgpaths">Organization
     *     paths</a>
     */
    void tie(Attribute id, Attribute paths) {
        if (!(id instanceof TextAttribute one) || !(paths instanceof SetAttribute several)) {
            return;
        }
        Circuit circuit = vocabulary.logic().circuit();
        say(Axiom.ORGANIZATION_PATHS, circuit.same(one.present(), several.present()));
        for (Language named : List.copyOf(one.languages().values())) {
            if (!named.isFinite() || named.namesUnknown()) {
                continue;
            }
            for (String organization : named.instances("")) {
                Language below = Language.sequence()
                        .text(organization + "/")
                        .many(Letters.ANY)
                        .language();
                int same = one.in(Language.text(organization));
                say(
                        Axiom.ORGANIZATION_PATHS,
                        circuit.implies(
                                one.present(),
                                circuit.and(
                                        circuit.same(same, several.some(below)),
                                        circuit.implies(same, several.every(below)))));
            }
        }
    }

    /** A bucket outside the organization carries none of its ids, though it can carry another's. */
    private void aboutResource(String key, int present) {
        Organization known = organization;
        String account = resourceAccount;
        if (known != null && account != null && known.includes(account).isFalse()) {
            Circuit circuit = vocabulary.logic().circuit();
            say(
                    Axiom.ORGANIZATION,
                    Circuit.not(circuit.and(present, names(known, key).must())));
        }
    }

    private Bounds names(Organization known, String key) {
        return key.endsWith("orgid")
                ? holds(ConditionOperator.of(Comparison.STRING_EQUALS), key, known.id())
                : holds(ConditionOperator.forAnyValue(Comparison.STRING_LIKE), key, known.id() + "/*");
    }

    /** The axioms that this question needed. */
    Set<Axiom> used() {
        return used;
    }

    private void say(Axiom axiom, int formula) {
        used.add(axiom);
        vocabulary.require(formula);
    }

    private int throughEndpoint() {
        if (throughEndpoint == Circuit.FALSE) {
            throughEndpoint = vocabulary.logic().circuit().variable();
        }
        return throughEndpoint;
    }

    private int isTrue(String key) {
        return holds(ConditionOperator.of(Comparison.BOOL), key, "true").must();
    }

    /** When a key compares so with a value; a key that the question fixes is looked up there. */
    private Bounds holds(ConditionOperator operator, String key, String value) {
        ConditionEncoder conditions =
                new ConditionEncoder("S3", vocabulary.logic(), vocabulary.unknowns(), vocabulary.view());
        return conditions.encode(Condition.of(operator, key, List.of(value)), Vocabulary.version());
    }
}
