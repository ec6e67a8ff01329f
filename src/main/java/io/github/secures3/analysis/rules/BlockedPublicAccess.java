package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.finding.Evidence;
import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.Element;
import io.github.secures3.analysis.model.PublicAccessBlock;
import io.github.secures3.analysis.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Whether the four settings of Block Public Access are on, for whatever has them. */
final class BlockedPublicAccess {

    private static final String PROPERTY = "PublicAccessBlockConfiguration";
    private static final String CLAIM = "all four settings of Block Public Access are on";

    private final Claims claims;
    private final String fix;

    BlockedPublicAccess(Claims claims, String fix) {
        this.claims = claims;
        this.fix = fix;
    }

    void check(Element element, Value<PublicAccessBlock> block) {
        if (block instanceof Value.Unknown<PublicAccessBlock> unknown) {
            claims.add(claims.undecided(element, CLAIM, unknown.reason()).at(unknown.at()));
        } else if (block instanceof Value.Known<PublicAccessBlock> known) {
            check(element, known, settings(known.value()));
        }
    }

    private void check(Element element, Value.Known<PublicAccessBlock> block, Map<String, Value<Boolean>> settings) {
        List<String> off = new ArrayList<>();
        List<String> shown = new ArrayList<>();
        settings.forEach((name, setting) -> {
            if (!setting.mayBe(on -> on)) {
                off.add(name);
                shown.add(Claims.shown(name, setting));
            }
        });
        if (!off.isEmpty()) {
            Finding finding = claims.violated(element, listed(off) + (off.size() == 1 ? " is" : " are") + " off", fix)
                    .at(block.at());
            for (String each : shown) {
                finding = finding.with(Evidence.Kind.VALUE, each);
            }
            claims.add(finding);
            return;
        }
        settings.forEach((name, setting) -> {
            if (setting instanceof Value.Unknown<Boolean> unknown) {
                claims.add(claims.undecided(element, name + " is on", unknown.reason())
                        .at(unknown.at()));
            }
        });
    }

    /** What a template does not state, where the service's default blocks. */
    Finding unstated(Element element) {
        return claims.violated(
                        element,
                        "Block Public Access is left to the default, which blocks for new buckets and not for those"
                                + " made before April 2023",
                        fix)
                .withSeverity(Severity.NOTE)
                .with(Evidence.Kind.VALUE, PROPERTY + " is left out");
    }

    private static String listed(List<String> names) {
        int last = names.size() - 1;
        return last == 0 ? names.get(0) : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    private static Map<String, Value<Boolean>> settings(PublicAccessBlock block) {
        Map<String, Value<Boolean>> settings = new LinkedHashMap<>();
        settings.put("BlockPublicAcls", block.blockPublicAcls());
        settings.put("IgnorePublicAcls", block.ignorePublicAcls());
        settings.put("BlockPublicPolicy", block.blockPublicPolicy());
        settings.put("RestrictPublicBuckets", block.restrictPublicBuckets());
        return settings;
    }
}
