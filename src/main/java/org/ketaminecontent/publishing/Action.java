package org.ketaminecontent.publishing;

/** What a change did to a document. */
public enum Action {
    PUBLISHED,
    WITHDRAWN
}
