package io.github.secures3.constructs.accesspoint;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** A file with access points, CSV or JSON by the ending of its name. Whatever it holds, reading it ends within bounds. */
final class AccessPointFile {

    private static final long MOST_BYTES = 64L * 1024 * 1024;

    private AccessPointFile() {}

    static List<AccessPoint> read(Refusal refusal, Path file) {
        String name = String.valueOf(file.getFileName());
        String lower = name.toLowerCase(Locale.ROOT);
        boolean csv = lower.endsWith(".csv");
        refusal.unless(
                csv || lower.endsWith(".json"),
                () -> "'" + file + "' is neither CSV nor JSON by its name; name the file .csv or .json");
        try {
            refusal.unless(
                    Files.isRegularFile(file),
                    () -> "'" + file
                            + "' is no file that can be read; give the path of a file, absolute or from where the app runs");
            long size = Files.size(file);
            refusal.unless(
                    size <= MOST_BYTES,
                    () -> "'" + file + "' has " + size + " bytes; " + MOST_BYTES
                            + " are allowed, so split it over several files");
            try (Reader text = new BufferedReader(new InputStreamReader(
                    Files.newInputStream(file),
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT)))) {
                skipByteOrderMark(text);
                return csv
                        ? new CsvAccessPoints(refusal, name).read(text)
                        : new JsonAccessPoints(refusal, name).read(text);
            }
        } catch (CharacterCodingException malformed) {
            throw refusal.because("'" + file + "' is not UTF-8; save it in that encoding");
        } catch (IOException failure) {
            throw refusal.because("'" + file + "' cannot be read: " + failure.getMessage());
        }
    }

    private static void skipByteOrderMark(Reader text) throws IOException {
        text.mark(1);
        if (text.read() != '\uFEFF') {
            text.reset();
        }
    }
}
