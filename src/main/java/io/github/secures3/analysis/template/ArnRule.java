package io.github.secures3.analysis.template;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the attributes of one resource type follow from its name.
 *
 * @param nameProperty the property that may fix the name, or null where the service makes the name up
 * @param nameLabel what a made-up name is called in markers
 * @param arn the ARN, with {@code {p}}, {@code {r}}, {@code {a}} for partition, Region and account, {@code {path}} and {@code {name}}
 * @param refIsArn whether {@code Ref} gives the ARN and not the name
 * @param nameAttributes attributes that give the name
 * @param arnAttributes attributes that give the ARN
 */
record ArnRule(
        @Nullable String nameProperty,
        String nameLabel,
        String arn,
        boolean refIsArn,
        Set<String> nameAttributes,
        Set<String> arnAttributes) {

    static ArnRule named(String nameProperty, String arn) {
        return new ArnRule(nameProperty, "Name", arn, false, Set.of(), Set.of("Arn"));
    }

    static ArnRule numbered(String label, String arn) {
        return new ArnRule(null, label, arn, false, Set.of(label), Set.of("Arn"));
    }

    ArnRule refIsArn(String... attributes) {
        return new ArnRule(nameProperty, nameLabel, arn, true, nameAttributes, Set.of(attributes));
    }

    ArnRule withNameAttribute(String attribute) {
        return new ArnRule(nameProperty, nameLabel, arn, refIsArn, Set.of(attribute), arnAttributes);
    }

    ArnRule withArnAttribute(String attribute) {
        return new ArnRule(nameProperty, nameLabel, arn, refIsArn, nameAttributes, Set.of(attribute));
    }
}
