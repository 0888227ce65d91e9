package org.ketaminecontent.live;

/**
 * Tells whether this process receives changes.
 *
 * @param good false from the moment that the database was found to be unavailable until changes were read from it again
 */
public record ChangeFeedStatus(boolean good) {}
