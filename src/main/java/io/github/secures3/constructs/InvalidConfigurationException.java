package io.github.secures3.constructs;

import software.constructs.Construct;

/**
 * A construct was asked for something that cannot work or would not be safe.
 *
 * <p>The message starts with the construct's path in the tree and says what was wrong, the value, what is allowed and how to mend it.
 *
 * @since 0.1
 */
public final class InvalidConfigurationException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String constructPath;

    /** Names the construct and the problem. */
    public InvalidConfigurationException(String constructPath, String problem) {
        super(constructPath + ": " + problem);
        this.constructPath = constructPath;
    }

    /** Names a construct that is not made yet by where it would stand. */
    public static InvalidConfigurationException of(Construct scope, String id, String problem) {
        return new InvalidConfigurationException(pathOf(scope, id), problem);
    }

    /** Where a construct that is not made yet would stand. */
    public static String pathOf(Construct scope, String id) {
        String parent = scope.getNode().getPath();
        return parent.isEmpty() ? id : parent + "/" + id;
    }

    /** The path of the construct, such as {@code Storage/Data}. */
    public String constructPath() {
        return constructPath;
    }
}
