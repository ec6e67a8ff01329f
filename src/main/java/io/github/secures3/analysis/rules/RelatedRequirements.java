package io.github.secures3.analysis.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which requirements of standards a control stands for, as those who publish the control say.
 *
 * @see <a href="https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html">Related requirements of each control</a>
 */
final class RelatedRequirements {

    private static final Map<Control, List<Control>> ALL = read();

    private RelatedRequirements() {}

    static List<Control> of(Control control) {
        return ALL.getOrDefault(control, List.of());
    }

    private static Map<Control, List<Control>> read() {
        Map<Control, List<Control>> all = new TreeMap<>();
        for (List<String> fields : TabSeparated.read("related-requirements.tsv")) {
            Control source = new Control(Framework.valueOf(fields.get(0)), fields.get(1));
            Framework framework = Framework.valueOf(fields.get(2));
            List<Control> related = all.computeIfAbsent(source, key -> new ArrayList<>());
            for (String id : fields.get(3).split(",", -1)) {
                related.add(new Control(framework, id));
            }
        }
        return all;
    }
}
