package org.ketaminecontent.http;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Query parameters that advertising, mail and analytics add to links. They are ignored. */
public final class ClickIdentifiers {

    /** Such as {@code utm_source}. */
    private static final List<String> PREFIXES = List.of(
            "__",
            "_ga",
            "_gl",
            "_hs",
            "_ke",
            "_kx",
            "_openstat",
            "_branch",
            "_bta",
            "_x_tr",
            "utm_",
            "mtm_",
            "matomo_",
            "pk_",
            "piwik_",
            "hsa_",
            "mc_",
            "ga_",
            "gad_",
            "fb_",
            "at_",
            "sc_",
            "trk_",
            "oly_",
            "vero_",
            "mkt_",
            "ml_",
            "itm_",
            "guce_",
            "amp_",
            "stm_",
            "bsft_",
            "ns_");

    /** Such as {@code gclid}, {@code fbclid}, {@code msclkid}. */
    private static final List<String> SUFFIXES = List.of("clid", "clkid", "clickid", "click_id");

    private static final Set<String> NAMES = Set.of(
            "gbraid",
            "wbraid",
            "srsltid",
            "igshid",
            "igsh",
            "epik",
            "cjevent",
            "irgwc",
            "li_fat_id",
            "rdt_cid",
            "sccid",
            "ref",
            "ref_src",
            "ref_url",
            "si",
            "spm",
            "ncid",
            "cmpid",
            "dm_i",
            "elqtrackid",
            "elqtrack",
            "wickedid",
            "zanpid",
            "guccounter",
            "smid",
            "ceid",
            "emci",
            "emdi",
            "ito",
            "usqp",
            "s_kwcid",
            "s_cid",
            "ef_id",
            "tduid",
            "ranmid",
            "raneaid",
            "ransiteid",
            "vmcid",
            "awc",
            "__s",
            "trk",
            "mbsy",
            "mibextid",
            "sfnsn",
            "cvid",
            "ocid");

    private ClickIdentifiers() {}

    /** Tells whether a parameter of this name is one of them, ignoring case. */
    public static boolean include(String name) {
        var plain = name.toLowerCase(Locale.ROOT);
        return NAMES.contains(plain)
                || PREFIXES.stream().anyMatch(plain::startsWith)
                || SUFFIXES.stream().anyMatch(plain::endsWith);
    }
}
