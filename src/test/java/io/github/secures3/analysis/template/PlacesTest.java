package io.github.secures3.analysis.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.model.Location;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every element and value says where it stands, by file, line, column and JSON pointer. */
class PlacesTest {

    @TempDir
    private Path directory;

    @Test
    void names_lines_and_columns_of_yaml() {
        Estate estate = Templates.readText(
                directory,
                "a.yaml",
                "Resources:\n  A/B~C:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketName: !Ref X\n");
        Bucket bucket = estate.buckets().get(0);
        String file = directory.resolve("a.yaml").toString();
        assertThat(bucket.element().at()).isEqualTo(new Location(file, 3, 5, "/Resources/A~1B~0C"));
        assertThat(bucket.element().at().text()).isEqualTo(file + ":3:5");
    }

    @Test
    void names_lines_and_columns_of_json() {
        Estate estate = Templates.readText(directory, "a.json", """
                {"Resources": {
                  "A": {"Type": "AWS::S3::Bucket",
                    "Properties": {"VersioningConfiguration": {"Status": "Enabled"}}}}}
                """);
        Bucket bucket = estate.buckets().get(0);
        assertThat(bucket.element().at().line()).isEqualTo(2);
        assertThat(bucket.element().at().column()).isEqualTo(8);
        assertThat(bucket.versioning().place().orElseThrow().line()).isEqualTo(3);
        assertThat(bucket.versioning().place().orElseThrow().pointer())
                .isEqualTo("/Resources/A/Properties/VersioningConfiguration/Status");
    }

    @Test
    void names_the_place_of_a_reference_and_not_of_its_first_use() {
        Estate estate = Templates.readText(directory, "b.yaml", """
                Parameters: {P: {Type: String, Default: x}}
                Resources:
                  A: {Type: AWS::S3::Bucket, Properties: {BucketName: !Ref P}}
                  B: {Type: AWS::S3::Bucket, Properties: {AccessControl: !Ref P}}
                """);
        assertThat(estate.buckets().get(1).acl().place().orElseThrow().pointer())
                .isEqualTo("/Resources/B/Properties/AccessControl");
    }

    /** YAML 1.1, which CloudFormation follows: yes, no, on and off are booleans, leading zeros and dates stay text. */
    @Test
    void reads_plain_scalars_as_cloudformation_does() {
        Estate estate = Templates.readText(
                directory,
                "c.yaml",
                "Resources: {A: {Type: AWS::S3::Bucket, Properties: {ObjectLockEnabled: Yes, BucketName: 012345678901, "
                        + "VersioningConfiguration: {Status: 2012-10-17}, AccessControl: ~, AbacStatus: 'no'}}}");
        Bucket bucket = estate.buckets().get(0);
        assertThat(bucket.objectLock().enabled().known()).contains(true);
        assertThat(bucket.name().known()).contains("012345678901");
        assertThat(bucket.versioning().known()).contains("2012-10-17");
        assertThat(bucket.acl().isAbsent()).isTrue();
        assertThat(bucket.abac().known()).contains("no");
    }
}
