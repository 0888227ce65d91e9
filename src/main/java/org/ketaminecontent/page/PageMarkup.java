package org.ketaminecontent.page;

import java.net.URI;
import java.util.regex.Pattern;

/** Leaves indentation and the server's own host out of a page's markup, which browsers need neither of. */
final class PageMarkup {

    /** Addresses of the server itself; those for other programs, such as the canonical one, keep their host. */
    private static final String OWN =
            "(<a href=\"|<img src=\"|(?: href| src| data-worker)=\"(?=%1$s/(?:assets|feeds|service-worker)))%1$s/";

    private static final Pattern INDENTATION = Pattern.compile("\\s*\n\\s*");

    private static final Pattern PREFORMATTED = Pattern.compile("<(?:pre|textarea)\\b");

    private PageMarkup() {}

    /** @param base the server's own address, without a slash at the end */
    static String shortened(String html, String base) {
        var own = Pattern.compile(OWN.formatted(Pattern.quote(base)));
        var local = own.matcher(html).replaceAll("$1" + URI.create(base).getRawPath() + "/");
        return PREFORMATTED.matcher(local).find()
                ? local
                : INDENTATION.matcher(local).replaceAll("\n");
    }
}
