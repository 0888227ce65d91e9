package org.ketaminecontent.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may stand where a request names the server, and which of it links may begin with. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AuthorityTest {

    private static final String LABEL = "a".repeat(63);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "localhost:8080",
                "Example.ORG:443",
                "a-b_c.example.",
                "127.0.0.1:1",
                "[::1]",
                "[2001:db8::1]:65535",
                "[::ffff:10.0.0.1]:80"
            })
    void a_host_with_or_without_a_port_is_one(String text) {
        assertThat(Authority.isOne(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":80",
                "a:",
                "a:b",
                "a:65536",
                "a:000080",
                "a:1:2",
                "a..b",
                ".a",
                "a b",
                "a/b",
                "a?b",
                "a#b",
                "user@a",
                "a,b",
                "a%41",
                "\u00e9.example",
                "<script>",
                "[::1",
                "[]",
                "[1::2::3]",
                "[fe80::1%25eth0]",
                "[::1]a",
                "[::1]:",
                "::1"
            })
    void anything_else_is_none(String text) {
        assertThat(Authority.isOne(text)).isFalse();
    }

    @Test
    void a_name_is_no_longer_than_names_can_be() {
        var longest = String.join(".", LABEL, LABEL, LABEL, "a".repeat(61));

        assertThat(Authority.isOne(longest + ":65535")).isTrue();
        assertThat(Authority.isOne(longest + "a")).isFalse();
        assertThat(Authority.isOne("a".repeat(64) + ".example")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "localhost:8080, true",
        "dev.localhost, true",
        "127.1.2.3:80, true",
        "[::1]:8080, true",
        "listens.example:1, true",
        "127.0.0.1.evil.example, false",
        "notlocalhost, false",
        "evil.example, false",
        "10.0.0.1, false"
    })
    void without_a_list_links_begin_with_names_of_this_machine(String host, boolean allowed) {
        assertThat(new LinkHosts(List.of(), "listens.example").allow(host)).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({
        "one.example, true",
        "one.example:81, true",
        "two.example:8443, true",
        "two.example, false",
        "two.example:80, false",
        "localhost, false"
    })
    void with_a_list_links_begin_with_what_stands_in_it(String host, boolean allowed) {
        assertThat(new LinkHosts(List.of("One.Example", "two.example:8443"), "localhost").allow(host))
                .isEqualTo(allowed);
    }
}
