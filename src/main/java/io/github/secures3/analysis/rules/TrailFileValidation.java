package io.github.secures3.analysis.rules;

import io.github.secures3.analysis.finding.Finding;
import io.github.secures3.analysis.finding.Severity;
import io.github.secures3.analysis.model.Trail;
import java.util.function.Consumer;

/**
 * Finds trails whose log files could be changed in their bucket without anybody being able to tell.
 *
 * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-validation-intro.html">Validating log file integrity</a>
 * @since 0.1
 */
public final class TrailFileValidation implements Rule {

    private static final RuleProfile PROFILE = RuleProfile.of(
                    "trail.file-validation",
                    Severity.WARNING,
                    "Digests prove that the logs of the trail are untouched",
                    "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-validation-intro.html")
            .covers(Framework.SECURITY_HUB, "CloudTrail.4")
            .covers(Framework.CHECKOV, "CKV_AWS_36")
            .build();

    @Override
    public RuleProfile profile() {
        return PROFILE;
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> findings) {
        Claims claims = new Claims(this, findings);
        for (Trail trail : context.estate().all(Trail.class)) {
            claims.require(
                    trail.element(),
                    Claims.place(trail.element(), trail.fileValidation()),
                    Values.isOn(trail.fileValidation()),
                    "log file validation is on",
                    "nobody can tell whether log files were changed or deleted",
                    "set EnableLogFileValidation to true",
                    Claims.shown("EnableLogFileValidation", trail.fileValidation()));
        }
    }
}
