package org.ketaminecontent.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OwnAddressTest {

    @ParameterizedTest
    @CsvSource({
        "localhost, localhost",
        "127.0.0.1, 127.0.0.1",
        "0.0.0.0, localhost",
        "::, localhost",
        "[::], localhost",
        "0:0:0:0:0:0:0:0, localhost",
        "::1, [::1]",
        "[2001:db8::1], [2001:db8::1]",
        "content.example.org, content.example.org"
    })
    void what_is_listened_on_is_told_as_an_address_that_can_be_opened(String host, String told) {
        assertThat(OwnAddress.bracketed(OwnAddress.reachable(host))).isEqualTo(told);
    }
}
