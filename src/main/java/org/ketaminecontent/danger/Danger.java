package org.ketaminecontent.danger;

/**
 * A recognized danger.
 *
 * @param language the language in which it was expressed, as a BCP 47 tag: one of those that are recognized
 */
public record Danger(DangerKind kind, DangerLevel level, String language) {}
