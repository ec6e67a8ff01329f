package io.github.secures3.policy;

import java.util.Arrays;
import java.util.List;

/**
 * The {@code Principal} or {@code NotPrincipal} element of a statement.
 *
 * @param negated true for {@code NotPrincipal}
 * @param members the principals named, in their order
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html">Principal</a>
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html">NotPrincipal</a>
 * @since 0.1
 */
public record Principals(boolean negated, List<Principal> members) {

    /**
     * Copies the members.
     *
     * @throws IllegalArgumentException if the bare {@code "*"} stands beside other principals, which no policy can express
     */
    public Principals {
        members = List.copyOf(members);
        if (members.size() > 1 && members.contains(Principal.everyone())) {
            throw new IllegalArgumentException(
                    "the principal \"*\" stands beside others; leave the others out, or write it as {\"AWS\": \"*\"}");
        }
    }

    /** {@code "Principal": "*"}: everyone, anonymous callers included. */
    public static Principals everyone() {
        return of(Principal.everyone());
    }

    /** {@code Principal} with these members. */
    public static Principals of(Principal... members) {
        return new Principals(false, Arrays.asList(members));
    }

    /** {@code NotPrincipal} with these members: everyone but them. */
    public static Principals allExcept(Principal... members) {
        return new Principals(true, Arrays.asList(members));
    }
}
