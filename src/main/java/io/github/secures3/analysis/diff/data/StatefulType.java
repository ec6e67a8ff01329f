package io.github.secures3.analysis.diff.data;

import io.github.secures3.analysis.model.Resource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A type of resource that holds data, keys or addresses, so that a new one cannot take the place of the old.
 *
 * @param type the type, such as {@code AWS::S3::Bucket}
 * @param word what such a resource is called
 * @param createOnly the properties whose change makes CloudFormation replace the resource
 */
record StatefulType(String type, String word, List<String> createOnly) {

    private static final String DATA = "create-only.tsv";
    private static final Map<String, StatefulType> BY_TYPE = read();

    StatefulType {
        createOnly = List.copyOf(createOnly);
    }

    /** The type of a resource, where it is one of these. */
    static Optional<StatefulType> of(Resource resource) {
        return Optional.ofNullable(BY_TYPE.get(resource.element().type()));
    }

    private static Map<String, StatefulType> read() {
        InputStream data = StatefulType.class.getResourceAsStream("/io/github/secures3/analysis/diff/data/" + DATA);
        if (data == null) {
            throw new IllegalStateException("the library lacks its file " + DATA);
        }
        Map<String, StatefulType> all = new LinkedHashMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(data, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                String[] fields = line.split("\t", -1);
                List<String> names = fields[2].equals("-") ? List.of() : List.of(fields[2].split(" ", -1));
                all.put(fields[0], new StatefulType(fields[0], fields[1], names));
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return all;
    }
}
