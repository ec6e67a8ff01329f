package io.github.secures3.documentation;

import io.github.secures3.testing.SourceTree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Links from one file of the project to another. */
final class Links {

    private final SourceTree tree;

    Links(SourceTree tree) {
        this.tree = tree;
    }

    /** The relative links of a page that lead nowhere, each with its place. */
    List<String> broken(Page page) {
        return page.links().stream()
                .filter(link -> !isAbsolute(link))
                .flatMap(link -> problem(page, link).stream())
                .toList();
    }

    private Optional<String> problem(Page page, Page.Link link) {
        int hash = link.target().indexOf('#');
        String path = hash < 0 ? link.target() : link.target().substring(0, hash);
        Path target =
                path.isEmpty() ? page.file() : page.file().resolveSibling(path).normalize();
        if (target.isAbsolute()
                || target.startsWith("..")
                || !Files.exists(tree.root().resolve(target))) {
            return Optional.of(link.place() + ": " + link.target() + " leads to no file of the project");
        }
        if (hash >= 0 && target.toString().endsWith(".md")) {
            String anchor = link.target().substring(hash + 1);
            if (!Page.parse(target, tree.read(target)).anchors().contains(anchor)) {
                return Optional.of(link.place() + ": " + target + " has no heading '#" + anchor + "'");
            }
        }
        return Optional.empty();
    }

    private static boolean isAbsolute(Page.Link link) {
        return link.target().matches("[a-z][a-z0-9+.-]*:.*");
    }
}
