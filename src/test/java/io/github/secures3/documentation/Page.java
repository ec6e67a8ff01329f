package io.github.secures3.documentation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A Markdown file taken apart: its fenced blocks, and the links and headings outside of them. */
record Page(Path file, List<Block> blocks, List<Link> links, List<String> anchors) {

    /** A fenced block. Its place is that of its first line, as {@code file:line}. */
    record Block(String language, String text, String place) {}

    /** A link or an image, with its place as {@code file:line}. */
    record Link(String target, String place) {}

    private static final Pattern FENCE = Pattern.compile("^ {0,3}(`{3,}|~{3,})\\s*(\\S*).*$");
    private static final Pattern INLINE_LINK = Pattern.compile("\\]\\(\\s*<?([^)\\s>]+)>?(?:\\s+\"[^\"]*\")?\\s*\\)");
    private static final Pattern REFERENCE = Pattern.compile("^ {0,3}\\[[^\\]]+\\]:\\s*<?(\\S+?)>?(?:\\s.*)?$");
    private static final Pattern HTML_LINK = Pattern.compile("\\b(?:src|href)=\"([^\"]+)\"");
    private static final Pattern CODE_SPAN = Pattern.compile("(`+)[^`].*?\\1");
    private static final Pattern HEADING = Pattern.compile("^ {0,3}#{1,6}\\s+(.*?)\\s*#*$");
    private static final Pattern HTML_ANCHOR = Pattern.compile("<a (?:id|name)=\"([^\"]+)\"");

    static Page parse(Path file, String text) {
        List<Block> blocks = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        List<String> anchors = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int index = 0; index < lines.size(); index++) {
            Matcher fence = FENCE.matcher(lines.get(index));
            if (fence.matches()) {
                int first = index + 1;
                index = first;
                while (index < lines.size() && !lines.get(index).strip().startsWith(fence.group(1))) {
                    index++;
                }
                String body = lines.subList(first, Math.min(index, lines.size())).stream()
                        .collect(Collectors.joining("\n"));
                blocks.add(new Block(fence.group(2).toLowerCase(Locale.ROOT), body, file + ":" + (first + 1)));
                continue;
            }
            readProse(lines.get(index), file + ":" + (index + 1), links, anchors);
        }
        return new Page(file, List.copyOf(blocks), List.copyOf(links), List.copyOf(anchors));
    }

    private static void readProse(String line, String place, List<Link> links, List<String> anchors) {
        Matcher heading = HEADING.matcher(line);
        if (heading.matches()) {
            String anchor = anchor(heading.group(1));
            long earlier = anchors.stream()
                    .filter(other -> other.equals(anchor) || other.matches(Pattern.quote(anchor) + "-\\d+"))
                    .count();
            anchors.add(earlier == 0 ? anchor : anchor + "-" + earlier);
        }
        HTML_ANCHOR.matcher(line).results().forEach(match -> anchors.add(match.group(1)));
        String prose = CODE_SPAN.matcher(line).replaceAll("");
        for (Pattern pattern : List.of(INLINE_LINK, REFERENCE, HTML_LINK)) {
            pattern.matcher(prose).results().forEach(match -> links.add(new Link(match.group(1), place)));
        }
    }

    /** The name under which GitHub links to a heading. */
    private static String anchor(String heading) {
        return heading.replaceAll("\\[([^\\]]*)\\]\\([^)]*\\)", "$1")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
    }
}
