package io.github.secures3.policy;

import java.util.ArrayList;
import java.util.List;

/** All short texts over an alphabet, for exhaustive small scopes. */
public final class Words {

    private Words() {}

    /** The texts of up to the given length, the empty one first. */
    public static List<String> of(String alphabet, int longest) {
        List<String> all = new ArrayList<>(List.of(""));
        int from = 0;
        for (int length = 1; length <= longest; length++) {
            int to = all.size();
            for (String shorter : List.copyOf(all.subList(from, to))) {
                alphabet.chars().forEach(next -> all.add(shorter + (char) next));
            }
            from = to;
        }
        return all;
    }
}
