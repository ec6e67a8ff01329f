package io.github.secures3.analysis.evaluate.estate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.analysis.evaluate.Outcome;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.template.EstateReader;
import io.github.secures3.analysis.template.ReadOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests on buckets and roles whose names the deployment makes up. */
class DistinctNamesTest {

    private static final Estate ESTATE = EstateReader.read(
            List.of(Path.of("src/test/resources/io/github/secures3/analysis/evaluate/estate/distinct-names.yaml")),
            ReadOptions.defaults().withEnvironment("111122223333", "eu-west-1"));

    @ParameterizedTest(name = "{0} {1} {2}: {3}")
    @CsvSource({
        // A role may read one bucket; the other has another name.
        "Reader,   s3:GetObject,  First/a,  ALLOWED",
        "Reader,   s3:GetObject,  Second/a, IMPLICITLY_DENIED",
        // A role is kept from one bucket; the other has another name.
        "Operator, s3:GetObject,  First/a,  EXPLICITLY_DENIED",
        "Operator, s3:GetObject,  Second/a, ALLOWED",
        // A role may do all but touch one bucket.
        "Keeper,   s3:GetObject,  First/a,  IMPLICITLY_DENIED",
        "Keeper,   s3:GetObject,  Second/a, ALLOWED",
        // The bucket policy lets one role list; the other has another name.
        "Reader,   s3:ListBucket, Second,   IMPLICITLY_DENIED",
        "Visitor,  s3:ListBucket, Second,   ALLOWED",
        // A role whose name is fixed has that name alone.
        "NamedRole, s3:GetBucketLocation, Second, ALLOWED",
        "Visitor,  s3:GetBucketLocation, Second, IMPLICITLY_DENIED",
        // Somebody from outside may be a role whose name only the deployment knows, and is not one with another name.
        "arn:aws:iam::111122223333:role/App-Visitor-1A2B, s3:ListBucket, Second, UNDECIDED",
        "arn:aws:iam::111122223333:role/App-Visitor-1A2B, s3:GetBucketLocation, Second, UNDECIDED",
        "arn:aws:iam::111122223333:role/example-role, s3:GetBucketLocation, Second, ALLOWED",
        // A bucket whose name is fixed has that name alone.
        "Clerk,    s3:GetObject,  Named/a,  ALLOWED",
        "Clerk,    s3:GetObject,  First/a,  IMPLICITLY_DENIED",
        // A pattern may fit a name that only the deployment knows.
        "Guesser,  s3:GetObject,  First/a,  UNDECIDED",
    })
    void keep_policies_about_others_apart(String who, String action, String what, Outcome expected) {
        EstateRequest asked = new EstateRequest(who, action, what, Map.of(), null, null, List.of());

        assertThat(EstateSituation.of(ESTATE, asked).decide().outcome()).isEqualTo(expected);
    }
}
