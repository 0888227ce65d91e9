package org.ketaminecontent.http;

import java.util.BitSet;

/** Whether a text has no other characters than some: a look-up for each, where a regular expression costs ten. */
public final class CharPredicate {

    private final BitSet allowed = new BitSet();

    private CharPredicate() {}

    public static CharPredicate of(String allowed) {
        var predicate = new CharPredicate();
        allowed.chars().forEach(predicate.allowed::set);
        return predicate;
    }

    public boolean holdsFor(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!allowed.get(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
