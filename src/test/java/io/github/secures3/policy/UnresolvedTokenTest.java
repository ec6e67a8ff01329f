package io.github.secures3.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** https://docs.aws.amazon.com/cdk/v2/guide/tokens.html */
class UnresolvedTokenTest {

    @Test
    void knows_tokens_in_strings_and_in_lists_from_policy_variables() {
        assertThat(UnresolvedToken.isIn("arn:${Token[AWS.Partition.3]}:s3:::x")).isTrue();
        assertThat(UnresolvedToken.isIn("#{Token[TOKEN.7]}")).isTrue();
        assertThat(UnresolvedToken.isIn("${aws:username}")).isFalse();
    }

    @Test
    void takes_tokens_out_and_leaves_the_rest() {
        assertThat(UnresolvedToken.removeFrom("a${Token[A.1]}b#{Token[B.2]}c${aws:x}"))
                .isEqualTo("abc${aws:x}");
        assertThat(UnresolvedToken.removeFrom("plain")).isEqualTo("plain");
    }

    @ParameterizedTest
    @ValueSource(strings = {"]", "}", "a]b", "a}b"})
    void refuses_names_that_would_end_the_marker_early(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UnresolvedToken.of(name))
                .withMessage("the name of an unknown value cannot hold ']' or '}', as '" + name + "' does");
    }

    @Test
    void names_and_shows_markers_wherever_they_stand() {
        String text = "${Token[A]}-${Token[B]}#{Token[C]}";
        assertThat(UnresolvedToken.namesIn(text)).containsExactly("A", "B", "C");
        assertThat(UnresolvedToken.shown(text)).isEqualTo("<A>-<B><C>");
        assertThat(UnresolvedToken.shown("plain")).isEqualTo("plain");
        assertThat(UnresolvedToken.replaceIn(text, token -> token.toLowerCase(Locale.ROOT)))
                .isEqualTo(text.toLowerCase(Locale.ROOT));
        assertThat(UnresolvedToken.shown("${Token[]}")).isEqualTo("<>");
        assertThat(UnresolvedToken.endOfTokenAt("]}${Token[A]}", 0)).isEqualTo(-1);
    }

    @Test
    void takes_an_unfinished_token_for_text() {
        assertThat(UnresolvedToken.endOfTokenAt("${Token[A.1", 0)).isEqualTo(-1);
        assertThat(UnresolvedToken.removeFrom("x${Token[A.1")).isEqualTo("x${Token[A.1");
    }

    @Test
    void a_made_up_name_is_told_from_other_markers_and_shown_like_them() {
        String madeUp = UnresolvedToken.ofGeneratedName("Orders.Data.Name");
        String other = UnresolvedToken.of("Orders.Data.Name");

        assertThat(madeUp).isNotEqualTo(other);
        assertThat(UnresolvedToken.isGeneratedName(madeUp)).isTrue();
        assertThat(UnresolvedToken.isGeneratedName(other)).isFalse();
        assertThat(UnresolvedToken.namesIn(madeUp + "/" + other))
                .containsExactly("Orders.Data.Name", "Orders.Data.Name");
        assertThat(UnresolvedToken.shown("arn:aws:s3:::" + madeUp + "/*"))
                .isEqualTo("arn:aws:s3:::<Orders.Data.Name>/*");
        assertThat(UnresolvedToken.removeFrom(madeUp + "/*")).isEqualTo("/*");
    }
}
