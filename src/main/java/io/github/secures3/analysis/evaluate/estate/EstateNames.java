package io.github.secures3.analysis.evaluate.estate;

import io.github.secures3.analysis.model.AccessPoint;
import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.Estate;
import io.github.secures3.analysis.model.IamRole;
import io.github.secures3.analysis.model.IamUser;
import io.github.secures3.analysis.model.KmsKey;
import io.github.secures3.analysis.model.Resource;
import io.github.secures3.analysis.model.VpcEndpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Resources of an estate by the names that people use for them: the logical id or its unique beginning, stack and logical id, the construct path,
 * the name, the ARN.
 *
 * @since 0.1
 */
public final class EstateNames {

    private final Names<Bucket> buckets;
    private final Names<Resource> identities;
    private final Names<KmsKey> keys;
    private final Names<VpcEndpoint> endpoints;
    private final Names<AccessPoint> accessPoints;

    private EstateNames(Estate estate) {
        List<Resource> identified = new ArrayList<>(estate.all(IamRole.class));
        identified.addAll(estate.all(IamUser.class));
        this.buckets =
                new Names<>("bucket", estate.buckets(), bucket -> bucket.name().asText(), Bucket::arn);
        this.identities = new Names<>("role or user", identified, EstateNames::nameOf, EstateNames::arnOf);
        this.keys =
                new Names<>("KMS key", estate.all(KmsKey.class), key -> key.id().asText(), KmsKey::arn);
        this.endpoints = new Names<>(
                "VPC endpoint",
                estate.all(VpcEndpoint.class),
                endpoint -> endpoint.id().asText(),
                endpoint -> endpoint.id().asText().orElse(""));
        this.accessPoints = new Names<>(
                "access point",
                estate.all(AccessPoint.class),
                point -> point.name().asText(),
                AccessPoint::arn);
    }

    /** The names in this estate. */
    public static EstateNames of(Estate estate) {
        return new EstateNames(estate);
    }

    /**
     * The bucket of this name.
     *
     * @throws UnknownNameException if there is none, or several
     */
    public Bucket bucket(String name) {
        return found(buckets, name, "");
    }

    /**
     * The ARN of the role or user of this name, markers for unknown parts included.
     *
     * @throws UnknownNameException if there is none, or several
     */
    public String identityArn(String name) {
        return arnOf(found(identities, name, "; or give an ARN, an account id, a service name or anonymous"));
    }

    /**
     * The ARN of the KMS key of this name, markers for unknown parts included.
     *
     * @throws UnknownNameException if there is none, or several
     */
    public String keyArn(String name) {
        return found(keys, name, "; or give an ARN").arn();
    }

    /**
     * The id of the VPC endpoint of this name, which may be a marker.
     *
     * @throws UnknownNameException if there is none, or several
     */
    public String endpointId(String name) {
        return found(endpoints, name, "; or give an id such as vpce-1a2b3c4d")
                .id()
                .asText()
                .orElse("");
    }

    /**
     * The ARN of the access point of this name, markers for unknown parts included.
     *
     * @throws UnknownNameException if there is none, or several
     */
    public String accessPointArn(String name) {
        return found(accessPoints, name, "; or give an ARN").arn();
    }

    private static <R extends Resource> R found(Names<R> names, String name, String others) {
        return names.find(name)
                .orElseThrow(() -> new UnknownNameException("no " + names.kind() + " is called '" + name
                        + "'; the templates have " + names.choices() + others));
    }

    static Optional<String> nameOf(Resource resource) {
        if (resource instanceof IamRole role) {
            return role.name().asText();
        }
        return resource instanceof IamUser user ? user.name().asText() : Optional.empty();
    }

    static String arnOf(Resource resource) {
        if (resource instanceof IamRole role) {
            return role.arn();
        }
        return resource instanceof IamUser user ? user.arn() : "";
    }
}
