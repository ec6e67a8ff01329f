package io.github.secures3.analysis.evaluate;

import io.github.secures3.analysis.evaluate.matching.ContextValue;
import io.github.secures3.analysis.evaluate.matching.ContextView;
import io.github.secures3.policy.Arn;
import io.github.secures3.policy.UnresolvedToken;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The context of the call that S3 makes to AWS KMS on the caller's behalf.
 *
 * @see <a href="https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html">AWS KMS condition keys</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html#encryption-context">Encryption context</a>
 * @since 0.1
 */
public final class KeyContext implements ContextView {

    private static final String UNKNOWN_REGION = "Region of the KMS key";

    /** Global keys that the call to KMS carries with values of its own. */
    private static final Set<String> OWN = Set.of(
            "aws:resourceaccount",
            "aws:resourceorgid",
            "aws:viaawsservice",
            "aws:securetransport",
            "aws:sourcevpc",
            "aws:sourcevpce",
            "aws:vpcsourceip",
            "aws:sourceip");

    /** What the key is, whoever calls; the caller of the evaluator may say so beside the context of the call to S3. */
    private static final Set<String> PROPERTIES_OF_THE_KEY = Set.of(
            "kms:resourcealiases",
            "kms:keyspec",
            "kms:keyusage",
            "kms:keyorigin",
            "kms:multiregion",
            "kms:multiregionkeytype");

    private final ContextCompletion call;
    private final RequestPrincipal principal;
    private final String keyArn;
    private final @Nullable String keyAccount;
    private final String encryptionContext;

    /** The keys of the call to KMS that follows this call to S3. */
    public KeyContext(
            ContextCompletion call,
            RequestPrincipal principal,
            String keyArn,
            @Nullable String keyAccount,
            String encryptionContext) {
        this.call = call;
        this.principal = principal;
        this.keyArn = keyArn;
        this.keyAccount = keyAccount;
        this.encryptionContext = encryptionContext;
    }

    /** The encryption context of an object: with an S3 Bucket Key the bucket's ARN, without one its own, otherwise unknown. */
    public static String encryptionContext(@Nullable Boolean bucketKey, String resource) {
        if (bucketKey == null) {
            return UnresolvedToken.of("encryption context of the object");
        }
        int slash = resource.indexOf('/');
        return bucketKey && slash >= 0 ? resource.substring(0, slash) : resource;
    }

    /**
     * The service through which KMS is called for an object under this key.
     *
     * @see <a href="https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-via-service">kms:ViaService</a>
     */
    public static String viaService(String keyArn) {
        Arn arn = Arn.find(keyArn).orElse(null);
        String region = arn == null ? UnresolvedToken.of(UNKNOWN_REGION) : arn.region();
        String suffix = arn != null && arn.partition().equals("aws-cn") ? ".amazonaws.com.cn" : ".amazonaws.com";
        return "s3." + region + suffix;
    }

    @Override
    public ContextValue get(String key) {
        return isOfTheCallToS3(key) ? call.get(key) : ofTheCallToKms(key);
    }

    /** Whether the call to KMS carries what the call to S3 carried under this key. */
    public static boolean isOfTheCallToS3(String key) {
        boolean ofAService = key.startsWith("s3:") || (key.startsWith("kms:") && !PROPERTIES_OF_THE_KEY.contains(key));
        return !ofAService && !key.startsWith("aws:resourcetag/") && !OWN.contains(key);
    }

    private ContextValue ofTheCallToKms(String key) {
        return switch (key) {
            case "kms:viaservice" -> ContextValue.of(viaService(keyArn));
            case "kms:calleraccount" -> orAbsent(principal.account());
            case "kms:encryptioncontext:aws:s3:arn" -> ContextValue.of(encryptionContext);
            case "kms:encryptioncontextkeys" -> ContextValue.of("aws:s3:arn");
            case "aws:resourceaccount" -> orAbsent(keyAccount);
            case "aws:resourceorgid" -> call.organizationId(keyAccount);
            case "aws:viaawsservice", "aws:securetransport" -> ContextValue.of("true");
            case "aws:sourcevpc", "aws:sourcevpce", "aws:vpcsourceip" -> ContextValue.ABSENT;
            // The address of the service that calls, which nobody outside AWS knows.
            case "aws:sourceip" -> ContextValue.UNKNOWN;
            default -> key.startsWith("aws:resourcetag/") ? call.unstated() : ContextValue.ABSENT;
        };
    }

    private static ContextValue orAbsent(@Nullable String value) {
        return value == null ? ContextValue.ABSENT : ContextValue.of(value);
    }
}
