package io.github.secures3.analysis.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.model.Location;
import io.github.secures3.analysis.model.SourceLine;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The places of findings as SARIF writes them. */
final class SarifPlaces {

    private static final int DIGEST_CHARACTERS = 16;

    private final Path workingDirectory;

    SarifPlaces(Path workingDirectory) {
        this.workingDirectory = workingDirectory.toAbsolutePath().normalize();
    }

    ObjectNode physical(Location place) {
        ObjectNode physical = physical(place.file(), place.line());
        physical.withObject("/region").put("startColumn", Math.max(1, place.column()));
        return physical;
    }

    /** A line of the app, whose file is named from the directory of the sources unless it has a place of its own. */
    ObjectNode physical(Path sources, SourceLine line) {
        try {
            return physical(sources.resolve(line.file()).toString(), line.line());
        } catch (InvalidPathException noFile) {
            return physical(line.file(), line.line());
        }
    }

    private ObjectNode physical(String file, int line) {
        ObjectNode physical = PrettyJson.object();
        physical.set("artifactLocation", artifact(file));
        physical.putObject("region").put("startLine", Math.max(1, line));
        return physical;
    }

    private ObjectNode artifact(String file) {
        ObjectNode artifact = PrettyJson.object();
        try {
            Path absolute = workingDirectory.resolve(file).normalize();
            if (absolute.startsWith(workingDirectory)) {
                String relative = workingDirectory.relativize(absolute).toString();
                return artifact.put("uri", encoded(relative.replace('\\', '/'))).put("uriBaseId", "%SRCROOT%");
            }
            return artifact.put("uri", absolute.toUri().toASCIIString());
        } catch (InvalidPathException noFile) {
            return artifact.put("uri", encoded(file));
        }
    }

    private static String encoded(String path) {
        try {
            // A first segment with a colon would be taken for a scheme.
            String safe = path.contains(":") ? "./" + path : path;
            return new URI(null, null, safe, null).toASCIIString();
        } catch (URISyntaxException noPath) {
            return "unknown";
        }
    }

    static ArrayNode logical(Finding finding) {
        ArrayNode locations = JsonNodeFactory.instance.arrayNode();
        String path = finding.constructPath();
        if (path != null) {
            locations.addObject().put("fullyQualifiedName", Shown.line(path)).put("kind", "construct");
        }
        String resource = Shown.line(finding.resource());
        locations
                .addObject()
                .put("name", resource.substring(resource.lastIndexOf('/') + 1))
                .put("fullyQualifiedName", resource)
                .put("kind", "resource");
        return locations;
    }

    static String digest(String... parts) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                sha256.update((part.length() + ":" + part).getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(sha256.digest()).substring(0, DIGEST_CHARACTERS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
