package io.github.secures3.analysis.template;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Reads a file in JSON or YAML into a tree. */
final class TreeFile {

    private TreeFile() {}

    /**
     * The tree of the file.
     *
     * @throws TemplateException if the file cannot be read, is too large, or is neither JSON nor YAML
     */
    static Node read(Path path) {
        String file = path.toString();
        String text = text(path, file);
        String start = text.stripLeading();
        boolean json = start.startsWith("{");
        String lower = file.toLowerCase(Locale.ROOT);
        if (!json) {
            return YamlTree.parse(text, file);
        }
        if (!lower.endsWith(".yaml") && !lower.endsWith(".yml")) {
            return JsonTree.parse(text, file);
        }
        try {
            return JsonTree.parse(text, file);
        } catch (TemplateException noJson) {
            // YAML writes objects in braces too, with names that need no quotes.
            return YamlTree.parse(text, file);
        }
    }

    private static String text(Path path, String file) {
        byte[] bytes;
        try {
            if (!Files.exists(path)) {
                throw new TemplateException(file, "there is no such file");
            }
            if (!Files.isRegularFile(path)) {
                String what = Files.isDirectory(path) ? "a directory" : "no plain file";
                throw new TemplateException(file, "this is " + what + "; give a file in JSON or YAML");
            }
            requireSize(Files.size(path), file);
            try (InputStream in = Files.newInputStream(path)) {
                bytes = in.readNBytes(Limits.FILE_BYTES + 1);
            }
        } catch (IOException unreadable) {
            throw new TemplateException(file, "the file cannot be read: " + Shown.plain(unreadable.toString()));
        }
        requireSize(bytes.length, file);
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            // Every second byte of UTF-16 is one, which as UTF-8 is well formed.
            if (text.indexOf('\0') >= 0) {
                throw new TemplateException(
                        file, "the file holds the character U+0000, so it is not UTF-8 text; save it as UTF-8");
            }
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            throw new TemplateException(file, "the file is not UTF-8; save it as UTF-8");
        }
    }

    private static void requireSize(long bytes, String file) {
        if (bytes > Limits.FILE_BYTES) {
            throw new TemplateException(
                    file,
                    "the file has " + bytes + " bytes; at most " + Limits.FILE_BYTES
                            + " are read, and CloudFormation takes no template above 1 MB");
        }
    }
}
