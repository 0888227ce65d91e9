package org.ketaminecontent.content;

import java.util.UUID;

/** The id and the slug of a live entity, read without the rest of it. */
public record EntryName(UUID id, String slug) {}
