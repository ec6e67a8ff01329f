package io.github.secures3.testing;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import software.amazon.awscdk.App;

/** The feature flags that the CDK recommends to new projects, as the version on the class path ships them. */
public final class RecommendedFlags {

    private static final String ENTRY = "package/recommended-feature-flags.json";
    private static final int BLOCK = 512;

    private static final Map<String, Object> ALL = read();

    private RecommendedFlags() {}

    /** All of them, with the values recommended. */
    public static Map<String, Object> all() {
        return ALL;
    }

    /** The library is a tar archive within its jar, and Java has no reader for those; its headers are simple. */
    private static Map<String, Object> read() {
        String name = "aws-cdk-lib@" + version() + ".jsii.tgz";
        try (InputStream archive = App.class.getResourceAsStream(name)) {
            if (archive == null) {
                throw new IllegalStateException("the CDK has no " + name);
            }
            InputStream tar = new GZIPInputStream(archive);
            for (byte[] header = tar.readNBytes(BLOCK);
                    header.length == BLOCK && header[0] != 0;
                    header = tar.readNBytes(BLOCK)) {
                int size = Integer.parseInt(text(header, 124, 12).strip(), 8);
                byte[] content = tar.readNBytes((size + BLOCK - 1) / BLOCK * BLOCK);
                if (text(header, 0, 100).equals(ENTRY)) {
                    return new TreeMap<>(new ObjectMapper()
                            .readValue(content, 0, size, new TypeReference<Map<String, Object>>() {}));
                }
            }
            throw new IllegalStateException(name + " has no " + ENTRY);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String text(byte[] header, int start, int length) {
        String field = new String(header, start, length, StandardCharsets.US_ASCII);
        int end = field.indexOf('\0');
        return end < 0 ? field : field.substring(0, end);
    }

    private static String version() {
        String path =
                App.class.getProtectionDomain().getCodeSource().getLocation().getPath();
        return path.replaceAll(".*/aws-cdk-lib-(.*)\\.jar", "$1");
    }
}
