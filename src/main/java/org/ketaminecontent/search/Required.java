package org.ketaminecontent.search;

import org.jspecify.annotations.Nullable;
import org.ketaminecontent.http.ErrorCode;
import org.ketaminecontent.http.InvalidParameters;

/** Parameters without which there is nothing to answer. */
final class Required {

    private Required() {}

    static String text(String name, @Nullable String value) {
        if (value == null) {
            throw missing(name);
        }
        return value;
    }

    static InvalidParameters missing(String name) {
        return new InvalidParameters(name, ErrorCode.INVALID_VALUE, "The parameter '" + name + "' is needed here.");
    }
}
