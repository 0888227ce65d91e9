package org.ketaminecontent.danger;

/** A recognized danger: its kind, and how sure the recognition is. */
public record Danger(DangerKind kind, DangerLevel level) {}
