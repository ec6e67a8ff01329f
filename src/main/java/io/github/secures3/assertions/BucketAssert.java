package io.github.secures3.assertions;

import io.github.secures3.analysis.evaluate.estate.EstateNames;
import io.github.secures3.analysis.model.Bucket;
import io.github.secures3.analysis.model.Element;
import io.github.secures3.analysis.prove.Callers;
import io.github.secures3.analysis.prove.Invariant;
import io.github.secures3.analysis.prove.Invariants;
import io.github.secures3.analysis.prove.StatedInvariant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions about one bucket.
 *
 * <p>What cannot be decided never passes: the failure says what is not known, and which context keys to give.
 *
 * @since 0.1
 */
public final class BucketAssert extends AbstractAssert<BucketAssert, Bucket> {

    private final TemplateAssert template;

    BucketAssert(TemplateAssert template, Bucket bucket) {
        super(bucket, BucketAssert.class);
        this.template = template;
    }

    /**
     * Verifies that each request is allowed, by all policies that take part in it.
     *
     * <pre>{@code
     * assertThat(template).bucket("Data").allows(request("s3:GetObject").on("reports/1.csv").by("Reader"));   // passes
     * assertThat(template).bucket("Data").allows(request("s3:PutObject").on("reports/1.csv").by("Reader"));   // fails
     * }</pre>
     *
     * @throws AssertionError if one is denied or cannot be decided, with the decision layer by layer
     * @throws IllegalArgumentException if one names something that the templates do not have, or nobody can make it
     */
    public BucketAssert allows(Request... requests) {
        return answers("allow", Answer::isAllowed, requests);
    }

    /**
     * Verifies that each request is denied, by a statement or because nothing allows it.
     *
     * <pre>{@code
     * assertThat(template).bucket("Data").denies(request("s3:GetObject").on("a").by("Reader").overPlainHttp());   // passes
     * assertThat(template).bucket("Data").denies(request("s3:GetObject").on("reports/1.csv").by("Reader"));       // fails
     * }</pre>
     *
     * @throws AssertionError if one is allowed or cannot be decided, with the decision layer by layer
     * @throws IllegalArgumentException if one names something that the templates do not have, or nobody can make it
     */
    public BucketAssert denies(Request... requests) {
        return answers("deny", Answer::isDenied, requests);
    }

    private BucketAssert answers(String verb, Predicate<Answer> expected, Request... requests) {
        if (requests.length == 0) {
            throw new IllegalArgumentException("no request is given; give one such as request(\"s3:GetObject\")");
        }
        for (Request request : requests) {
            Answer answer = Answer.of(template.estate(), actual, template.assumptions(), request);
            if (!expected.test(answer)) {
                throw failure(
                        "%s", "Expecting " + title() + "\nto " + verb + " " + request + "\n" + answer.explanation());
            }
        }
        return this;
    }

    /**
     * Verifies by proof that no request of these callers reads an object, whatever else it carries and whatever their own policies allow.
     *
     * <pre>{@code
     * assertThat(template).bucket("Data").isNeverReadableBy(anyoneOutside("o-exampleorgid"));
     * }</pre>
     *
     * @throws AssertionError if somebody can, showing the request; or if it cannot be decided, showing why
     * @throws IllegalArgumentException if callers are named that the templates do not have
     */
    public BucketAssert isNeverReadableBy(Callers callers) {
        return satisfies(Invariants.neverReadBy(callers, EstateNames.of(template.estate())));
    }

    /**
     * Verifies that the invariants hold for the bucket, by proof.
     *
     * <pre>{@code
     * assertThat(template).bucket("Data").satisfies(Invariants.noPlainHttp());
     * }</pre>
     *
     * @throws AssertionError if one is refuted, showing requests; or undecided, showing why
     */
    public BucketAssert satisfies(Invariant... invariants) {
        List<StatedInvariant> stated =
                Stream.of(invariants).map(StatedInvariant::aboutAll).toList();
        Optional<String> problem = template.problem(List.of(actual), stated);
        if (problem.isPresent()) {
            throw failure("%s", problem.get());
        }
        return this;
    }

    private String title() {
        Element element = actual.element();
        String path = element.constructPath();
        return "the bucket " + (path == null ? element.id() : path + " (" + element.id() + ")");
    }
}
