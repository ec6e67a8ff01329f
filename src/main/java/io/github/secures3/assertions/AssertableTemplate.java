package io.github.secures3.assertions;

import io.github.secures3.analysis.model.Estate;
import org.assertj.core.api.AssertProvider;

/**
 * Templates that AssertJ's own {@code assertThat} takes.
 *
 * @param estate what the templates hold
 * @see SecureS3Assertions#template
 * @since 0.1
 */
public record AssertableTemplate(Estate estate) implements AssertProvider<TemplateAssert> {

    @Override
    public TemplateAssert assertThat() {
        return new TemplateAssert(estate);
    }
}
