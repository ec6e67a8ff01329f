package io.github.secures3.analysis.prove;

import io.github.secures3.analysis.prove.NamedInvariant.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The parameters of an invariant as a command line writes them. */
final class InvariantText {

    private InvariantText() {}

    /** The values by parameter; a text without any parameter's name is the value of the first. */
    static Map<String, List<String>> parameters(String text, List<Parameter> parameters) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        if (text.isEmpty()) {
            return values;
        }
        String any = parameters.stream().map(each -> Pattern.quote(each.name())).collect(Collectors.joining("|"));
        // A comma within a value is none before the name of a parameter.
        for (String part : text.split(",(?=(?:" + any + ")=)", -1)) {
            int equals = part.indexOf('=');
            String name = equals < 0 ? "" : part.substring(0, equals);
            boolean named = parameters.stream().anyMatch(each -> each.name().equals(name));
            if (named) {
                values.computeIfAbsent(name, added -> new ArrayList<>()).add(part.substring(equals + 1));
            } else if (parameters.isEmpty()) {
                throw new InvariantException(null, "it takes no parameter, but has '" + text + "'");
            } else {
                values.computeIfAbsent(parameters.get(0).name(), added -> new ArrayList<>())
                        .add(part);
            }
        }
        return values;
    }
}
