package io.github.secures3.analysis.rules;

/**
 * The catalogs of controls that rules are mapped to.
 *
 * @since 0.1
 */
public enum Framework {
    /**
     * AWS Security Hub CSPM.
     *
     * @see <a href="https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html">Controls for Amazon S3</a>
     */
    SECURITY_HUB("Security Hub"),
    /**
     * CIS AWS Foundations Benchmark, as {@code version/recommendation}.
     *
     * @see <a href="https://docs.aws.amazon.com/securityhub/latest/userguide/cis-aws-foundations-benchmark.html">CIS AWS Foundations
     *     Benchmark</a>
     */
    CIS_AWS_FOUNDATIONS("CIS AWS Foundations"),
    /**
     * NIST SP 800-53 Revision 5.
     *
     * @see <a href="https://docs.aws.amazon.com/securityhub/latest/userguide/standards-reference-nist-800-53.html">NIST SP 800-53 Rev. 5</a>
     */
    NIST_800_53_R5("NIST 800-53 R5"),
    /**
     * PCI DSS, as {@code version/requirement}.
     *
     * @see <a href="https://docs.aws.amazon.com/securityhub/latest/userguide/pci-standard.html">PCI DSS</a>
     */
    PCI_DSS("PCI DSS"),
    /**
     * The HIPAA Security Rule, as cdk-nag and AWS Config's conformance pack map it.
     *
     * @see <a href="https://docs.aws.amazon.com/config/latest/developerguide/operational-best-practices-for-hipaa_security.html">Operational
     *     Best Practices for HIPAA Security</a>
     */
    HIPAA("HIPAA"),
    /**
     * Proactive controls of AWS Control Tower.
     *
     * @see <a href="https://docs.aws.amazon.com/controltower/latest/controlreference/s3-rules.html">Amazon S3 controls</a>
     */
    CONTROL_TOWER("Control Tower"),
    /**
     * cdk-nag.
     *
     * @see <a href="https://github.com/cdklabs/cdk-nag/blob/main/RULES.md">Rules</a>
     */
    CDK_NAG("cdk-nag"),
    /**
     * The AWS Guard Rules Registry.
     *
     * @see <a href="https://github.com/aws-cloudformation/aws-guard-rules-registry">Guard Rules Registry</a>
     */
    GUARD_REGISTRY("Guard registry"),
    /**
     * checkov, its CloudFormation checks.
     *
     * @see <a href="https://www.checkov.io/5.Policy%20Index/cloudformation.html">CloudFormation policy index</a>
     */
    CHECKOV("checkov"),
    /**
     * Prowler.
     *
     * @see <a href="https://hub.prowler.com/check">Checks</a>
     */
    PROWLER("Prowler");

    private final String text;

    Framework(String text) {
        this.text = text;
    }

    /** Whether its ids are names of rules that people acknowledge in templates, not sections of a standard. */
    boolean isTool() {
        return switch (this) {
            case CONTROL_TOWER, CDK_NAG, GUARD_REGISTRY, CHECKOV -> true;
            case SECURITY_HUB, CIS_AWS_FOUNDATIONS, NIST_800_53_R5, PCI_DSS, HIPAA, PROWLER -> false;
        };
    }

    /** The name in reports. */
    public String text() {
        return text;
    }
}
