package io.github.secures3.cli;

/** An option that cannot be used as it was given. */
final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
