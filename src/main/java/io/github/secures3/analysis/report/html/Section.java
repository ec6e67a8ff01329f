package io.github.secures3.analysis.report.html;

/**
 * A section of a page.
 *
 * @param anchor its id
 * @param title its heading
 */
record Section(String anchor, String title) {

    static final Section OVERVIEW = new Section("overview", "Overview");
    static final Section ACCESS = new Section("access", "Access");
    static final Section PROTECTIONS = new Section("protections", "Protections");
    static final Section FINDINGS = new Section("findings", "Findings");
    static final Section COVERAGE = new Section("controls", "Controls");
    static final Section CHANGES = new Section("changes", "Changes");
    static final Section BEFORE_AND_AFTER = new Section("buckets", "Before and after");
    static final Section UNKNOWNS = new Section("unknown", "Not known");

    /** Opens the section with its heading; {@link HtmlWriter#close} ends it. */
    HtmlWriter open(HtmlWriter out) {
        String id = anchor + "-heading";
        return out.open("section", "id", anchor, "aria-labelledby", id).element("h2", title, "id", id);
    }
}
