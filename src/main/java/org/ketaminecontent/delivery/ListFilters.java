package org.ketaminecontent.delivery;

import org.ketaminecontent.content.Slug;

/** The syntax of values that several lists are filtered by. */
public final class ListFilters {

    public static final String SLUG = Slug.SYNTAX;

    /** A system, a bar, and a code. */
    public static final String CODE = "[^|]{1,150}\\|[^|]{1,40}";

    private ListFilters() {}
}
