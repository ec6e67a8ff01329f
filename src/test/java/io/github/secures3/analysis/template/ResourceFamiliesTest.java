package io.github.secures3.analysis.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.analysis.model.AccessGrant;
import io.github.secures3.analysis.model.AccessGrantsInstance;
import io.github.secures3.analysis.model.AccessGrantsLocation;
import io.github.secures3.analysis.model.AccessPoint;
import io.github.secures3.analysis.model.BackupPlan;
import io.github.secures3.analysis.model.BackupSelection;
import io.github.secures3.analysis.model.BackupVault;
import io.github.secures3.analysis.model.CustomResource;
import io.github.secures3.analysis.model.DirectoryBucketPolicy;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.model.GroupMembership;
import io.github.secures3.analysis.model.IamGroup;
import io.github.secures3.analysis.model.IamRole;
import io.github.secures3.analysis.model.IamUser;
import io.github.secures3.analysis.model.InlinePolicy;
import io.github.secures3.analysis.model.KmsAlias;
import io.github.secures3.analysis.model.KmsKey;
import io.github.secures3.analysis.model.LambdaPermission;
import io.github.secures3.analysis.model.ManagedPolicy;
import io.github.secures3.analysis.model.MultiRegionAccessPoint;
import io.github.secures3.analysis.model.MultiRegionAccessPointPolicy;
import io.github.secures3.analysis.model.OtherResource;
import io.github.secures3.analysis.model.TableBucket;
import io.github.secures3.analysis.model.TableBucketPolicy;
import io.github.secures3.analysis.model.Trail;
import io.github.secures3.analysis.model.Value;
import io.github.secures3.analysis.model.VectorBucket;
import io.github.secures3.analysis.model.VectorBucketPolicy;
import io.github.secures3.analysis.model.VpcEndpoint;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each resource family with what it says, in an account and a Region that are known. */
class ResourceFamiliesTest {

    private static final Estate ESTATE =
            Templates.read(ReadOptions.defaults().withEnvironment("111122223333", "eu-west-1"), "families.yaml");
    private static final String ROLE = "arn:aws:iam::111122223333:role/reader";
    private static final String DATA = "data-111122223333-eu-west-1-an";

    private static List<String> texts(Value<List<Value<String>>> values) {
        return values.known().orElseThrow().stream()
                .map(each -> each.asText().orElseThrow())
                .toList();
    }

    // AccessPoint:
    // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3-accesspoint.html
    @Test
    void reads_access_points() {
        AccessPoint point = Templates.only(ESTATE, AccessPoint.class);
        assertThat(point.arn()).isEqualTo("arn:aws:s3:eu-west-1:111122223333:accesspoint/point");
        assertThat(point.bucket().known()).contains(DATA);
        assertThat(point.vpc().known()).contains("vpc-1");
        assertThat(point.policy().known().orElseThrow().document()).isPresent();
        assertThat(texts(Templates.only(ESTATE, MultiRegionAccessPoint.class).buckets()))
                .containsExactly("logs-111122223333");
        assertThat(Templates.only(ESTATE, MultiRegionAccessPoint.class).arn())
                .isEqualTo("arn:aws:s3::111122223333:accesspoint/${Token[families.Multi.Alias]}");
        assertThat(Templates.only(ESTATE, MultiRegionAccessPointPolicy.class)
                        .accessPoint()
                        .known())
                .contains("multi");
    }

    // AccessGrant:
    // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3-accessgrant.html
    @Test
    void reads_access_grants() {
        AccessGrant grant = Templates.only(ESTATE, AccessGrant.class);
        assertThat(Templates.only(ESTATE, AccessGrantsInstance.class).arn())
                .isEqualTo("arn:aws:s3:eu-west-1:111122223333:access-grants/default");
        AccessGrantsLocation location = Templates.only(ESTATE, AccessGrantsLocation.class);
        assertThat(location.role().known()).contains(ROLE);
        assertThat(grant.location().asText()).isEqualTo(location.id().asText());
        assertThat(grant.subPrefix().known()).contains("data/*");
        assertThat(grant.grantee().known()).contains(ROLE);
        assertThat(grant.permission().known()).contains("READ");
    }

    // Key: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kms-key.html
    @Test
    void reads_keys() {
        KmsKey key = Templates.named(ESTATE, KmsKey.class, "Key");
        assertThat(key.arn()).isEqualTo("arn:aws:kms:eu-west-1:111122223333:key/${Token[families.Key.KeyId~]}");
        assertThat(key.rotation().known()).contains(true);
        assertThat(key.rotationPeriodInDays().known()).contains(new BigDecimal(180));
        assertThat(key.policy().known().orElseThrow().document().orElseThrow().statements())
                .hasSize(1);
        assertThat(Templates.only(ESTATE, KmsAlias.class).key().asText())
                .isEqualTo(key.id().asText());
        assertThat(Templates.named(ESTATE, KmsKey.class, "Replica").primaryKey().known())
                .contains("arn:aws:kms:us-east-1:111122223333:key/mrk-1");
    }

    // Role: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-role.html
    @Test
    void reads_iam() {
        IamRole role = Templates.only(ESTATE, IamRole.class);
        assertThat(role.arn()).isEqualTo(ROLE);
        assertThat(role.trustPolicy().known().orElseThrow().isComplete()).isTrue();
        assertThat(role.permissionsBoundary().known()).contains("arn:aws:iam::111122223333:policy/boundary");
        assertThat(texts(role.managedPolicies()))
                .containsExactly("arn:aws:iam::aws:policy/ReadOnlyAccess", "arn:aws:iam::111122223333:policy/boundary");
        assertThat(role.inlinePolicies().known().orElseThrow()).hasSize(1);
        assertThat(Templates.only(ESTATE, ManagedPolicy.class).arn())
                .isEqualTo("arn:aws:iam::111122223333:policy/boundary");
        assertThat(ESTATE.all(InlinePolicy.class)).hasSize(4);
        assertThat(texts(Templates.named(ESTATE, InlinePolicy.class, "OneRole").roles()))
                .containsExactly("reader");
        assertThat(texts(Templates.only(ESTATE, IamUser.class).groups())).containsExactly("staff");
        assertThat(Templates.only(ESTATE, IamGroup.class).name().known()).contains("staff");
        assertThat(texts(Templates.only(ESTATE, GroupMembership.class).users())).containsExactly("alice");
    }

    @Test
    void reads_what_surrounds_buckets() {
        VpcEndpoint endpoint = Templates.only(ESTATE, VpcEndpoint.class);
        assertThat(endpoint.service().known()).contains("com.amazonaws.eu-west-1.s3");
        assertThat(endpoint.policy().known().orElseThrow().isComplete()).isTrue();
        LambdaPermission permission = Templates.only(ESTATE, LambdaPermission.class);
        assertThat(permission.sourceArn().known()).contains("arn:aws:s3:::" + DATA);
        assertThat(permission.sourceAccount().known()).contains("111122223333");
    }

    @Test
    void reads_special_buckets() {
        assertThat(Templates.only(ESTATE, TableBucketPolicy.class).target().known())
                .contains(Templates.only(ESTATE, TableBucket.class).arn());
        assertThat(Templates.only(ESTATE, VectorBucketPolicy.class).target().known())
                .contains(Templates.only(ESTATE, VectorBucket.class).arn());
        assertThat(Templates.only(ESTATE, DirectoryBucketPolicy.class).bucket().known())
                .contains("express--euw1-az1--x-s3");
    }

    @Test
    void reads_backups_and_trails() {
        assertThat(Templates.only(ESTATE, BackupVault.class).minRetentionDays().known())
                .contains(new BigDecimal(7));
        assertThat(Templates.only(ESTATE, BackupPlan.class)
                        .rules()
                        .known()
                        .orElseThrow()
                        .get(0)
                        .vault()
                        .known())
                .contains("vault");
        assertThat(texts(Templates.only(ESTATE, BackupSelection.class).resources()))
                .containsExactly("arn:aws:s3:::" + DATA);
        Trail trail = Templates.only(ESTATE, Trail.class);
        assertThat(texts(trail.selectors()
                        .known()
                        .orElseThrow()
                        .get(0)
                        .resources()
                        .known()
                        .orElseThrow()
                        .get(0)
                        .values()))
                .containsExactly("arn:aws:s3:::" + DATA + "/");
        assertThat(trail.advancedSelectors()
                        .known()
                        .orElseThrow()
                        .get(0)
                        .resources()
                        .known()
                        .orElseThrow()
                        .get(1)
                        .type()
                        .known())
                .contains("resources.ARN StartsWith");
    }

    @Test
    void keeps_what_it_does_not_look_into() {
        assertThat(Templates.only(ESTATE, CustomResource.class).provider().known())
                .contains("arn:aws:lambda:eu-west-1:111122223333:function:thing");
        assertThat(ESTATE.all(OtherResource.class))
                .extracting(other -> other.element().type())
                .containsExactly("AWS::SNS::Topic", "AWS::Serverless::Function");
        assertThat(ESTATE.gaps()).extracting(gap -> gap.name()).containsExactly("Serverless");
    }
}
