package io.github.secures3.analysis.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.BucketPolicy;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.model.Gap;
import io.github.secures3.analysis.model.LocatedPolicy;
import io.github.secures3.policy.ConditionValue;
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
}
