package org.ketaminecontent.sync;

/**
 * How far a client has come.
 *
 * @param number of the latest change that it has
 */
public record Checkpoint(Scope scope, long number) {}
