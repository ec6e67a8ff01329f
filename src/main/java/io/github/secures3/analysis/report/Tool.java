package io.github.secures3.analysis.report;

/** What reports say about the program that wrote them. */
final class Tool {

    static final String NAME = "secure-s3";
    static final String PAGE = "https://github.com/secures3/secure-s3-constructs";

    private Tool() {}

    /** The version that the jar's manifest names. */
    static String version() {
        String version = Tool.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
