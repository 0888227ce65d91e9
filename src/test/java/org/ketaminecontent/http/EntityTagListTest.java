package org.ketaminecontent.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which tags a list names. That it takes one pass is shown by {@code src/bench/attack.py}. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EntityTagListTest {

    private static final String TAG = "\"abc-gzip\"";

    @ParameterizedTest
    @ValueSource(
            strings = {
                TAG,
                "*",
                " * ",
                "W/" + TAG,
                "\"x\"," + TAG,
                "\"x\" \t, W/" + TAG + "\t,\"y\"",
                TAG + "   ",
                "\"x\"" + "          " + TAG,
                "x" + TAG + "," + TAG
            })
    void a_tag_is_found_wherever_it_stands(String list) {
        assertThat(EntityTagList.name(list, TAG)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ",", "\"abc\"", "abc-gzip", "x" + TAG, TAG + "x", "\"*\"", "*,*", "w" + TAG, "\"abc-gzip"})
    void nothing_else_is_one(String list) {
        assertThat(EntityTagList.name(list, TAG)).isFalse();
    }
}
