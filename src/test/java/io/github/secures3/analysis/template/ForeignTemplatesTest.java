package io.github.secures3.analysis.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.BucketPolicy;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.model.Gap;
import io.github.secures3.analysis.model.LocatedPolicy;
import io.github.secures3.policy.ConditionValue;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Templates in the styles that people write. */
class ForeignTemplatesTest {

    @Test
    void reads_anchors_merges_and_block_style() {
        Estate estate = Templates.read("foreign/photo-sharing.yaml");
        Bucket thumbnails = Templates.named(estate, Bucket.class, "Thumbnails");
        assertThat(thumbnails.name().known()).contains("photo-thumbnails");
        assertThat(thumbnails.element().deletionPolicy().known()).contains("Delete");
        assertThat(thumbnails.versioning().known()).contains("Enabled");
        assertThat(Templates.only(estate, BucketPolicy.class)
                        .document()
                        .known()
                        .orElseThrow()
                        .statements()
                        .get(0)
                        .statement()
                        .resources())
                .hasToString("Resources[negated=false, patterns=[arn:aws:s3:::photo-thumbnails/*]]");
    }

    @Test
    void reads_tabs_strings_for_everything_and_a_policy_without_version() {
        Estate estate = Templates.read("foreign/old-style.json");
        Bucket site = estate.buckets().get(0);
        assertThat(site.acl().known()).contains("PublicRead");
        assertThat(site.publicAccessBlock()
                        .known()
                        .orElseThrow()
                        .blockPublicAcls()
                        .known())
                .contains(false);
        LocatedPolicy policy = estate.policiesOf(site).get(0).document().known().orElseThrow();
        assertThat(policy.version()).isNull();
        assertThat(policy.id()).isEqualTo("SitePolicy");
        assertThat(policy.isComplete()).isTrue();
    }

    @Test
    void takes_a_macro_of_one_s_own_for_one_that_may_change_anything() {
        assertThat(Templates.read("foreign/macro.yml").gaps()).singleElement().satisfies(gap -> {
            assertThat(gap.name()).isEqualTo("Transform");
            assertThat(gap.reach()).isEqualTo(Gap.Reach.WHOLE_TEMPLATE);
            assertThat(gap.reason()).isEqualTo("macros may change or add any resource");
        });
    }

    @Test
    void names_what_loops_and_serverless_resources_hide() {
        Estate estate = Templates.read("foreign/serverless.yml");
        assertThat(estate.gaps()).extracting(Gap::name).containsExactly("Handler", "Fn::ForEach::Topics");
        assertThat(estate.gaps())
                .extracting(Gap::reach)
                .containsExactly(Gap.Reach.RESOURCES_OF_ITS_OWN, Gap.Reach.POLICIES_OF_OTHERS);
        LocatedPolicy policy =
                Templates.only(estate, BucketPolicy.class).document().known().orElseThrow();
        assertThat(policy.unknown()).hasSize(1);
        assertThat(policy.statements()
                        .get(0)
                        .statement()
                        .conditions()
                        .all()
                        .get(0)
                        .values())
                .containsExactly(ConditionValue.of(false));
    }

    /**
     * What a stack set or a product deploys is in no template here.
     *
     * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudformation-stackset.html">
     *     AWS::CloudFormation::StackSet</a>
     */
    @Test
    void names_what_stack_sets_and_products_deploy() {
        assertThat(Templates.read("foreign/stack-set.yml").gaps())
                .extracting(Gap::name, Gap::reach, Gap::reason)
                .containsExactly(
                        tuple(
                                "Baseline",
                                Gap.Reach.POLICIES_OF_OTHERS,
                                "the resources that AWS::CloudFormation::StackSet makes are not known"),
                        tuple(
                                "Workspace",
                                Gap.Reach.POLICIES_OF_OTHERS,
                                "the resources that AWS::ServiceCatalog::CloudFormationProvisionedProduct makes are not"
                                        + " known"));
    }

    /**
     * A snippet can add to everything beside which it stands.
     *
     * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/transform-aws-include.html">AWS::Include
     *     transform</a>
     */
    @Test
    void takes_what_a_snippet_is_included_in_for_unknown() {
        Estate estate = Templates.read("foreign/includes.yml");
        for (String id : List.of("Beside", "Within")) {
            Bucket bucket = Templates.named(estate, Bucket.class, id);
            assertThat(bucket.name().isUnknown()).as(id).isTrue();
            assertThat(bucket.publicAccessBlock().isUnknown()).as(id).isTrue();
            assertThat(bucket.versioning().whyUnknown()).as(id).contains("what Fn::Transform makes of it is not known");
        }
        Bucket whole = Templates.named(estate, Bucket.class, "Whole");
        assertThat(whole.name().isUnknown()).isTrue();
        assertThat(whole.element().presence().whyUnknown()).contains("the template has no condition 'Included'");
        LocatedPolicy policy =
                Templates.only(estate, BucketPolicy.class).document().known().orElseThrow();
        assertThat(policy.unknown()).hasSize(2);
        assertThat(policy.statements())
                .singleElement()
                .satisfies(located -> assertThat(located.statement().sid()).isEqualTo("Tls"));
    }

    /**
     * A loop can make resources, properties, conditions and outputs.
     *
     * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-foreach.html">
     *     Fn::ForEach</a>
     */
    @Test
    void takes_what_a_loop_makes_for_unknown() {
        Estate estate = Templates.read("foreign/loops.yml");
        assertThat(estate.gaps())
                .extracting(Gap::name, Gap::reach)
                .containsExactly(tuple("Fn::ForEach::Buckets", Gap.Reach.POLICIES_OF_OTHERS));
        Bucket data = Templates.only(estate, Bucket.class);
        assertThat(data.versioning().whyUnknown()).contains("what Fn::ForEach::Settings makes of it is not known");
        assertThat(data.publicAccessBlock().isUnknown()).isTrue();
        assertThat(Templates.only(estate, BucketPolicy.class)
                        .element()
                        .presence()
                        .whyUnknown())
                .contains("the template has no condition 'IsProd'");
    }

    /**
     * Serverless resources make roles and more; a connector attaches policies to others.
     *
     * @see <a href="https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-generated-resources.html">
     *     Generated resources</a>
     */
    @Test
    void names_what_serverless_resources_make_beside_those_of_the_template() {
        assertThat(Templates.read("foreign/sam.yml").gaps())
                .extracting(Gap::name, Gap::reach)
                .containsExactly(
                        tuple("Thumbnails", Gap.Reach.RESOURCES_OF_ITS_OWN),
                        tuple("Search", Gap.Reach.POLICIES_OF_OTHERS),
                        tuple("Reads", Gap.Reach.POLICIES_OF_OTHERS));
    }
}
