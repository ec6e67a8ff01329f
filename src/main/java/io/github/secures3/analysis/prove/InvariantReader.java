package io.github.secures3.analysis.prove;

import io.github.secures3.analysis.evaluate.estate.EstateNames;
import io.github.secures3.analysis.evaluate.estate.UnknownNameException;
import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.prove.ClaimReader.Claim;
import io.github.secures3.analysis.template.InputFile;
import io.github.secures3.analysis.template.InputFile.Entry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a file of invariants, in YAML or JSON: an object with a list {@code invariants}.
 *
 * <p>An entry names an invariant of this library, {@code invariant: no-tls-below} with its parameters beside it, or states one of its own with an
 * {@code id} and either {@code never} or {@code may}. Both can say which {@code bucket} they are about. {@code docs/invariants.md} has examples, and
 * {@code docs/schemas/invariants.schema.json} the form.
 *
 * @since 0.1
 */
public final class InvariantReader {

    private static final String LIST = "invariants";
    private static final List<String> OWN = List.of("id", "says", "bucket", "never", "may");
    private static final int MOST_INVARIANTS = 500;

    private final EstateNames names;
    private final ClaimReader claims;
    private final Set<String> ids = new HashSet<>();

    private InvariantReader(EstateNames names) {
        this.names = names;
        this.claims = new ClaimReader(names);
    }

    /**
     * Reads a file.
     *
     * @param names what names of buckets, roles, keys and endpoints stand for
     * @throws io.github.secures3.analysis.template.TemplateException if the file is no file of invariants; it names file, line and column
     */
    public static List<StatedInvariant> read(Path path, EstateNames names) {
        Entry root = InputFile.read(path);
        Entry list =
                Members.of(root, "a file of invariants").allowing(List.of(LIST)).get(LIST, "the list of invariants");
        List<Entry> entries = list.items()
                .orElseThrow(() -> list.problem("'" + LIST + "' is a list of invariants, not " + list.shown()));
        if (entries.isEmpty()) {
            throw list.problem("the list of invariants is empty; state at least one");
        }
        if (entries.size() > MOST_INVARIANTS) {
            throw list.problem("the list has " + entries.size() + " invariants; at most " + MOST_INVARIANTS
                    + " are read from one file");
        }
        InvariantReader reader = new InvariantReader(names);
        return entries.stream().map(reader::stated).toList();
    }

    private StatedInvariant stated(Entry entry) {
        Members members = Members.of(entry, "an invariant");
        return new StatedInvariant(
                buckets(members.find("bucket")),
                members.find("invariant").isPresent() ? named(members) : own(members, entry));
    }

    private List<Bucket> buckets(Optional<Entry> entry) {
        List<Bucket> buckets = new ArrayList<>();
        for (Entry each : entry.map(Members::each).orElse(List.of())) {
            try {
                buckets.add(names.bucket(Members.text(each, "the logical id, path or name of a bucket")));
            } catch (UnknownNameException e) {
                throw each.problem(String.valueOf(e.getMessage()));
            }
        }
        return buckets;
    }

    private Invariant named(Members members) {
        Entry name = members.get("invariant", "the name of an invariant");
        Map<String, List<String>> values = new LinkedHashMap<>();
        members.all().forEach((member, value) -> {
            if (!member.equals("invariant") && !member.equals("bucket") && !value.isNothing()) {
                values.put(
                        member,
                        Members.each(value).stream()
                                .map(each -> Members.text(each, "a value for '" + member + "'"))
                                .toList());
            }
        });
        try {
            return NamedInvariant.named(Members.text(name, "the name of an invariant"))
                    .with(values, names);
        } catch (InvariantException e) {
            String parameter = e.parameter();
            Entry place = parameter == null ? name : members.find(parameter).orElse(name);
            throw place.problem(String.valueOf(e.getMessage()));
        }
    }

    private Invariant own(Members members, Entry entry) {
        members.allowing(OWN);
        Optional<Entry> never = members.find("never");
        Optional<Entry> may = members.find("may");
        if (never.isPresent() == may.isPresent()) {
            throw entry.problem("an invariant has either 'invariant', the name of one, or 'never' or 'may', what is"
                    + " never or always allowed; give one of them");
        }
        String id = id(members.get("id", "a name of your own, such as reports-for-reader-only"));
        Optional<String> says =
                members.find("says").map(sentence -> Members.text(sentence, "what the invariant says, in words"));
        if (never.isPresent()) {
            Claim claim = claims.read(never.get(), "never");
            return Invariant.never(id, says.orElse(claim.who() + " may never " + claim.what()), claim.requests());
        }
        Claim claim = claims.read(may.orElseThrow(), "may");
        return Invariant.always(id, says.orElse(claim.who() + " may " + claim.what()), claim.requests());
    }

    private String id(Entry entry) {
        String id = Members.text(entry, "a name of your own, such as reports-for-reader-only");
        if (!id.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*") || id.length() > 100) {
            throw entry.problem("the id '" + id
                    + "' is not made of lower-case words joined by hyphens, such as reports-for-reader-only");
        }
        if (!ids.add(id)) {
            throw entry.problem("the id '" + id + "' stands twice; give each invariant its own");
        }
        return id;
    }
}
