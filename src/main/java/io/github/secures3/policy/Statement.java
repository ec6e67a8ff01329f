package io.github.secures3.policy;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One statement of a policy.
 *
 * @param sid the statement id, or null
 * @param effect Allow or Deny
 * @param principals who is meant, or null in policies that stand on a principal already
 * @param actions which actions
 * @param resources which resources, or null where the policy type leaves them out, as trust policies do
 * @param conditions what must hold besides
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_statement.html">Statement</a>
 * @since 0.1
 */
public record Statement(
        @Nullable String sid,
        Effect effect,
        @Nullable Principals principals,
        Actions actions,
        @Nullable Resources resources,
        Conditions conditions) {

    /** Checks that nothing required is missing. */
    public Statement {
        Objects.requireNonNull(effect, "effect");
        Objects.requireNonNull(actions, "actions");
        Objects.requireNonNull(conditions, "conditions");
    }

    /** Starts an Allow statement with this Sid. */
    public static Builder allow(String sid) {
        return new Builder(Effect.ALLOW, sid);
    }

    /** Starts a Deny statement with this Sid. */
    public static Builder deny(String sid) {
        return new Builder(Effect.DENY, sid);
    }

    /** Collects the parts of a statement. */
    public static final class Builder {

        private final Effect effect;
        private final String sid;
        private @Nullable Principals principals;
        private @Nullable Actions actions;
        private @Nullable Resources resources;
        private Conditions conditions = Conditions.none();

        private Builder(Effect effect, String sid) {
            this.effect = effect;
            this.sid = sid;
        }

        /** Who is meant; left out in identity policies. */
        public Builder principals(Principals who) {
            this.principals = who;
            return this;
        }

        /** {@code Principal: "*"}. */
        public Builder everyone() {
            return principals(Principals.everyone());
        }

        /** {@code Action} with these patterns. */
        public Builder actions(String... patterns) {
            return actions(Actions.of(patterns));
        }

        /** The actions. */
        public Builder actions(Actions which) {
            this.actions = which;
            return this;
        }

        /** {@code Resource} with these patterns. */
        public Builder resources(String... patterns) {
            return resources(Resources.of(patterns));
        }

        /** {@code Resource} with these patterns. */
        public Builder resources(List<String> patterns) {
            return resources(Resources.of(patterns));
        }

        /** The resources. */
        public Builder resources(Resources which) {
            this.resources = which;
            return this;
        }

        /** One more condition that must hold. */
        public Builder when(Condition condition) {
            this.conditions = conditions.and(condition);
            return this;
        }

        /**
         * The statement.
         *
         * @throws IllegalStateException if no actions were given
         */
        public Statement build() {
            Actions given = actions;
            if (given == null) {
                throw new IllegalStateException("statement '" + sid + "' has no actions; name them with actions(...)");
            }
            return new Statement(sid, effect, principals, given, resources, conditions);
        }
    }
}
