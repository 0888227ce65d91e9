package org.ketaminecontent.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.ketaminecontent.testing.ApiTest;

@ApiTest
class NativeTransportTest {

    @Inject
    Vertx vertx;

    @Test
    @EnabledOnOs(
            value = OS.LINUX,
            architectures = {"amd64", "aarch64"})
    void connections_are_waited_for_in_the_way_of_the_system() {
        assertThat(vertx.isNativeTransportEnabled()).isTrue();
    }
}
