package org.ketaminecontent.live;

/**
 * Whether this process hears of changes.
 *
 * @param good false from the moment that the database was found to be away until changes were read from it again
 */
public record ChangeFeedStatus(boolean good) {}
