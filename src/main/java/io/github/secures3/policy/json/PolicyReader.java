package io.github.secures3.policy.json;

import io.github.secures3.policy.PolicyDocument;
import io.github.secures3.policy.PolicyType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads policy documents from JSON.
 *
 * <p>A value may stand alone or in an array wherever the grammar lists values, and {@code Statement} may be one object. Element names,
 * {@code Effect} and principal types count in the spelling of the grammar; condition keys are kept as written, and condition operators are read
 * in any case. Empty arrays and objects, a missing {@code Version} and a missing {@code Sid} are read, as AWS does no more than advise against
 * them. CDK tokens inside strings are never looked into.
 *
 * <p>The statements are checked against the grammar of the given type. Whether an action or a condition key exists is not checked.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html">Grammar of the policy language</a>
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html">Policy checks</a>
 * @since 0.1
 */
public final class PolicyReader {

    /** The longest text that is read, in characters: 1 MiB, fifty times the largest policy that AWS stores. */
    public static final int MAX_LENGTH = 1 << 20;

    private static final int MAX_BYTES = 4 * MAX_LENGTH;
    private static final String UNNAMED = "policy";

    private PolicyReader() {}

    /**
     * Reads a document; messages call it {@code policy}.
     *
     * @throws PolicySyntaxException if the text is no valid policy of this type, with line and column
     */
    public static PolicyDocument read(String json, PolicyType type) {
        return read(json, type, UNNAMED);
    }

    /**
     * Reads a document that messages call by the given name.
     *
     * @throws PolicySyntaxException if the text is no valid policy of this type, with line and column
     */
    public static PolicyDocument read(String json, PolicyType type, String source) {
        Faults faults = new Faults(source);
        if (json.length() > MAX_LENGTH) {
            throw faults.at(
                    Position.START,
                    "the text has " + json.length() + " characters; at most " + MAX_LENGTH
                            + " are read, and no AWS policy is that long");
        }
        return new DocumentReader(type, faults).read(LocatedJson.parse(json, faults));
    }

    /**
     * Reads a document from a file in UTF-8; messages name the file.
     *
     * @throws PolicySyntaxException if the file holds no valid policy of this type, with line and column
     * @throws IOException if the file cannot be read
     */
    public static PolicyDocument read(Path file, PolicyType type) throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MAX_BYTES + 1);
        }
        String source = file.toString();
        if (bytes.length > MAX_BYTES) {
            throw new Faults(source)
                    .at(Position.START, "the file has more than " + MAX_BYTES + " bytes; no AWS policy is that long");
        }
        return read(decode(bytes, new Faults(source)), type, source);
    }

    private static String decode(byte[] bytes, Faults faults) {
        CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
        CharBuffer text = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = utf8.decode(ByteBuffer.wrap(bytes), text, true);
        String decoded = text.flip().toString();
        if (result.isError()) {
            throw faults.at(endOf(decoded), "the file is not UTF-8 from here on; save it as UTF-8");
        }
        return decoded;
    }

    private static Position endOf(String text) {
        int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
        return new Position(line, text.length() - text.lastIndexOf('\n'));
    }
}
