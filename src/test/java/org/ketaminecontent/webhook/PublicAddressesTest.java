package org.ketaminecontent.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PublicAddressesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "100.64.0.1",
                "100.100.100.200",
                "127.0.0.1",
                "127.255.255.254",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.192",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.19.255.255",
                "168.63.129.16",
                "198.51.100.7",
                "203.0.113.7",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::127.0.0.1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::ffff:a9fe:a9fe",
                "64:ff9b::7f00:1",
                "64:ff9b::a9fe:a9fe",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:10::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "3fff::1",
                "5f00::1",
                "fc00::1",
                "fd00:ec2::254",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void what_leads_inside_or_nowhere_is_not_public(String address) throws UnknownHostException {
        assertThat(PublicAddresses.include(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.1",
                "100.63.255.255",
                "100.128.0.1",
                "172.15.0.1",
                "172.32.0.1",
                "192.167.0.1",
                "223.255.255.255",
                "2606:4700:4700::1111",
                "2a00:1450:4001::1",
                "2001:4860:4860::8888"
            })
    void all_else_is(String address) throws UnknownHostException {
        assertThat(PublicAddresses.include(InetAddress.getByName(address))).isTrue();
    }

    /** Names and notations that lead to this machine, however they are written. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://localhost/",
                "https://localhost.:443/",
                "https://127.0.0.1/",
                "https://127.1/",
                "https://2130706433/",
                "https://0/",
                "https://[::1]/",
                "https://[::ffff:127.0.0.1]/",
                "https://[64:ff9b::127.0.0.1]/",
                "https://169.254.169.254/latest/meta-data/"
            })
    void a_host_inside_is_not_called_and_nothing_is_told_of_it(String url) {
        var targets = targets(Optional.empty());

        assertThatThrownBy(() -> targets.resolve(targets.parse(url)))
                .satisfiesAnyOf(
                        why -> assertThat(why)
                                .isInstanceOf(RefusedTarget.class)
                                .hasMessage("The host is not one of the public Internet."),
                        // Of some notations Java says that they are no host at all.
                        why -> assertThat(why)
                                .isInstanceOf(RefusedTarget.class)
                                .hasMessageContaining("must be an https"),
                        why -> assertThat(why).isInstanceOf(UnknownHostException.class));
    }

    @ParameterizedTest
    @CsvSource({
        "http://example.org/, must begin with https://",
        "ftp://example.org/, must be an https address",
        "file:///etc/passwd, must be an https address",
        "gopher://example.org/, must be an https address",
        "https:example.org, must be an https address",
        "//example.org/, must be an https address",
        "https://user@example.org/, must have no user name",
        "https://user:word@example.org/, must have no user name",
        "https://example.org/#part, must have no user name",
        "https://example.org:22/, must have one of these ports",
        "https://example.org:80/, must have one of these ports",
        "https://exa mple.org/, must be an https address",
        "https://, must be an https address"
    })
    void an_address_that_breaks_a_rule_is_refused(String url, String why) {
        assertThatThrownBy(() -> targets(Optional.empty()).parse(url))
                .isInstanceOf(RefusedTarget.class)
                .hasMessageStartingWith(why);
    }

    @Test
    void an_address_is_no_longer_than_2000_characters() {
        assertThatThrownBy(() -> targets(Optional.empty()).parse("https://example.org/" + "a".repeat(2000)))
                .isInstanceOf(RefusedTarget.class)
                .hasMessage("must have 2000 characters or fewer");
    }

    @Test
    void what_an_operator_names_is_called_without_tls_on_that_port_alone() throws UnknownHostException {
        var targets = targets(Optional.of(List.of("LOCALHOST:6081")));

        assertThat(targets.resolve(targets.parse("http://localhost:6081/")).getPort())
                .isEqualTo(6081);
        assertThatThrownBy(() -> targets.parse("http://localhost:6082/")).isInstanceOf(RefusedTarget.class);
        assertThatThrownBy(() -> targets.resolve(URI.create("https://localhost/")))
                .isInstanceOf(RefusedTarget.class);
    }

    private static WebhookTargets targets(Optional<List<String>> privateTargets) {
        return new WebhookTargets(new WebhooksConfig() {
            @Override
            public List<Integer> ports() {
                return List.of(443, 8443);
            }

            @Override
            public Optional<List<String>> privateTargets() {
                return privateTargets;
            }

            @Override
            public Duration deadline() {
                return Duration.ofSeconds(15);
            }
        });
    }
}
