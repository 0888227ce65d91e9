package org.ketaminecontent.publishing;

/**
 * Something that keeps a manuscript from being published.
 *
 * @param pointer where it stands in the content, as a JSON pointer (RFC 6901)
 * @param line for findings in {@code /body}, the line of the body, from 1; otherwise 0
 */
public record Finding(Manuscript manuscript, String pointer, int line, String message) {}
