package io.github.secures3.analysis.prove;

import io.github.secures3.analysis.evaluate.Organization;
import io.github.secures3.analysis.evaluate.estate.EstateNames;
import io.github.secures3.analysis.evaluate.estate.UnknownNameException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The values that somebody gave for the parameters of a named invariant. */
final class InvariantParameters {

    static final List<String> TLS_VERSIONS = List.of("1.1", "1.2", "1.3");

    private final Map<String, List<String>> values;
    private final EstateNames names;

    InvariantParameters(Map<String, List<String>> values, EstateNames names) {
        this.values = values;
        this.names = names;
    }

    /** The one value of a parameter; empty where it is not given. */
    Optional<String> find(String parameter) {
        List<String> given = values.getOrDefault(parameter, List.of());
        if (given.size() > 1) {
            throw new InvariantException(
                    parameter,
                    "'" + parameter + "' takes one value, not " + given.size() + "; state the invariant twice");
        }
        return given.stream().findFirst();
    }

    /** The one value of a parameter that has to be given. */
    String text(String parameter) {
        return find(parameter).orElseThrow(() -> new InvariantException(null, "'" + parameter + "' is missing"));
    }

    /** The values of a parameter. */
    List<String> texts(String parameter) {
        return values.getOrDefault(parameter, List.of());
    }

    /** The beginning of keys. */
    String prefix() {
        String prefix = find("prefix").orElse("");
        if (prefix.indexOf('*') >= 0 || prefix.indexOf('?') >= 0) {
            throw new InvariantException(
                    "prefix",
                    "'prefix' is the beginning of keys as it stands, such as reports/, not the pattern '" + prefix
                            + "'");
        }
        return prefix;
    }

    String tlsVersion(String parameter) {
        String version = text(parameter);
        if (!TLS_VERSIONS.contains(version)) {
            throw new InvariantException(parameter, "'" + parameter + "' is 1.1, 1.2 or 1.3, not '" + version + "'");
        }
        return version;
    }

    String organization(String parameter) {
        String id = text(parameter);
        if (!Organization.isId(id)) {
            throw new InvariantException(
                    parameter,
                    "'" + parameter + "' is the id of an organization, such as o-exampleorgid, not '" + id + "'");
        }
        return id;
    }

    /** ARNs of roles and users, given by name, ARN or account. */
    List<String> principals(String parameter) {
        List<String> arns = new ArrayList<>();
        for (String text : texts(parameter)) {
            Caller caller = caller(parameter, text);
            switch (caller.kind()) {
                case ARN -> arns.add(caller.value());
                case ACCOUNT -> arns.add("arn:*:*::" + caller.value() + ":*");
                default ->
                    throw new InvariantException(
                            parameter,
                            "'" + parameter + "' takes roles, users and accounts, not '" + text
                                    + "'; state an invariant of your own for others");
            }
        }
        return arns;
    }

    /** What an ARN or a name in the templates stands for. */
    Optional<String> arn(String parameter, UnaryOperator<String> byName) {
        return find(parameter).map(text -> text.startsWith("arn:") ? text : named(parameter, text, byName));
    }

    /** Ids of VPC endpoints, or what names in the templates stand for. */
    List<String> endpoints(String parameter) {
        return texts(parameter).stream()
                .map(text -> text.startsWith("vpce-") ? text : named(parameter, text, names::endpointId))
                .toList();
    }

    private Caller caller(String parameter, String text) {
        try {
            return Caller.read(text, names);
        } catch (IllegalArgumentException e) {
            throw new InvariantException(parameter, String.valueOf(e.getMessage()));
        }
    }

    EstateNames names() {
        return names;
    }

    private static String named(String parameter, String text, UnaryOperator<String> byName) {
        try {
            return byName.apply(text);
        } catch (UnknownNameException e) {
            throw new InvariantException(parameter, String.valueOf(e.getMessage()));
        }
    }
}
