package org.ketaminecontent.http;

import org.jspecify.annotations.Nullable;

/** Parameters that a request must have. */
public final class RequiredParameter {

    private RequiredParameter() {}

    /** @throws InvalidParameters if there is no value */
    public static String text(String name, @Nullable String value) {
        if (value == null) {
            throw missing(name);
        }
        return value;
    }

    /** The error for a request without the parameter. */
    public static InvalidParameters missing(String name) {
        return new InvalidParameters(name, ErrorCode.INVALID_VALUE, "The parameter '" + name + "' is required here.");
    }
}
