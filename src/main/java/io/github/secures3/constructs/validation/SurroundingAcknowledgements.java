package io.github.secures3.constructs.validation;

import io.github.secures3.analysis.model.Acknowledgement;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.model.Stack;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Validations;
import software.constructs.IConstruct;
import software.constructs.MetadataEntry;

/**
 * What was acknowledged on the app, its stages and other constructs around stacks. A cloud assembly has only what stands in stacks, so these are asked for,
 * and nothing else is: each question crosses to Node.js.
 */
final class SurroundingAcknowledgements {

    private final App app;
    private final Map<String, IConstruct> constructs = new LinkedHashMap<>();

    SurroundingAcknowledgements(App app) {
        this.app = app;
    }

    /** The acknowledgements by construct path; the empty path is the app. */
    Map<String, List<Acknowledgement>> of(Estate estate) {
        constructs.put("", app);
        TreeSet<String> paths = new TreeSet<>();
        for (Stack stack : estate.stacks()) {
            String path = stack.displayName();
            for (int slash = path.indexOf('/');
                    stack.parent() == null && slash > 0;
                    slash = path.indexOf('/', slash + 1)) {
                paths.add(path.substring(0, slash));
            }
        }
        paths.forEach(this::find);
        Map<String, List<Acknowledgement>> all = new LinkedHashMap<>();
        constructs.forEach((path, construct) -> {
            List<Acknowledgement> here = read(path, construct);
            if (!here.isEmpty()) {
                all.put(path, here);
            }
        });
        return all;
    }

    /** Sorted paths have each construct behind the one that contains it. */
    private void find(String path) {
        int slash = path.lastIndexOf('/');
        IConstruct around = constructs.get(slash < 0 ? "" : path.substring(0, slash));
        IConstruct found = around == null ? null : around.getNode().tryFindChild(path.substring(slash + 1));
        if (found != null) {
            constructs.put(path, found);
        }
    }

    private static List<Acknowledgement> read(String path, IConstruct construct) {
        List<Acknowledgement> all = new ArrayList<>();
        for (MetadataEntry entry : construct.getNode().getMetadata()) {
            if (entry.getType().equals(Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
                    && entry.getData() instanceof Map<?, ?> rules) {
                rules.forEach((id, reason) ->
                        all.add(Acknowledgement.on(path, String.valueOf(id), reason == null ? "" : reason.toString())));
            }
        }
        return all;
    }
}
