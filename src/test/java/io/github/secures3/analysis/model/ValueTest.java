package io.github.secures3.analysis.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ValueTest {

    private static final Location HERE = new Location("a.yaml", 3, 5, "/Resources");

    @Test
    void is_surely_something_only_where_it_is_known() {
        assertThat(new Value.Known<>(true, HERE).isSurely(on -> on)).isTrue();
        assertThat(new Value.Known<>(false, HERE).isSurely(on -> on)).isFalse();
        assertThat(new Value.Unknown<Boolean>("${Token[a]}", "because", HERE).isSurely(on -> on))
                .isFalse();
        assertThat(Value.<Boolean>absent().isSurely(on -> on)).isFalse();
    }

    @Test
    void may_be_anything_where_it_is_unknown() {
        assertThat(new Value.Known<>(false, HERE).mayBe(on -> on)).isFalse();
        assertThat(new Value.Unknown<Boolean>("${Token[a]}", "because", HERE).mayBe(on -> on))
                .isTrue();
        assertThat(Value.<Boolean>absent().mayBe(on -> on)).isFalse();
    }

    @Test
    void gives_text_reason_and_place() {
        Value<String> unknown = new Value.Unknown<>("${Token[a]}", "because", HERE);
        assertThat(unknown.asText()).contains("${Token[a]}");
        assertThat(unknown.whyUnknown()).contains("because");
        assertThat(unknown.place()).contains(HERE);
        assertThat(unknown.known()).isEmpty();
        Value<Integer> known = new Value.Known<>(7, HERE);
        assertThat(known.asText()).contains("7");
        assertThat(known.whyUnknown()).isEmpty();
        assertThat(Value.absent().asText()).isEmpty();
        assertThat(Value.absent().place()).isEmpty();
    }
}
