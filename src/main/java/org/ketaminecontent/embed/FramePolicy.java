package org.ketaminecontent.embed;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rights of a frame: it may show itself and tell its height, and nothing else. */
final class FramePolicy {

    /** Every feature that a page could ask for (W3C Permissions Policy), denied. */
    static final String PERMISSIONS = Stream.of(
                    "accelerometer",
                    "autoplay",
                    "bluetooth",
                    "browsing-topics",
                    "camera",
                    "clipboard-read",
                    "clipboard-write",
                    "display-capture",
                    "encrypted-media",
                    "fullscreen",
                    "gamepad",
                    "geolocation",
                    "gyroscope",
                    "hid",
                    "identity-credentials-get",
                    "idle-detection",
                    "local-fonts",
                    "magnetometer",
                    "microphone",
                    "midi",
                    "payment",
                    "picture-in-picture",
                    "publickey-credentials-get",
                    "screen-wake-lock",
                    "serial",
                    "storage-access",
                    "usb",
                    "web-share",
                    "window-management",
                    "xr-spatial-tracking")
            .map(feature -> feature + "=()")
            .collect(Collectors.joining(", "));

    private FramePolicy() {}

    /**
     * The Content-Security-Policy (W3C CSP Level 3) of a frame with this stylesheet.
     *
     * @param forms where its form may lead; {@code 'none'} where it has none
     */
    static String of(String base, String style, String forms) {
        return "default-src 'none'; style-src 'sha256-" + EmbedAssets.digest("SHA-256", style) + "'; img-src " + base
                + "/v1/; script-src " + base + "/assets/" + EmbedAssets.FRAME_SCRIPT
                + "; base-uri 'none'; form-action " + forms + "; frame-ancestors *";
    }
}
