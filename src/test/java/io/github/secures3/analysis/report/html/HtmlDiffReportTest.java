package io.github.secures3.analysis.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.analysis.diff.EstateDiff;
import io.github.secures3.analysis.template.ReadOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlDiffReportTest {

    private static final Path SHOWCASE =
            Path.of("src/test/resources/io/github/secures3/analysis/report/html/showcase.yaml");

    @TempDir
    private Path directory;

    private static String page(Path base, Path head) {
        return HtmlDiffReport.render(EstateDiff.read(
                List.of(base), List.of(head), ReadOptions.defaults().withEnvironment("111122223333", "eu-west-1")));
    }

    /** The showcase after these replacements, each of which finds its text. */
    private Path changed(String... texts) throws IOException {
        String template = Files.readString(SHOWCASE);
        for (int at = 0; at < texts.length; at += 2) {
            assertThat(template).contains(texts[at]);
            template = template.replace(texts[at], texts[at + 1]);
        }
        return Files.writeString(directory.resolve("head.yaml"), template);
    }

    private static List<String> all(String page, String pattern) {
        return Pattern.compile(pattern, Pattern.DOTALL)
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void shows_access_before_and_after_side_by_side() throws IOException {
        String page = page(
                SHOWCASE,
                changed(
                        "                Action: s3:PutObject\n                Resource: !Sub \"${Orders.Arn}/new/*\"",
                        "                Action: [s3:PutObject, s3:GetObject]\n"
                                + "                Resource: !Sub \"${Orders.Arn}/*\""));

        assertThat(all(page, "<title id=\"[^\"]*\">((?:Before|After): Shop/Orders)</title>"))
                .containsExactly("Before: Shop/Orders", "After: Shop/Orders");
        List<String> orders = all(page, "<desc[^>]*>([^<]*Shop/Checkout[^<]*through access point[^<]*)</desc>");
        assertThat(orders.get(0)).contains("Shop/Checkout (directly) can write.");
        assertThat(orders.get(1)).contains("Shop/Checkout (directly) can read, write.");
        assertThat(page).contains("<strong>weakened</strong>");
        assertThat(all(page, "<li>\\s*(<strong>(?:Before|After):</strong> [^<]*)</li>"))
                .containsExactly(
                        "<strong>Before:</strong> Shop/Checkout (directly) can write.",
                        "<strong>After:</strong> Shop/Checkout (directly) can read, write.");
    }

    @Test
    void marks_the_protections_that_are_different() throws IOException {
        String page = page(
                SHOWCASE,
                changed(
                        "        DestinationBucketName: !Ref Logs\n        LogFilePrefix: orders/",
                        "        LogFilePrefix: orders/"));

        assertThat(all(page, "<tr class=\"changed\">\\s*<th scope=\"row\">([a-z A-Z]+)<"))
                .containsExactly("access logs", "access logs");
        assertThat(page).contains("to Logs; prefix &#39;orders/&#39;", "to itself");
    }

    @Test
    void shows_a_bucket_that_is_new_and_one_that_is_gone() throws IOException {
        Path without = changed(
                "  GrantsInstance:\n    Type: AWS::S3::AccessGrantsInstance",
                "  Fresh:\n    Type: AWS::S3::Bucket\n  GrantsInstance:\n    Type: AWS::S3::AccessGrantsInstance");

        assertThat(page(SHOWCASE, without))
                .containsOnlyOnce("The bucket is not there.")
                .contains("<h3>head/Fresh</h3>");
        assertThat(page(without, SHOWCASE)).containsOnlyOnce("The bucket is not there.");
    }

    @Test
    void says_that_nothing_changed_where_nothing_did() {
        String page = page(SHOWCASE, SHOWCASE);

        assertThat(page)
                .contains(
                        "Nothing that matters to security is different.",
                        "Who reaches it is the same before and after.")
                .doesNotContain("<tr class=\"changed\">");
    }
}
