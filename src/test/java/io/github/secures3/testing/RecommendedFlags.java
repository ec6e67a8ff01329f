package io.github.secures3.testing;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.GZIPInputStream;
import software.amazon.awscdk.App;

/**
 * The feature flags that the CDK on the class path recommends for new apps, out of its own package.
 *
 * @see <a href="https://docs.aws.amazon.com/cdk/v2/guide/featureflags.html">Feature flags</a>
 */
public final class RecommendedFlags {

    private static final String FILE = "package/recommended-feature-flags.json";
    private static final int BLOCK = 512;

    private RecommendedFlags() {}

    /** The flags with their recommended values. */
    public static Map<String, Object> read() {
        Path jar = Path.of(
                App.class.getProtectionDomain().getCodeSource().getLocation().getPath());
        try (JarFile files = new JarFile(jar.toFile())) {
            JarEntry archive = files.stream()
                    .filter(entry -> entry.getName().endsWith(".jsii.tgz"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no jsii package in " + jar));
            try (InputStream tar = new GZIPInputStream(files.getInputStream(archive), 1 << 16)) {
                return new ObjectMapper().readValue(fileIn(tar), new TypeReference<>() {});
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A tar archive is a header of 512 bytes and the content in blocks of 512 bytes, file by file. */
    private static byte[] fileIn(InputStream tar) throws IOException {
        byte[] header = tar.readNBytes(BLOCK);
        while (header.length == BLOCK && header[0] != 0) {
            long size = Long.parseLong(text(header, 124, 12).trim(), 8);
            if (text(header, 0, 100).equals(FILE)) {
                return tar.readNBytes((int) size);
            }
            tar.skipNBytes((size + BLOCK - 1) / BLOCK * BLOCK);
            header = tar.readNBytes(BLOCK);
        }
        throw new IllegalStateException("no " + FILE + " in the CDK's package");
    }

    private static String text(byte[] header, int start, int length) {
        String field = new String(header, start, length, StandardCharsets.US_ASCII);
        int end = field.indexOf('\0');
        return end < 0 ? field : field.substring(0, end);
    }
}
