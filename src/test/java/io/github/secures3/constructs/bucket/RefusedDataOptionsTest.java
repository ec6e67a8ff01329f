package io.github.secures3.constructs.bucket;

import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.s3.CorsRule;
import software.amazon.awscdk.services.s3.HttpMethods;
import software.amazon.awscdk.services.s3.IntelligentTieringConfiguration;

/**
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/ManageCorsUsing.html and
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_Tiering.html
 */
class RefusedDataOptionsTest {

    private static final String ORIGIN = "https://app.example.com";

    /** One refused option. */
    record Refused(String message, Consumer<SecureBucket.Builder> settings) {
        @Override
        public String toString() {
            return message;
        }
    }

    static Stream<Refused> options() {
        return Stream.of(
                new Refused(
                        "101 CORS rules are more than 100; join some of them",
                        b -> b.cors(Collections.nCopies(101, cors(List.of(HttpMethods.GET), List.of(ORIGIN))))),
                new Refused(
                        "CORS rule 2 lacks methods or origins; name at least one of each",
                        b -> b.cors(List.of(
                                cors(List.of(HttpMethods.GET), List.of(ORIGIN)), cors(List.of(), List.of(ORIGIN))))),
                new Refused(
                        "CORS rule 1 lacks methods or origins; name at least one of each",
                        b -> b.cors(List.of(cors(List.of(HttpMethods.GET), List.of())))),
                new Refused(
                        "intelligentTiering 'cold' names no tier; give archiveAccessTierTime, deepArchiveAccessTierTime or"
                                + " both",
                        b -> b.intelligentTiering(List.of(tiering().build()))),
                new Refused(
                        "two configurations of intelligentTiering are named 'cold'; give each its own name",
                        b -> b.intelligentTiering(Collections.nCopies(
                                2,
                                tiering()
                                        .archiveAccessTierTime(Duration.days(90))
                                        .build()))),
                new Refused(
                        "intelligentTiering 'cold' sets archiveAccessTierTime to 89 days; give 90 to 730 whole days",
                        b -> b.intelligentTiering(List.of(tiering()
                                .archiveAccessTierTime(Duration.days(89))
                                .build()))),
                new Refused(
                        "intelligentTiering 'cold' sets archiveAccessTierTime to 90.5 days; give 90 to 730 whole days",
                        b -> b.intelligentTiering(List.of(tiering()
                                .archiveAccessTierTime(Duration.hours(2172))
                                .build()))),
                new Refused(
                        "intelligentTiering 'cold' sets deepArchiveAccessTierTime to 179 days; give 180 to 730 whole days",
                        b -> b.intelligentTiering(List.of(tiering()
                                .deepArchiveAccessTierTime(Duration.days(179))
                                .build()))),
                new Refused(
                        "intelligentTiering 'cold' sets deepArchiveAccessTierTime to 731 days; give 180 to 730 whole days",
                        b -> b.intelligentTiering(List.of(tiering()
                                .deepArchiveAccessTierTime(Duration.days(731))
                                .build()))));
    }

    @ParameterizedTest
    @MethodSource("options")
    void an_option_that_s3_would_refuse_is_refused(Refused refused) {
        Refusals.refused(
                stack -> {
                    SecureBucket.Builder builder = SecureBucket.Builder.create(stack, "Data");
                    refused.settings().accept(builder);
                    builder.build();
                },
                "Storage/Data: " + refused.message());
    }

    private static CorsRule cors(List<HttpMethods> methods, List<String> origins) {
        return CorsRule.builder()
                .allowedMethods(methods)
                .allowedOrigins(origins)
                .build();
    }

    private static IntelligentTieringConfiguration.Builder tiering() {
        return IntelligentTieringConfiguration.builder().name("cold");
    }
}
