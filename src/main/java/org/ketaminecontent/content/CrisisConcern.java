package org.ketaminecontent.content;

import java.util.regex.Pattern;

/** Tells whether a text is about depression, suicide or PTSD, so that its readers may be in danger. */
public final class CrisisConcern {

    private static final Pattern CONCERN = Pattern.compile(
            "depress|suicid|self-harm|\\bptsd\\b|post-?traumatic|\\bcrisis\\b", Pattern.CASE_INSENSITIVE);

    private CrisisConcern() {}

    public static boolean in(String text) {
        return CONCERN.matcher(text).find();
    }
}
