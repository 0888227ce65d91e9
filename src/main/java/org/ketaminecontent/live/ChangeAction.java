package org.ketaminecontent.live;

/** What a change did to a document. */
public enum ChangeAction {
    PUBLISHED,
    WITHDRAWN,
    /** It shows something else, though nobody wrote on it: a document that points at it, or one that it points at. */
    RESHAPED,
    /** Its name leads to another name now. */
    MOVED
}
