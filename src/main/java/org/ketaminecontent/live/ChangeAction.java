package org.ketaminecontent.live;

/** The effect of a change on a document. */
public enum ChangeAction {
    PUBLISHED,
    WITHDRAWN,
    /** It is rendered differently although its content is unchanged, because a linked document changed. */
    RESHAPED,
    /** Its former slug now redirects to another one. */
    MOVED
}
