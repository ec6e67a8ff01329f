package io.github.secures3.constructs.bucket;

/** The rule for every reason that an opt-out asks for. */
final class OptOutReason {

    private static final int MAXIMUM_LENGTH = 256;

    private OptOutReason() {}

    static String checked(String method, String reason) {
        if (reason.isBlank() || reason.length() > MAXIMUM_LENGTH) {
            throw new IllegalArgumentException(method + " was given the reason '" + reason + "'; say in 1 to "
                    + MAXIMUM_LENGTH + " characters why this bucket may go without the default");
        }
        return reason;
    }
}
