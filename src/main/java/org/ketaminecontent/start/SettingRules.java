package org.ketaminecontent.start;

import io.netty.util.NetUtil;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.ketaminecontent.http.Authority;

/**
 * The values that settings can have, in the words of an operator. The framework would report a wrong one later, with the
 * stack of its own work, or only when it is first used.
 */
final class SettingRules {

    private static final int LARGEST_PORT = 65_535;
    private static final int SECRET_LENGTH = 32;
    private static final int IPV4_BITS = 32;
    private static final int IPV6_BITS = 128;

    private static final Kind ADDRESS =
            new Kind(SettingRules::isAddress, "an address such as https://content.example.org");
    private static final Kind PORT = new Kind(value -> isIn(value, 0, LARGEST_PORT), "a port from 0 to 65535");
    private static final Kind COUNT = new Kind(value -> isIn(value, 1, Integer.MAX_VALUE), "a number from 1 on");
    private static final Kind NUMBER = new Kind(value -> isIn(value, 0, Long.MAX_VALUE), "a number from 0 on");
    private static final Kind SIZE =
            new Kind(value -> new MemorySizeConverter().convert(value).asLongValue() >= 0, "a size such as 48M");
    private static final Kind ROOM = new Kind(
            value -> new MemorySizeConverter().convert(value).asLongValue() > 0, "a size from 1 on, such as 4M");
    private static final Kind DURATION =
            new Kind(value -> !duration(value).isNegative(), "a duration such as 15s or 500ms");
    private static final Kind FLAG = oneOf("true", "false");
    private static final Kind FOLDER =
            new Kind(value -> !Path.of(value).toString().isEmpty(), "the path of a folder");
    private static final Kind TEXT = new Kind(value -> true, "a text");
    private static final Kind SECRET =
            new Kind(value -> value.length() >= SECRET_LENGTH, "a text of 32 characters or more");

    static final Map<String, Kind> KINDS = new TreeMap<>(Map.ofEntries(
            Map.entry("quarkus.http.port", PORT),
            Map.entry("quarkus.management.port", PORT),
            Map.entry("quarkus.http.idle-timeout", DURATION),
            Map.entry("quarkus.http.limits.max-body-size", ROOM),
            Map.entry("quarkus.datasource.jdbc.max-size", COUNT),
            Map.entry(
                    "quarkus.datasource.jdbc.url",
                    new Kind(
                            value -> value.startsWith("jdbc:postgresql:"),
                            "an address such as jdbc:postgresql://db:5432/content")),
            Map.entry("quarkus.oidc.auth-server-url", ADDRESS),
            Map.entry("ketamine-content.local-database.directory", FOLDER),
            Map.entry("ketamine-content.search.directory", FOLDER),
            Map.entry("ketamine-content.pack.directory", FOLDER),
            Map.entry("ketamine-content.http.public-url", ADDRESS),
            Map.entry("ketamine-content.http.hosts", listOf(Authority::isOne, "hosts such as content.example.org")),
            Map.entry(
                    "ketamine-content.http.trusted-proxies",
                    listOf(SettingRules::isNetwork, "IP addresses and networks such as 10.0.0.0/8")),
            Map.entry("ketamine-content.http.key-header", oneOf("surrogate-key", "cache-tag")),
            Map.entry("ketamine-content.http.strict-transport-security", TEXT),
            Map.entry("ketamine-content.http.clear-text-http2", FLAG),
            Map.entry("ketamine-content.http.cache.size", SIZE),
            Map.entry("ketamine-content.http.largest-answer", ROOM),
            Map.entry("ketamine-content.http.transfer-memory", ROOM),
            Map.entry("ketamine-content.http.connections", COUNT),
            Map.entry("ketamine-content.http.private-port", PORT),
            Map.entry("ketamine-content.http.private-host", TEXT),
            Map.entry("ketamine-content.http.private-url", ADDRESS),
            Map.entry("ketamine-content.http.slow-answer", DURATION),
            Map.entry("ketamine-content.access.bootstrap-key", oneOf("none", "make", "renew")),
            Map.entry("ketamine-content.access.secret", SECRET),
            Map.entry("ketamine-content.access.former-secrets", SECRET),
            Map.entry("ketamine-content.access.first-keyed-audit-entry", COUNT),
            Map.entry("ketamine-content.access.credentials-claim", TEXT),
            Map.entry("ketamine-content.access.writes-per-minute", COUNT),
            Map.entry("ketamine-content.access.failures-per-minute", COUNT),
            Map.entry("ketamine-content.reviews.overdue", oneOf("flag", "withhold")),
            Map.entry("ketamine-content.reviews.grace-days", NUMBER),
            Map.entry("ketamine-content.snapshots.enabled", FLAG),
            Map.entry("ketamine-content.snapshots.directory", FOLDER),
            Map.entry(
                    "ketamine-content.webhooks.ports",
                    listOf(value -> isIn(value, 1, LARGEST_PORT), "ports such as 443,8443")),
            Map.entry(
                    "ketamine-content.webhooks.private-targets",
                    listOf(value -> value.matches("[^\\s/]+:(\\d{1,5}|\\*)"), "hosts with a port such as varnish:80")),
            Map.entry(
                    "ketamine-content.webhooks.deadline",
                    new Kind(SettingRules::isDeadline, "a duration from 1ms to 60s")),
            Map.entry("ketamine-content.pages.offline", FLAG),
            Map.entry("ketamine-content.studio.key-sign-in", FLAG)));

    private SettingRules() {}

    /**
     * A kind of value.
     *
     * @param words complete a sentence that ends with "is not"
     */
    record Kind(Predicate<String> rule, String words) {

        boolean holds(String value) {
            try {
                return rule.test(value);
            } catch (RuntimeException e) {
                return false;
            }
        }
    }

    private static Kind oneOf(String... words) {
        return new Kind(
                value -> Set.of(words).contains(value.toLowerCase(Locale.ROOT)), "one of " + String.join(", ", words));
    }

    /** Values separated by commas. */
    private static Kind listOf(Predicate<String> each, String words) {
        return new Kind(value -> Stream.of(value.split(",")).map(String::strip).allMatch(each), "a list of " + words);
    }

    private static boolean isIn(String value, long least, long most) {
        long number = Long.parseLong(value);
        return number >= least && number <= most;
    }

    private static Duration duration(String value) {
        return DurationConverter.parseDuration(value);
    }

    private static boolean isDeadline(String value) {
        var deadline = duration(value);
        return !deadline.isNegative() && !deadline.isZero() && deadline.compareTo(Duration.ofMinutes(1)) <= 0;
    }

    private static boolean isAddress(String value) {
        var address = URI.create(value.strip());
        return Set.of("http", "https")
                        .contains(String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT))
                && Authority.isOne(String.valueOf(address.getRawAuthority()))
                && address.getRawQuery() == null
                && address.getRawFragment() == null;
    }

    private static boolean isNetwork(String value) {
        var parts = value.split("/", 2);
        int longest = parts[0].contains(":") ? IPV6_BITS : IPV4_BITS;
        return NetUtil.createInetAddressFromIpAddressString(parts[0]) != null
                && (parts.length == 1 || isIn(parts[1], 0, longest));
    }
}
