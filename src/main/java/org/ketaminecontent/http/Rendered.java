package org.ketaminecontent.http;

/** An answer that may be cached. */
public interface Rendered {

    Rendering rendering();
}
