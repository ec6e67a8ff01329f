package io.github.secures3.analysis.rules;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Which requirements of standards a control stands for, as those who publish the control say.
 *
 * <p>A line of the data is a control, a catalog and the requirements of that catalog, set apart by tabs and commas.
 *
 * @see <a href="https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html">Related requirements of each control</a>
 */
final class RelatedRequirements {

    private static final String DATA = "related-requirements.tsv";
    private static final Map<Control, List<Control>> ALL = read();

    private RelatedRequirements() {}

    static List<Control> of(Control control) {
        return ALL.getOrDefault(control, List.of());
    }

    private static Map<Control, List<Control>> read() {
        Map<Control, List<Control>> all = new LinkedHashMap<>();
        try (InputStream in = Objects.requireNonNull(RelatedRequirements.class.getResourceAsStream(DATA), DATA);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#") && !line.isBlank()) {
                    add(line.split("\t", -1), all);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return all;
    }

    private static void add(String[] fields, Map<Control, List<Control>> all) {
        Control source = new Control(Framework.valueOf(fields[0]), fields[1]);
        Framework framework = Framework.valueOf(fields[2]);
        List<Control> related = all.computeIfAbsent(source, key -> new ArrayList<>());
        for (String id : fields[3].split(",", -1)) {
            related.add(new Control(framework, id));
        }
    }
}
