package io.github.secures3.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.analysis.prove.internal.Axiom;
import io.github.secures3.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of axioms in docs/proofs.md is the library's own. */
class ProofsPageTest {

    private static final Path FILE = Path.of("docs", "proofs.md");
    private static final String HEAD = "| axiom | says |\n|---|---|\n";

    @Test
    void lists_every_axiom_with_its_page() throws IOException {
        String page = Files.readString(FILE);
        assertThat(page).contains(HEAD);
        int start = page.indexOf(HEAD) + HEAD.length();
        int end = start;
        while (page.startsWith("|", end)) {
            end = page.indexOf('\n', end) + 1;
        }

        Golden.check(FILE, page.substring(0, start) + rows() + page.substring(end));
    }

    private static String rows() {
        return Stream.of(Axiom.values())
                .map(axiom -> "| " + axiom.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " | [" + axiom.sentence()
                        + "](" + axiom.page() + ") |\n")
                .collect(Collectors.joining());
    }
}
