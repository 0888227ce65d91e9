package org.ketaminecontent.danger;

/** A recognized danger: its kind, and the certainty of the recognition. */
public record Danger(DangerKind kind, DangerLevel level) {}
