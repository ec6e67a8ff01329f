package io.github.secures3.policy.catalog;

import io.github.secures3.policy.catalog.ActionDefinition.Target;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the data files: one fact a line, fields apart by tabs, list items by commas, {@code -} for an empty list, {@code #} for a comment.
 *
 * <p>Everything must be sorted, and whatever a line names must be defined on a line before it, so that a damaged file is refused.
 */
final class CatalogReader {

    private static final List<String> KINDS = List.of("service", "key", "resource", "action");
    private static final int ACTION_FIELDS = 6;

    private final String file;
    private int line;
    private String lastKind = KINDS.get(0);
    private String lastName = "";
    private @Nullable ServiceHeader header;
    private final List<ConditionKey> keys = new ArrayList<>();
    private final List<ResourceType> resourceTypes = new ArrayList<>();
    private final List<ActionDefinition> actions = new ArrayList<>();

    private CatalogReader(String file) {
        this.file = file;
    }

    static ServiceCatalog readService(String resource) {
        return open(resource, text -> readService(resource, text));
    }

    static ConditionKeys readConditionKeys(String resource) {
        return open(resource, text -> readConditionKeys(resource, text));
    }

    /**
     * Reads a service.
     *
     * @throws IllegalArgumentException if a line is malformed, with file and line
     */
    static ServiceCatalog readService(String file, Reader text) {
        CatalogReader reader = new CatalogReader(file);
        reader.readAll(text);
        if (reader.header == null || reader.actions.isEmpty()) {
            throw reader.refused("the file ends without a service line or without actions");
        }
        return new ServiceCatalog(reader.header, new ConditionKeys(reader.keys), reader.resourceTypes, reader.actions);
    }

    /**
     * Reads a file of nothing but condition keys.
     *
     * @throws IllegalArgumentException if a line is malformed, with file and line
     */
    static ConditionKeys readConditionKeys(String file, Reader text) {
        CatalogReader reader = new CatalogReader(file);
        reader.readAll(text);
        if (reader.header != null || reader.keys.isEmpty()) {
            throw reader.refused("the file must hold condition keys and no service");
        }
        return new ConditionKeys(reader.keys);
    }

    private static <T> T open(String resource, Function<Reader, T> read) {
        try (InputStream bytes = CatalogReader.class.getResourceAsStream(resource)) {
            if (bytes == null) {
                throw new IllegalStateException("the library lacks its data file " + resource + "; its jar is damaged");
            }
            return read.apply(new InputStreamReader(bytes, StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read the data file " + resource, failure);
        }
    }

    private void readAll(Reader text) {
        try {
            BufferedReader lines = new BufferedReader(text);
            for (String next = lines.readLine(); next != null; next = lines.readLine()) {
                line++;
                if (!next.startsWith("#")) {
                    readLine(next.split("\t", -1));
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read the data file " + file, failure);
        }
    }

    private void readLine(String[] fields) {
        if (Arrays.stream(fields).anyMatch(field -> field.isBlank() || !field.equals(field.strip()))) {
            throw refused("a field is empty or has spaces around it; write - for an empty list");
        }
        checkOrder(fields);
        switch (fields[0]) {
            case "service" -> readHeader(expect(fields, 5));
            case "key" -> readKey(expect(fields, 4));
            case "resource" -> readResourceType(expect(fields, 4));
            default -> readAction(expect(fields, ACTION_FIELDS));
        }
    }

    private void checkOrder(String[] fields) {
        String kind = fields[0];
        if (!KINDS.contains(kind)) {
            throw refused("unknown kind of line '" + kind + "'; allowed are " + String.join(", ", KINDS));
        }
        String name = fields.length > 1 ? fields[1] : "";
        if (KINDS.indexOf(kind) < KINDS.indexOf(lastKind)) {
            throw refused(
                    "a '" + kind + "' line after a '" + lastKind + "' line; the order is " + String.join(", ", KINDS));
        }
        if (kind.equals(lastKind) && String.CASE_INSENSITIVE_ORDER.compare(lastName, name) >= 0) {
            throw refused("'" + name + "' after '" + lastName + "'; names must be sorted and appear once");
        }
        lastKind = kind;
        lastName = name;
    }

    private void readHeader(String[] fields) {
        if (header != null) {
            throw refused("a second service line; a file describes one service");
        }
        try {
            header = new ServiceHeader(fields[1], fields[2], URI.create(fields[3]), LocalDate.parse(fields[4]));
        } catch (IllegalArgumentException | DateTimeException malformed) {
            throw refused(
                    "'" + fields[3] + "' and '" + fields[4] + "' must be an address and a day such as 2026-09-27",
                    malformed);
        }
    }

    private void readKey(String[] fields) {
        List<ConditionKeyType> types = Arrays.stream(fields[2].split(",", -1))
                .map(type -> ConditionKeyType.of(type)
                        .orElseThrow(() -> refused("unknown type '" + type + "' of the key " + fields[1])))
                .toList();
        if (!fields[3].equals("single") && !fields[3].equals("multi")) {
            throw refused("'" + fields[3] + "' must be single or multi");
        }
        String fixed = fields[1].replaceFirst("\\$\\{\\w+}|<\\w+>", "");
        if (fixed.matches(".*[${}<>].*")) {
            throw refused("the key " + fields[1] + " may leave one part open, as ${Name} or <name>");
        }
        keys.add(new ConditionKey(fields[1], types, fields[3].equals("multi")));
    }

    private void readResourceType(String[] fields) {
        if (!fields[2].startsWith("arn:")) {
            throw refused("'" + fields[2] + "' must be the pattern of an ARN");
        }
        resourceTypes.add(new ResourceType(fields[1], fields[2], keyNames(fields[3])));
    }

    private void readAction(String[] fields) {
        ServiceHeader service = Optional.ofNullable(header)
                .orElseThrow(() -> refused("an action line without a service line before it"));
        AccessLevel level = AccessLevel.of(fields[2])
                .orElseThrow(() -> refused("unknown access level '" + fields[2] + "' of the action " + fields[1]));
        List<Target> targets = list(fields[3]).stream().map(this::target).toList();
        actions.add(new ActionDefinition(
                service.prefix(), fields[1], level, targets, keyNames(fields[4]), dependentActions(fields[5])));
    }

    private Target target(String item) {
        boolean required = item.endsWith("*");
        String name = required ? item.substring(0, item.length() - 1) : item;
        if (resourceTypes.stream().noneMatch(type -> type.name().equals(name))) {
            throw refused("the resource type '" + name + "' is not defined above");
        }
        return new Target(name, required);
    }

    private List<String> keyNames(String field) {
        List<String> names = list(field);
        for (String name : names) {
            if (keys.stream().noneMatch(key -> key.name().equals(name))) {
                throw refused("the condition key '" + name + "' is not defined above");
            }
        }
        return names;
    }

    private List<String> dependentActions(String field) {
        List<String> names = list(field);
        for (String name : names) {
            if (!name.matches("[a-z0-9-]+:[A-Za-z0-9]+")) {
                throw refused("the dependent action '" + name + "' must be a prefix, a colon and a name");
            }
        }
        return names;
    }

    private List<String> list(String field) {
        List<String> items = field.equals("-") ? List.of() : List.of(field.split(",", -1));
        for (int i = 1; i < items.size(); i++) {
            if (String.CASE_INSENSITIVE_ORDER.compare(items.get(i - 1), items.get(i)) >= 0) {
                throw refused("'" + items.get(i) + "' after '" + items.get(i - 1)
                        + "'; lists must be sorted, without repeats");
            }
        }
        return items;
    }

    private String[] expect(String[] fields, int count) {
        if (fields.length != count) {
            throw refused(
                    "'" + fields[0] + "' lines have " + count + " fields apart by tabs, this one has " + fields.length);
        }
        return fields;
    }

    private IllegalArgumentException refused(String problem) {
        return new IllegalArgumentException(file + " line " + line + ": " + problem);
    }

    private IllegalArgumentException refused(String problem, Exception cause) {
        return new IllegalArgumentException(file + " line " + line + ": " + problem, cause);
    }
}
