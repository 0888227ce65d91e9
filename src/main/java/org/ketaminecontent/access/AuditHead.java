package org.ketaminecontent.access;

import java.util.regex.Pattern;

/**
 * The head of the audit log at one time: the number of its last entry and that entry's digest. If stored elsewhere, it
 * shows whether the present log continues the same one.
 */
record AuditHead(long number, String digest) {

    static final String SYNTAX = "[0-9]{1,18}:[0-9a-f]{64}";

    private static final Pattern PATTERN = Pattern.compile(SYNTAX);

    /**
     * Parses the output of {@link #toString()}.
     *
     * @throws IllegalArgumentException if the text is anything else
     */
    static AuditHead parse(String text) {
        if (!PATTERN.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "A head is the number of an entry, a colon, and the entry's digest of 64 hexadecimal digits.");
        }
        int colon = text.indexOf(':');
        return new AuditHead(Long.parseLong(text.substring(0, colon)), text.substring(colon + 1));
    }

    @Override
    public String toString() {
        return number + ":" + digest;
    }
}
