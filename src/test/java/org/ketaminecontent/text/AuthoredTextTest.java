package org.ketaminecontent.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AuthoredTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mir\u00ADacle",
                "mir\u200Bacle",
                "mir\u2060acle",
                "mir\u200Dacle",
                "\u202Emiracle",
                "mir\uFEFFacle"
            })
    void what_nobody_sees_is_refused(String text) {
        assertThat(AuthoredText.fault(text))
                .hasValueSatisfying(
                        why -> assertThat(why).startsWith("must not contain invisible characters such as U+"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A nurse 👩\u200D⚕\uFE0F",
                "naïve, señal, Sjögren’s",
                "a\tb\nc",
                "50 % – 60 %",
                "\uFEFFfirst",
                "سلام"
            })
    void what_readers_see_is_not(String text) {
        assertThat(AuthoredText.fault(text)).isEmpty();
    }
}
