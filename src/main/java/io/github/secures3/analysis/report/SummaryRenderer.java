package io.github.secures3.analysis.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Writes a summary for a terminal of 92 columns, without colour. */
final class SummaryRenderer {
    private static final int WIDTH = 92;
    private static final int TEXT_COLUMN = 20;

    private final Path workingDirectory;
    private final StringBuilder out = new StringBuilder();

    SummaryRenderer(Path workingDirectory) {
        this.workingDirectory = workingDirectory.toAbsolutePath().normalize();
    }

    String render(List<TemplateProtections> templates) {
        boolean several = templates.size() > 1;
        for (TemplateProtections template : templates) {
            if (several && !(template.buckets().isEmpty() && template.notes().isEmpty())) {
                out.append("Stack ").append(template.stack()).append("\n\n");
            }
            template.buckets().forEach(this::bucket);
            template.notes().forEach(note -> line("  note", note));
            out.append(template.notes().isEmpty() ? "" : "\n");
        }
        if (templates.stream()
                .flatMap(template -> template.buckets().stream())
                .flatMap(bucket -> bucket.protections().stream())
                .anyMatch(protection -> protection.words().contains("not set"))) {
            out.append("\"not set\" leaves the matter to what the service does by default.\n\n");
        }
        files(templates);
        return out.toString();
    }

    private void bucket(BucketProtections bucket) {
        String id = bucket.logicalId();
        String heading = bucket.path() == null ? id : bucket.path() + "  (" + id + ")";
        out.append(heading).append('\n');
        String condition = bucket.condition();
        if (condition != null) {
            line("  created", "unknown: " + condition);
        }
        List<String> unused = new ArrayList<>();
        for (Protection protection : bucket.protections()) {
            if (protection.topic().optional() && protection.words().equals("off")) {
                unused.add(protection.topic().label());
            } else {
                line("  " + protection.topic().label(), protection.words());
            }
        }
        if (!bucket.denies().isEmpty()) {
            line("    denies", Words.list(bucket.denies()));
        }
        if (!unused.isEmpty()) {
            line("  not used", Words.list(unused));
        }
        String label = "  opted out";
        for (String optOut : bucket.optOuts()) {
            line(label, optOut);
            label = "";
        }
        out.append('\n');
    }

    private void line(String label, String text) {
        StringBuilder line = new StringBuilder(label).append(" ".repeat(Math.max(1, TEXT_COLUMN - label.length())));
        boolean first = true;
        for (String word : text.split(" +", 0)) {
            if (!first && line.length() + 1 + word.length() > WIDTH) {
                out.append(line).append('\n');
                line = new StringBuilder(" ".repeat(TEXT_COLUMN));
                first = true;
            }
            line.append(first ? "" : " ").append(word);
            first = false;
        }
        out.append(line.toString().stripTrailing()).append('\n');
    }

    private void files(List<TemplateProtections> templates) {
        int buckets = templates.stream().mapToInt(each -> each.buckets().size()).sum();
        int keys = templates.stream().mapToInt(TemplateProtections::keys).sum();
        if (templates.size() == 1) {
            out.append("Template: ").append(place(templates.get(0).file()));
            out.append(" (").append(counts(buckets, keys)).append(")\n");
            return;
        }
        out.append("Templates:\n");
        for (TemplateProtections template : templates) {
            out.append("  ").append(place(template.file()));
            out.append(" (")
                    .append(counts(template.buckets().size(), template.keys()))
                    .append(")\n");
        }
        out.append(Words.count(templates.size(), "stack"))
                .append(", ")
                .append(counts(buckets, keys))
                .append('\n');
    }

    private static String counts(int buckets, int keys) {
        return Words.count(buckets, "bucket") + (keys == 0 ? "" : ", " + Words.count(keys, "key"));
    }

    private String place(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        Path shown = absolute.startsWith(workingDirectory) ? workingDirectory.relativize(absolute) : absolute;
        return Words.printable(Objects.toString(shown).replace('\\', '/'));
    }
}
