package io.github.secures3.examples;

import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import io.github.cdklabs.cdknag.HIPAASecurityChecks;
import io.github.cdklabs.cdknag.NIST80053R5Checks;
import io.github.cdklabs.cdknag.NagPack;
import io.github.cdklabs.cdknag.PCIDSS321Checks;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awscdk.App;
import software.amazon.awscdk.PolicyViolatingResource;

/**
 * What a rule of cdk-nag says about one resource.
 *
 * @param rule the id of the rule, with its pack and, in brackets, the part that it is about
 * @param path the path of the resource in the construct tree
 */
record NagFinding(String rule, String path) {

    /** The packs that every example is held to. */
    static List<NagPack> packs(App app) {
        return List.of(
                new AwsSolutionsChecks(app),
                new NIST80053R5Checks(app),
                new HIPAASecurityChecks(app),
                new PCIDSS321Checks(app));
    }

    /** What the packs find in an app that has been synthesized. */
    static List<NagFinding> in(App app) {
        return packs(app).stream().flatMap(pack -> of(pack, app)).toList();
    }

    private static Stream<NagFinding> of(NagPack pack, App app) {
        return pack.validateScope(app).getViolations().stream()
                .flatMap(violation -> violation.getViolatingResources().stream()
                        .map(PolicyViolatingResource::getConstructPath)
                        .map(path -> new NagFinding(violation.getRuleName(), String.valueOf(path))));
    }
}
