package io.github.secures3.analysis.report.html;

import io.github.secures3.analysis.model.Assumption;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.model.Gap;
import io.github.secures3.analysis.report.access.AccessMap;

/** What the page cannot say, and what it takes for granted. */
final class UnknownsSection {

    private UnknownsSection() {}

    static void write(HtmlWriter out, Estate estate, AccessMap access) {
        Section.UNKNOWNS.open(out);
        out.open("ul");
        for (Gap gap : estate.gaps()) {
            gap(out, gap);
        }
        for (Assumption assumption : estate.assumptions()) {
            out.open("li")
                    .element("code", assumption.stack() + "/" + assumption.parameter())
                    .space()
                    .text("is a parameter, taken at its default '" + assumption.value() + "'")
                    .close();
        }
        out.element(
                "li",
                "Administrators of the accounts, and other identities that the templates do not hold, are not shown unless a policy names them.");
        out.element("li", "Settings of the account and the organization count only where the templates hold them.");
        if (access.leftOut() > 0) {
            out.element("li", access.leftOut() + " pairs of caller and bucket were not asked about.");
        }
        out.close().close();
    }

    static void gap(HtmlWriter out, Gap gap) {
        out.open("li")
                .element("code", gap.stack() + "/" + gap.name())
                .space()
                .text(gap.reason() + " (" + gap.at().text() + ")")
                .close();
    }
}
