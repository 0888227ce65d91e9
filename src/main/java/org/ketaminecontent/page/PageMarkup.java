package org.ketaminecontent.page;

import java.net.URI;
import java.util.regex.Pattern;

/** Leaves out of a page's markup whatever a browser does not need. */
final class PageMarkup {

    /** Addresses of the server itself; those for other programs, such as the canonical one, keep their host. */
    private static final String OWN =
            "(<a href=\"|<img src=\"|(?: href| src| data-worker)=\"(?=%1$s/(?:assets|feeds|service-worker)))%1$s/";

    private static final Pattern INDENTATION = Pattern.compile("\\s*\n\\s*");

    /** An end tag that HTML allows to leave out (WHATWG, 13.1.2.4). */
    private static final Pattern END_OF_ITEM = Pattern.compile("</li>(?=\\s*(?:<li\\b|</[uo]l>))");

    private static final Pattern PREFORMATTED = Pattern.compile("<(?:pre|textarea)\\b");

    private PageMarkup() {}

    /** @param base the server's own address, without a slash at the end */
    static String shortened(String html, String base) {
        var own = Pattern.compile(OWN.formatted(Pattern.quote(base)));
        var local = own.matcher(html).replaceAll("$1" + URI.create(base).getRawPath() + "/");
        var items = END_OF_ITEM.matcher(local).replaceAll("");
        return PREFORMATTED.matcher(items).find()
                ? items
                : INDENTATION.matcher(items).replaceAll("\n");
    }
}
