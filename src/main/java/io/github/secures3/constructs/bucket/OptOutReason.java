package io.github.secures3.constructs.bucket;

/** The rule for every reason that an opt-out asks for. */
final class OptOutReason {

    private static final int MAXIMUM_LENGTH = 256;

    private OptOutReason() {}

    static void check(ConfigurationCheck check, String method, String reason) {
        check.that(
                !reason.isBlank() && reason.length() <= MAXIMUM_LENGTH,
                () -> method + " was given the reason '" + shown(reason) + "'; say in 1 to " + MAXIMUM_LENGTH
                        + " characters why this bucket may go without the default");
    }

    private static String shown(String reason) {
        return reason.length() <= MAXIMUM_LENGTH ? reason : reason.substring(0, MAXIMUM_LENGTH) + "...";
    }
}
