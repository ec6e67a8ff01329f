package io.github.secures3.constructs.accesspoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.secures3.constructs.InvalidConfigurationException;
import io.github.secures3.policy.Seed;
import io.github.secures3.testing.Synthesized;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.s3.Bucket;

/** A moved point is deleted and made anew: an outage. https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-updating-stacks-update-behaviors.html */
class StabilityTest {

    private static final int ROUNDS = 25;

    @Test
    void adding_or_removing_one_of_a_thousand_points_changes_no_other() throws IOException {
        List<String> names = names(1000);
        Map<String, String> before = places(names);
        List<String> fewer = new ArrayList<>(names);
        fewer.remove("app-500");
        Map<String, String> expected = new TreeMap<>(before);
        expected.remove("app-500");

        assertThat(before).hasSize(1000);
        assertThat(Set.copyOf(before.values())).hasSize(1000);
        assertThat(places(fewer)).isEqualTo(expected);

        List<String> more = new ArrayList<>(names);
        more.add(0, "aardvark");
        Map<String, String> grown = places(more);
        assertThat(grown.remove("aardvark")).isNotNull();
        assertThat(grown).isEqualTo(before);
    }

    /** Whatever a set holds and however it is spread, the points that stay keep their stack, logical id and whole resource. */
    @Test
    void adding_removing_and_reordering_points_of_any_set_changes_no_other() throws IOException {
        Random random = Seed.of(getClass());
        for (int round = 0; round < ROUNDS; round++) {
            AccessPointSpread spread = random.nextBoolean()
                    ? AccessPointSpread.nestedStacks(1 + random.nextInt(6))
                    : AccessPointSpread.stacks(1 + random.nextInt(6));
            List<String> names = randomNames(random, 1 + random.nextInt(30));
            Map<String, String> before = places(names, spread);
            List<String> changed = new ArrayList<>(names);
            changed.removeIf(name -> random.nextInt(4) == 0);
            Set<String> kept = Set.copyOf(changed);
            randomNames(random, 1 + random.nextInt(10)).stream()
                    .filter(name -> !names.contains(name))
                    .forEach(changed::add);
            Collections.shuffle(changed, random);
            Map<String, String> after = places(changed, spread);

            assertThat(after).containsOnlyKeys(changed);
            after.keySet().retainAll(kept);
            before.keySet().retainAll(kept);
            assertThat(after).as("%s and then %s", names, changed).isEqualTo(before);
        }
    }

    private static List<String> randomNames(Random random, int count) {
        Set<String> names = new TreeSet<>();
        while (names.size() < count) {
            StringBuilder name = new StringBuilder();
            int length = 3 + random.nextInt(8);
            for (int at = 0; at < length; at++) {
                boolean inside = at > 0 && at < length - 1;
                name.append("abz01-".charAt(random.nextInt(inside ? 6 : 5)));
            }
            names.add(name.toString());
        }
        List<String> shuffled = new ArrayList<>(names);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    @Test
    void the_stack_of_a_name_is_pinned() {
        AccessPointSpread spread = AccessPointSpread.stacks(25);

        assertThat(IntStream.range(0, 8).map(i -> spread.stackOf("app-" + i)))
                .containsExactly(12, 5, 5, 2, 0, 18, 13, 15);
    }

    @Test
    void different_names_have_different_logical_ids() {
        Map<String, String> byId = new HashMap<>();
        Set<String> names = new HashSet<>(Set.of("a", "z", "1"));
        for (int length = 2; length <= 6; length++) {
            Set<String> longer = new HashSet<>();
            for (String name : names) {
                for (String next : List.of("a", "b", "z", "1", "-")) {
                    longer.add(name + next);
                }
            }
            names = longer;
            for (String name : names) {
                if (!name.endsWith("-")) {
                    assertThat(AccessPointNames.logicalId(name)).matches("[A-Za-z0-9]+");
                    assertThat(byId.put(AccessPointNames.logicalId(name), name)).isNull();
                }
            }
        }
        assertThat(AccessPointNames.logicalId("orders-red-z1")).isEqualTo("AccessPointOrdersRedZz1");
    }

    @Test
    void a_full_stack_is_refused_with_the_way_out() {
        assertThatThrownBy(() -> set(Synthesized.app(), names(491), AccessPointSpread.oneStack()))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessage(
                        "Platform/Points: the stack would hold 491 access points, and 490 fit; a new set of 491 points"
                                + " needs AccessPointSpread.stacks(2). Points that are deployed would move and be made"
                                + " anew, so for those keep this set as it is and put new points into a second one, with"
                                + " bucketDelegatesAlready");
        assertThatThrownBy(() -> set(Synthesized.app(), names(2401), AccessPointSpread.nestedStacks(10)))
                .hasMessage(
                        "Platform/Points: the set has 2401 access points in nested stacks, and CloudFormation changes"
                                + " at most 2,500 resources of a stack and its nested stacks in one operation; use"
                                + " AccessPointSpread.stacks(7) for a new set, or put new points into a second set");
    }

    @Test
    void as_many_stacks_as_recommended_hold_the_points() {
        for (int points : new int[] {1, 490, 491, 1_000, 10_000, 100_000}) {
            AccessPointSpread spread = AccessPointSpread.stacks(AccessPointSpread.stacksFor(points));
            Map<Integer, Integer> load = new HashMap<>();
            names(points).forEach(name -> load.merge(spread.stackOf(name), 1, Integer::sum));

            assertThat(load.values()).allMatch(count -> count <= AccessPointSpread.STACK_CAPACITY);
        }
    }

    /** https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-restrictions-limitations-naming-rules.html: 10,000 by default */
    @Test
    void more_points_than_an_account_has_by_default_are_told_of() {
        assertThat(plan(10_000).beyondQuota()).isZero();
        assertThat(plan(10_001).beyondQuota()).isEqualTo(10_001);
    }

    private static AccessPointSetPlan plan(int points) {
        Stack stack = Synthesized.stack(Synthesized.app(), "Platform", "111122223333", "eu-west-1");
        AccessPointSetSettings settings = new AccessPointSetSettings();
        settings.bucket = BucketTarget.of(Bucket.fromBucketName(stack, "Data", "data"));
        settings.spread = AccessPointSpread.stacks(AccessPointSpread.stacksFor(points));
        names(points)
                .forEach(name ->
                        settings.points.add(AccessPoint.Builder.create(name).build()));
        return AccessPointSetPlan.of(new Refusal(stack, "Points"), settings);
    }

    @Test
    void refuses_counts_out_of_range() {
        assertThatThrownBy(() -> AccessPointSpread.stacks(0))
                .hasMessage("access points cannot be spread over 0 stacks; give 1 to 2000");
        assertThatThrownBy(() -> AccessPointSpread.nestedStacks(101))
                .hasMessage("access points cannot be spread over 101 stacks; give 1 to 100");
        assertThatThrownBy(() -> AccessPointSpread.stacksFor(0))
                .hasMessage("a set of 0 access points cannot be spread; give 1 to 800000");
    }

    private static List<String> names(int count) {
        return new ArrayList<>(
                IntStream.range(0, count).mapToObj(i -> "app-" + i).toList());
    }

    private static Map<String, String> places(List<String> names) throws IOException {
        return places(names, AccessPointSpread.nestedStacks(5));
    }

    /** The file, logical id and whole resource of each point. */
    private static Map<String, String> places(List<String> names, AccessPointSpread spread) throws IOException {
        App app = Synthesized.app();
        set(app, names, spread);
        Map<String, String> places = new TreeMap<>();
        for (Map.Entry<String, String> file : Synthesized.of(app).texts().entrySet()) {
            JsonNode resources = new ObjectMapper().readTree(file.getValue()).path("Resources");
            resources.properties().forEach(entry -> {
                if (entry.getValue().path("Type").asText().equals("AWS::S3::AccessPoint")) {
                    places.put(
                            entry.getValue().at("/Properties/Name").asText(),
                            file.getKey() + " " + entry.getKey() + " " + entry.getValue());
                }
            });
        }
        return places;
    }

    private static void set(App app, List<String> names, AccessPointSpread spread) {
        Stack stack = Synthesized.stack(app, "Platform", "111122223333", "eu-west-1");
        AccessPointSet.Builder.create(stack, "Points")
                .bucket(Bucket.fromBucketName(stack, "Data", "data"))
                .bucketDelegatesAlready()
                .accessPoints(names.stream()
                        .map(name -> AccessPoint.Builder.create(name)
                                .readers(name + "/", Points.ROLE)
                                .build())
                        .toList())
                .spread(spread)
                .build();
    }
}
