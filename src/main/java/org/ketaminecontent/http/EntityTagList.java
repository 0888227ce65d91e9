package org.ketaminecontent.http;

/** Lists of entity tags (RFC 9110, section 13.1.2), parsed in one pass. */
public final class EntityTagList {

    private EntityTagList() {}

    /**
     * Tells whether a list contains this tag or is a star. Tags are compared weakly.
     *
     * @param etag a strong tag with its quotes
     */
    public static boolean name(String list, String etag) {
        if (list.equals(etag)) {
            return true;
        }
        int at = list.indexOf(etag);
        while (at >= 0) {
            int end = at + etag.length();
            if (begins(list, at) && ends(list, end)) {
                return true;
            }
            at = list.indexOf(etag, end);
        }
        return list.strip().equals("*");
    }

    private static boolean begins(String list, int at) {
        return at == 0 || isBetween(list.charAt(at - 1)) || (at >= 2 && list.startsWith("W/", at - 2));
    }

    private static boolean ends(String list, int end) {
        return end == list.length() || isBetween(list.charAt(end));
    }

    private static boolean isBetween(char c) {
        return c == ',' || c == ' ' || c == '\t';
    }
}
