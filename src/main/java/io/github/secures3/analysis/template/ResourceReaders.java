package io.github.secures3.analysis.template;

import io.github.secures3.analysis.model.CustomResource;
import io.github.secures3.analysis.model.OtherResource;
import io.github.secures3.analysis.model.Resource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** The resource types that are looked into, each with its reader. */
final class ResourceReaders {

    private static final Map<String, Function<Source, Resource>> BY_TYPE = readers();

    private ResourceReaders() {}

    private static Map<String, Function<Source, Resource>> readers() {
        Map<String, Function<Source, Resource>> readers = new HashMap<>();
        Family family = Family.into(readers);
        BucketResources.register(family);
        AccessPointResources.register(family);
        AccessGrantsResources.register(family);
        SpecialBucketResources.register(family);
        IamResources.register(family);
        KeyResources.register(family);
        PerimeterResources.register(family);
        BackupResources.register(family);
        TrailResources.register(family);
        OtherPolicies.register(family);
        return readers;
    }

    static Resource read(Source source) {
        String type = source.element().type();
        Function<Source, Resource> reader = BY_TYPE.get(type);
        if (reader != null) {
            return reader.apply(source);
        }
        return isCustom(type)
                ? new CustomResource(source.element(), source.text("ServiceToken"))
                : new OtherResource(source.element());
    }

    private static boolean isCustom(String type) {
        return type.startsWith("Custom::") || type.equals("AWS::CloudFormation::CustomResource");
    }
}
