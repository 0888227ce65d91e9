package org.ketaminecontent.text;

import java.util.regex.Pattern;

/** A document's public name: lower-case letters and digits in groups joined by single hyphens, 1 to 80 characters. */
public final class Slug {

    public static final int MAX_LENGTH = 80;
    public static final String SYNTAX = "[a-z0-9]+(?:-[a-z0-9]+)*";
    private static final Pattern PATTERN = Pattern.compile(SYNTAX);

    private Slug() {}

    public static boolean isValid(String text) {
        return text.length() <= MAX_LENGTH && PATTERN.matcher(text).matches();
    }
}
