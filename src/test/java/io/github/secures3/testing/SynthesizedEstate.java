package io.github.secures3.testing;

import io.github.secures3.analysis.evaluate.AccessRequest;
import io.github.secures3.analysis.evaluate.Decision;
import io.github.secures3.analysis.evaluate.Evaluator;
import io.github.secures3.analysis.evaluate.Organization;
import io.github.secures3.analysis.evaluate.estate.EstateRequest;
import io.github.secures3.analysis.evaluate.estate.EstateSituation;
import io.github.secures3.analysis.evaluate.estate.PlacedRequest;
import io.github.secures3.analysis.model.Estate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.App;

/** All stacks of an app as the read side sees them, to be asked who may do what. */
public final class SynthesizedEstate {

    private final Estate estate;
    private final @Nullable Organization organization;
    private final List<String> within;

    private SynthesizedEstate(Estate estate, @Nullable Organization organization, List<String> within) {
        this.estate = estate;
        this.organization = organization;
        this.within = within;
    }

    /** Synthesizes the app and reads its assembly. */
    public static SynthesizedEstate of(App app) {
        return new SynthesizedEstate(Synthesized.estate(app), null, List.of());
    }

    /** The stacks themselves. */
    public Estate estate() {
        return estate;
    }

    /** The same with accounts in this organization, below these roots and units, so that policies attached there reach them. */
    public SynthesizedEstate in(Organization whole, String... rootsAndUnits) {
        return new SynthesizedEstate(estate, whole, List.of(rootsAndUnits));
    }

    /** Decides a request over HTTPS with TLS 1.3, about which nothing else is to be known. */
    public Decision decide(String principal, String action, String resource) {
        return decide(principal, action, resource, Map.of());
    }

    /** Decides a request over HTTPS with TLS 1.3 with these context keys besides; all others are absent. */
    public Decision decide(String principal, String action, String resource, Map<String, String> context) {
        Map<String, List<String>> keys = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        keys.put("aws:SecureTransport", List.of("true"));
        keys.put("s3:TlsVersion", List.of("1.3"));
        context.forEach((key, value) -> keys.put(key, List.of(value)));
        PlacedRequest placed = EstateSituation.of(
                estate, new EstateRequest(principal, action, resource, keys, null, organization, within));
        AccessRequest asked = placed.request();
        return Evaluator.decide(
                AccessRequest.of(asked.principal(), asked.action(), asked.resource(), asked.context()),
                placed.situation());
    }
}
