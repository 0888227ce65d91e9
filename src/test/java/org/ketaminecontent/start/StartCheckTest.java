package org.ketaminecontent.start;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StartCheckTest {

    @Test
    void a_port_that_is_used_is_named_with_the_setting() throws IOException {
        try (var used = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> StartCheck.checkPort("quarkus.http", ".", "localhost", used.getLocalPort()))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContainingAll("port " + used.getLocalPort() + " of localhost", "quarkus.http.port")
                    .hasMessageNotContaining("\n");
        }
    }

    @Test
    void a_host_that_is_not_of_this_machine_is_named_with_the_setting() {
        for (var host : new String[] {"192.0.2.1", "no-such-host.invalid"}) {
            assertThatThrownBy(() -> StartCheck.checkPort("quarkus.http", ".", host, 0))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContainingAll(host, "quarkus.http.host");
        }
    }

    @Test
    void a_free_port_is_fine_on_each_kind_of_address() {
        for (var host : new String[] {"localhost", "0.0.0.0", "[::]", "::1"}) {
            assertThatCode(() -> StartCheck.checkPort("quarkus.http", ".", host, 0))
                    .doesNotThrowAnyException();
        }
    }

    /** Java puts U+FFFD for each byte of a name that its locale has no character for. */
    @Test
    void a_folder_whose_name_the_locale_cannot_read_says_what_to_set() {
        assertThatThrownBy(() -> StartCheck.checkFolder("/srv/b\uFFFD\uFFFDcher"))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("LC_ALL=C.UTF-8");
    }

    @Test
    void a_pack_that_is_not_there_is_named_with_the_setting(@TempDir Path directory) {
        var missing = directory.resolve("missing").toString();

        assertThatThrownBy(() -> StartCheck.checkPack(missing))
                .isInstanceOf(CannotStart.class)
                .hasMessageContainingAll("ketamine-content.pack.directory", missing);
    }
}
