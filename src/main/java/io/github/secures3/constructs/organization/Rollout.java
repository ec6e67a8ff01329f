package io.github.secures3.constructs.organization;

import io.github.secures3.policy.UnresolvedToken;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Where guardrails are attached, stage by stage: a sandbox first, the whole organization last.
 *
 * <p>The policies of a stage stay attached when the next one is reached. Going on is a change of one word:
 *
 * <pre>{@code
 * Rollout.startingWith("sandbox", "ou-ab12-11111111")
 *         .then("workloads", "ou-ab12-22222222")
 *         .then("everything", "r-ab12")
 *         .reaching("sandbox")
 * }</pre>
 *
 * @param stages the stages, in their order
 * @param reached the name of the last stage that is attached now
 * @see <a href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html#rcp-warning-testing-effect">Testing
 *     effects of RCPs</a>
 * @see <a href="https://docs.aws.amazon.com/organizations/latest/APIReference/API_AttachPolicy.html">Ids of roots, units and accounts</a>
 * @since 0.1
 */
public record Rollout(List<Stage> stages, String reached) {

    private static final Pattern ROOT = Pattern.compile("r-([a-z0-9]{4,32})");
    private static final Pattern UNIT = Pattern.compile("ou-([a-z0-9]{4,32})-[a-z0-9]{8,32}");
    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");

    /**
     * A step of a rollout.
     *
     * @param name what it is called
     * @param targets roots, organizational units and accounts, such as {@code r-ab12}, {@code ou-ab12-11111111} and {@code 111122223333}
     */
    public record Stage(String name, List<String> targets) {

        /**
         * Checks the ids and puts them in order.
         *
         * @throws IllegalArgumentException if the name is blank, no target is given, or an id has not the form that AWS documents
         */
        public Stage {
            if (name.isBlank()) {
                throw new IllegalArgumentException("a stage of the rollout has no name; call it sandbox, for example");
            }
            if (targets.isEmpty()) {
                throw new IllegalArgumentException(
                        "stage '" + name + "' has no target; name a root, an organizational unit or an account");
            }
            targets.forEach(Rollout::requireTarget);
            targets = inOrder(targets);
        }
    }

    /**
     * Checks that the stages go together.
     *
     * @throws IllegalArgumentException if two stages share a name, none has the name that is reached, or ids belong to different
     *     organizations
     */
    public Rollout {
        stages = List.copyOf(stages);
        Set<String> names = new LinkedHashSet<>();
        Set<String> roots = new TreeSet<>();
        for (Stage stage : stages) {
            if (!names.add(stage.name())) {
                throw new IllegalArgumentException(
                        "two stages are called '" + stage.name() + "'; give each its own name");
            }
            stage.targets().forEach(target -> addRoot(target, roots));
        }
        if (!names.contains(reached)) {
            throw new IllegalArgumentException("the rollout has no stage '" + reached + "'; it has " + names);
        }
        if (roots.size() > 1) {
            throw new IllegalArgumentException("the targets belong to different roots, " + roots
                    + "; an organization has one root, whose id every unit of it repeats");
        }
    }

    /** Everywhere at once. */
    public static Rollout to(String... targets) {
        return startingWith("everywhere", targets);
    }

    /** A rollout whose first stage is reached. */
    public static Rollout startingWith(String name, String... targets) {
        return new Rollout(List.of(new Stage(name, Arrays.asList(targets))), name);
    }

    /** The same rollout with one more stage, which is not reached yet. */
    public Rollout then(String name, String... targets) {
        List<Stage> more = new ArrayList<>(stages);
        more.add(new Stage(name, Arrays.asList(targets)));
        return new Rollout(more, reached);
    }

    /** The same rollout, attached up to and with this stage. */
    public Rollout reaching(String stage) {
        return new Rollout(stages, stage);
    }

    /** What policies are attached to now. */
    public List<String> targets() {
        List<String> targets = new ArrayList<>();
        for (Stage stage : stages) {
            targets.addAll(stage.targets());
            if (stage.name().equals(reached)) {
                break;
            }
        }
        return inOrder(targets);
    }

    /** Checks the id of a root. */
    static void requireRoot(String id) {
        if (!UnresolvedToken.isIn(id) && !ROOT.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "'" + id + "' is no root id; write r- and 4 to 32 lower-case letters or digits, such as r-ab12");
        }
    }

    private static void requireTarget(String id) {
        boolean known = UnresolvedToken.isIn(id)
                || ROOT.matcher(id).matches()
                || UNIT.matcher(id).matches()
                || ACCOUNT.matcher(id).matches();
        if (!known) {
            throw new IllegalArgumentException("'" + id
                    + "' is no target of a policy; write a root such as r-ab12, an organizational unit such as ou-ab12-11111111, or an"
                    + " account of 12 digits");
        }
    }

    private static void addRoot(String target, Set<String> roots) {
        for (Pattern form : List.of(ROOT, UNIT)) {
            var match = form.matcher(target);
            if (match.matches()) {
                roots.add("r-" + match.group(1));
            }
        }
    }

    /** Known ids by their text, then tokens as they came: the number inside a token may change from one version of an app to the next. */
    private static List<String> inOrder(List<String> targets) {
        Set<String> seen = new HashSet<>();
        List<String> ordered = new ArrayList<>(new TreeSet<>(
                targets.stream().filter(id -> !UnresolvedToken.isIn(id)).toList()));
        targets.stream().filter(UnresolvedToken::isIn).filter(seen::add).forEach(ordered::add);
        return List.copyOf(ordered);
    }
}
