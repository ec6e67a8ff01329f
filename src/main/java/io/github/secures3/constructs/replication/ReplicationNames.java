package io.github.secures3.constructs.replication;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names that both sides can work out from the name of a bucket, which no other bucket in the world has. */
final class ReplicationNames {

    private static final String SUFFIX = "-replication";
    private static final int LONGEST_ROLE_NAME = 64;
    private static final int DIGEST_BYTES = 4;

    private ReplicationNames() {}

    /** The name of the role that replicates from a bucket; a bucket name too long for it ends in a digest instead. */
    static String role(String bucketName) {
        String name = bucketName + SUFFIX;
        if (name.length() <= LONGEST_ROLE_NAME) {
            return name;
        }
        String digest = HexFormat.of().formatHex(sha256(bucketName), 0, DIGEST_BYTES);
        int kept = LONGEST_ROLE_NAME - SUFFIX.length() - digest.length() - 1;
        return bucketName.substring(0, kept) + "-" + digest + SUFFIX;
    }

    /** The alias of the key of a bucket; aliases hold no period, bucket names no underscore. */
    static String keyAlias(String bucketName) {
        return "alias/" + bucketName.replace('.', '_');
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java platform has SHA-256", impossible);
        }
    }
}
