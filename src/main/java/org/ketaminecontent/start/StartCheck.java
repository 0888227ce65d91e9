package org.ketaminecontent.start;

import io.smallrye.config.SmallRyeConfig;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.eclipse.microprofile.config.ConfigProvider;
import org.ketaminecontent.http.OwnAddress;

/** Checks at the beginning for causes of a failed start, and reports each in one line. */
public final class StartCheck {

    private static final String HTTP = "quarkus.http";
    private static final String MANAGEMENT = "quarkus.management";
    private static final String PRIVATE = "ketamine-content.http.private";
    private static final String PACK = "ketamine-content.pack.directory";

    /** Set after the check: a reload in development would find its own process on the port. */
    private static final String DONE = "ketamine-content.start.checked";

    private StartCheck() {}

    /**
     * Checks the working directory, the settings, the ports and the configured pack.
     *
     * @throws CannotStart if one of them cannot be used
     */
    public static void run() {
        if (System.getProperty(DONE) != null) {
            return;
        }
        checkFolder(System.getProperty("user.dir"));
        var config = ConfigProvider.getConfig().unwrap(SmallRyeConfig.class);
        var faults = SettingCheck.faults(config);
        if (!faults.isEmpty()) {
            throw new CannotStart(String.join(System.lineSeparator(), faults));
        }
        try {
            config.getOptionalValue(PACK, String.class).ifPresent(StartCheck::checkPack);
            checkHttp(config);
            config.getOptionalValue(PRIVATE + "-port", Integer.class).ifPresent(port -> checkPrivatePort(config, port));
            if (isSet(config, MANAGEMENT + ".enabled", false)) {
                checkPort(config, MANAGEMENT, "0.0.0.0");
            }
        } catch (IllegalArgumentException e) {
            throw new CannotStart(String.valueOf(e.getMessage()), e);
        }
        System.setProperty(DONE, "true");
    }

    /** In a locale without its characters, Java cannot name the working directory. */
    static void checkFolder(String folder) {
        try {
            if (Files.isDirectory(Path.of(folder))) {
                return;
            }
        } catch (InvalidPathException e) {
            // Reported below.
        }
        throw new CannotStart("The name of the working directory cannot be read in this locale: set LC_ALL=C.UTF-8,"
                + " or another locale with UTF-8.");
    }

    static void checkPack(String folder) {
        try {
            if (Files.isDirectory(Path.of(folder)) && Files.isReadable(Path.of(folder))) {
                return;
            }
        } catch (InvalidPathException e) {
            // Reported below.
        }
        throw new CannotStart("The setting " + PACK + " is '" + folder + "', which is not a folder that can be read.");
    }

    private static void checkHttp(SmallRyeConfig config) {
        config.getOptionalValue(HTTP + ".host", String.class)
                .ifPresent(host -> System.setProperty(HTTP + ".host", OwnAddress.bracketed(host)));
        boolean isPlain = config.getOptionalValue(HTTP + ".insecure-requests", String.class)
                .map(answer -> !answer.equalsIgnoreCase("disabled"))
                .orElse(true);
        if (isPlain && isSet(config, HTTP + ".host-enabled", true) && !isSet(config, HTTP + ".so-reuse-port", false)) {
            checkPort(config, HTTP, "localhost");
        }
    }

    private static void checkPrivatePort(SmallRyeConfig config, int port) {
        if (config.getOptionalValue(HTTP + ".port", Integer.class)
                .filter(each -> each == port)
                .isPresent()) {
            throw new CannotStart("The settings " + PRIVATE + "-port and " + HTTP + ".port are both " + port
                    + ": everything would be public. Name another with one of them.");
        }
        checkPort(PRIVATE, "-", config.getValue(PRIVATE + "-host", String.class), port);
    }

    private static boolean isSet(SmallRyeConfig config, String name, boolean otherwise) {
        return config.getOptionalValue(name, Boolean.class).orElse(otherwise);
    }

    private static void checkPort(SmallRyeConfig config, String prefix, String usualHost) {
        var host = config.getOptionalValue(prefix + ".host", String.class).orElse(usualHost);
        int port = config.getOptionalValue(prefix + ".port", Integer.class).orElse(0);
        checkPort(prefix, ".", host, port);
    }

    /** @param port 0 for any free port */
    static void checkPort(String prefix, String separator, String host, int port) {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(host, port));
        } catch (IOException e) {
            throw new CannotStart(
                    "Cannot listen on port " + port + " of " + host + " (" + e.getMessage() + "): free it, or name"
                            + " another with " + prefix + separator + "port or " + prefix + separator + "host.",
                    e);
        }
    }
}
