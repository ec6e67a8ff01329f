package io.github.secures3.constructs.accesspoint;

import io.github.secures3.policy.statements.DenyDirectAccess;
import java.util.ArrayList;
import java.util.List;

/**
 * Who may still use the bucket itself when direct access is closed.
 *
 * <p>AWS services under their own principal (access logs, inventories, CloudTrail) and service-linked roles are exempt anyway, and closing
 * concerns data alone: CloudFormation and administrators can always configure the bucket. What must be named are roles of your own that
 * services use on the bucket: S3 replication, AWS Backup, GuardDuty Malware Protection, Batch Operations, CDK deployments of files.
 *
 * @see DenyDirectAccess
 * @since 0.1
 */
public final class DirectAccessExemptions {

    private final List<String> principalArns;

    private DirectAccessExemptions(List<String> principalArns) {
        this.principalArns = List.copyOf(principalArns);
    }

    /** Nobody but AWS services under their own principal and service-linked roles. */
    public static DirectAccessExemptions none() {
        return new DirectAccessExemptions(List.of());
    }

    /** Starts with nobody. */
    public static Builder builder() {
        return new Builder();
    }

    List<String> principalArns() {
        return principalArns;
    }

    /** Collects roles and users by the reason for which they are exempt. ARNs may hold wildcards. */
    public static final class Builder {

        private final List<String> principalArns = new ArrayList<>();

        private Builder() {}

        /** Roles and users of people who repair and inspect the data. */
        public Builder administrators(String... arns) {
            return add(arns);
        }

        /**
         * Roles that S3 replicates with.
         *
         * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication.html">Replicating objects</a>
         */
        public Builder replication(String... arns) {
            return add(arns);
        }

        /**
         * Roles that AWS Backup backs up and restores with.
         *
         * @see <a href="https://docs.aws.amazon.com/aws-backup/latest/devguide/s3-backups.html">Amazon S3 backups</a>
         */
        public Builder backup(String... arns) {
            return add(arns);
        }

        /**
         * Roles that GuardDuty scans objects with.
         *
         * @see <a href="https://docs.aws.amazon.com/guardduty/latest/ug/malware-protection-s3-iam-policy-prerequisite.html">The role of Malware
         *     Protection for S3</a>
         */
        public Builder malwareScanning(String... arns) {
            return add(arns);
        }

        /** Any other roles that work on the bucket itself, such as those of Batch Operations, Access Grants or file deployments. */
        public Builder others(String... arns) {
            return add(arns);
        }

        /** What was said so far. */
        public DirectAccessExemptions build() {
            return new DirectAccessExemptions(principalArns);
        }

        private Builder add(String... arns) {
            principalArns.addAll(List.of(arns));
            return this;
        }
    }
}
