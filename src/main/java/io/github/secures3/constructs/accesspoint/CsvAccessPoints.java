package io.github.secures3.constructs.accesspoint;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads access points from CSV: a line of column names, then a line for each grant, or for a point without grants.
 *
 * <p>Columns, in any order, of which {@code name} alone must be there: {@code name}, {@code access} (read, write, append or delete), {@code
 * prefix}, {@code principals}, {@code vpc}, {@code owner}, {@code tags}. Several principals, and tags as {@code key=value}, are separated by
 * semicolons. A cell with a comma or quote stands in quotes, a quote within them doubled; no cell spans lines.
 */
final class CsvAccessPoints {

    private static final List<String> COLUMNS =
            List.of("name", "access", "prefix", "principals", "vpc", "owner", "tags");
    private static final int LONGEST_LINE = 65_536;

    private final Refusal refusal;
    private final String file;
    private final ListedPoints points;
    private long line;

    CsvAccessPoints(Refusal refusal, String file) {
        this.refusal = refusal;
        this.file = file;
        this.points = new ListedPoints(refusal, file);
    }

    List<AccessPoint> read(Reader text) throws IOException {
        Map<String, Integer> columns = Map.of();
        for (String row = nextLine(text); row != null; row = nextLine(text)) {
            if (row.isBlank()) {
                continue;
            }
            List<String> cells = cells(row);
            if (columns.isEmpty()) {
                columns = columns(cells);
            } else {
                row(columns, cells);
            }
        }
        boolean headed = !columns.isEmpty();
        here().unless(headed, () -> "the file is empty; start with a line of column names");
        return points.all();
    }

    private Map<String, Integer> columns(List<String> names) {
        Map<String, Integer> columns = new LinkedHashMap<>();
        for (String name : names) {
            here().unless(
                            COLUMNS.contains(name),
                            () -> "column '" + Refusal.shown(name)
                                    + "' is not known; the first line names columns out of "
                                    + String.join(", ", COLUMNS));
            here().unless(
                            columns.put(name, columns.size()) == null,
                            () -> "column '" + name + "' stands twice; leave one out");
        }
        here().unless(columns.containsKey("name"), () -> "there is no column 'name'; the first line names the columns");
        return columns;
    }

    private void row(Map<String, Integer> columns, List<String> cells) {
        here().unless(
                        cells.size() == columns.size(),
                        () -> "the line has " + cells.size() + " cells, and there are " + columns.size()
                                + " columns; write an empty cell where there is no value");
        String name = cell(columns, cells, "name");
        points.point(
                line,
                name,
                cell(columns, cells, "vpc"),
                cell(columns, cells, "owner"),
                tags(cell(columns, cells, "tags")));
        String access = cell(columns, cells, "access");
        String prefix = cell(columns, cells, "prefix");
        String principals = cell(columns, cells, "principals");
        if (access.isEmpty()) {
            here().unless(
                            prefix.isEmpty() && principals.isEmpty(),
                            () ->
                                    "the line has a prefix or principals and no access; write read, write, append or delete");
        } else {
            points.grant(line, name, access, prefix, list(principals));
        }
    }

    private Map<String, String> tags(String cell) {
        Map<String, String> tags = new TreeMap<>();
        for (String tag : list(cell)) {
            int equals = tag.indexOf('=');
            here().unless(equals > 0, () -> "tag '" + Refusal.shown(tag) + "' has no '='; write key=value");
            String key = tag.substring(0, equals);
            here().unless(
                            tags.put(key, tag.substring(equals + 1)) == null,
                            () -> "tag '" + key + "' stands twice; leave one out");
        }
        return tags;
    }

    private static List<String> list(String cell) {
        List<String> parts = new ArrayList<>();
        for (String part : cell.split(";", -1)) {
            if (!part.isBlank()) {
                parts.add(part.strip());
            }
        }
        return parts;
    }

    private static String cell(Map<String, Integer> columns, List<String> cells, String column) {
        Integer index = columns.get(column);
        return index == null ? "" : cells.get(index);
    }

    private List<String> cells(String row) {
        List<String> cells = new ArrayList<>();
        int at = 0;
        while (true) {
            StringBuilder cell = new StringBuilder();
            if (at < row.length() && row.charAt(at) == '"') {
                at = quoted(row, at + 1, cell);
                cells.add(cell.toString());
            } else {
                int comma = row.indexOf(',', at);
                int end = comma < 0 ? row.length() : comma;
                cells.add(row.substring(at, end).strip());
                at = end;
            }
            if (at >= row.length()) {
                return cells;
            }
            int next = at;
            here().unless(row.charAt(next) == ',', () -> "something stands behind a quoted cell; put a comma there");
            at++;
        }
    }

    private int quoted(String row, int start, StringBuilder cell) {
        int at = start;
        while (at < row.length()) {
            char next = row.charAt(at);
            if (next != '"') {
                cell.append(next);
                at++;
            } else if (row.startsWith("\"\"", at)) {
                cell.append('"');
                at += 2;
            } else {
                return at + 1;
            }
        }
        throw here().because("a quote is not closed on its line; close it, or double a quote that belongs to the text");
    }

    /** The next line without its end, or null at the end of the file; no line is read further than it may be long. */
    private @Nullable String nextLine(Reader text) throws IOException {
        StringBuilder row = new StringBuilder();
        int next = text.read();
        if (next < 0) {
            return null;
        }
        line++;
        while (next >= 0 && next != '\n') {
            row.append((char) next);
            if (row.length() > LONGEST_LINE) {
                throw here().because("the line is longer than " + LONGEST_LINE
                        + " characters; write each grant on a line of its own");
            }
            next = text.read();
        }
        int length = row.length();
        return length > 0 && row.charAt(length - 1) == '\r' ? row.substring(0, length - 1) : row.toString();
    }

    private Refusal here() {
        return refusal.at(file, Math.max(line, 1));
    }
}
