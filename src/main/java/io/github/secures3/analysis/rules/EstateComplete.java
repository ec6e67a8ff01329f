package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.finding.Evidence;
import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.Gap;
import java.util.List;
import java.util.function.Consumer;

/**
 * Finds what the templates name and nothing could read: nested stacks that lie elsewhere, macros, loops, modules. Whatever hides there was not
 * checked, so each gap is undecided.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-nested-stacks.html">Nested stacks</a>
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-macros.html">Macros</a>
 * @since 0.1
 */
public final class EstateComplete implements Rule {

    private static final RuleProfile PROFILE = RuleProfile.of(
                    "estate.complete",
                    Severity.WARNING,
                    "Everything that the templates name could be read",
                    "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-nested-stacks.html")
            .build();

    @Override
    public RuleProfile profile() {
        return PROFILE;
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> findings) {
        for (Gap gap : context.estate().gaps()) {
            findings.accept(new Finding(
                            id(),
                            severity(),
                            gap.stack() + "/" + gap.name(),
                            null,
                            gap.at(),
                            null,
                            "what this brings into the stack was not checked",
                            "hand over a template in which it is written out, such as one from cdk.out or aws cloudformation package",
                            List.of())
                    .with(Evidence.Kind.UNDECIDED, gap.reason()));
        }
    }
}
