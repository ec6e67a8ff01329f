package io.github.secures3.analysis.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.model.Notification;
import java.util.List;
import org.junit.jupiter.api.Test;

class CustomBucketResourcesTest {

    private static final Estate ESTATE = Templates.read("custom-bucket-resources.template.json");

    @Test
    void leave_a_bucket_alone_that_none_names() {
        Bucket plain = Templates.named(ESTATE, Bucket.class, "Plain");

        assertThat(plain.emptiedOnDeletion().isAbsent()).isTrue();
        assertThat(plain.eventBridge().isAbsent()).isTrue();
        assertThat(plain.notifications().isAbsent()).isTrue();
    }

    @Test
    void empty_a_bucket_and_set_its_notifications() {
        Bucket emptied = Templates.named(ESTATE, Bucket.class, "Emptied");

        assertThat(emptied.emptiedOnDeletion().known()).contains(true);
        assertThat(emptied.eventBridge().known()).contains(true);
        List<Notification> notifications = emptied.notifications().known().orElseThrow();
        assertThat(notifications)
                .extracting(notification -> notification.event().known().orElse(""))
                .containsExactly("s3:ObjectCreated:*", "s3:ObjectRemoved:*");
        assertThat(notifications).allSatisfy(notification -> {
            assertThat(notification.service().known()).contains("Lambda");
            assertThat(notification.target().known())
                    .contains("arn:aws:lambda:eu-west-1:111122223333:function:receive");
            assertThat(notification
                            .filters()
                            .known()
                            .orElseThrow()
                            .get(0)
                            .value()
                            .known())
                    .contains("in/");
        });
    }

    @Test
    void leave_unknown_what_an_undecided_condition_keeps_them_from() {
        Bucket emptied = Templates.named(ESTATE, Bucket.class, "EmptiedInTests");

        assertThat(emptied.emptiedOnDeletion().whyUnknown())
                .hasValueSatisfying(reason -> assertThat(reason).contains("condition IsTest"));
        assertThat(emptied.eventBridge().whyUnknown()).isPresent();
        assertThat(emptied.notifications().whyUnknown()).isPresent();
    }

    @Test
    void count_where_the_same_condition_makes_them_and_the_bucket() {
        assertThat(Templates.named(ESTATE, Bucket.class, "OnlyInTests")
                        .emptiedOnDeletion()
                        .known())
                .contains(true);
    }
}
