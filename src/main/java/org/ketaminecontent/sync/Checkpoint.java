package org.ketaminecontent.sync;

/**
 * The state of a client's copy.
 *
 * @param number the number of the latest change in the copy
 */
public record Checkpoint(Scope scope, long number) {}
