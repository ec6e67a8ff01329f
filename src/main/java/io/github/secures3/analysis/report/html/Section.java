package io.github.secures3.analysis.report.html;

/** The sections of the page, in their order. */
enum Section {
    OVERVIEW("overview", "Overview"),
    ACCESS("access", "Access"),
    PROTECTIONS("protections", "Protections"),
    FINDINGS("findings", "Findings"),
    COVERAGE("controls", "Controls"),
    UNKNOWNS("unknown", "Not known");

    private final String anchor;
    private final String title;

    Section(String anchor, String title) {
        this.anchor = anchor;
        this.title = title;
    }

    String anchor() {
        return anchor;
    }

    String title() {
        return title;
    }

    /** Opens the section with its heading; {@link HtmlWriter#close} ends it. */
    HtmlWriter open(HtmlWriter out) {
        String id = anchor + "-heading";
        return out.open("section", "id", anchor, "aria-labelledby", id).element("h2", title, "id", id);
    }
}
