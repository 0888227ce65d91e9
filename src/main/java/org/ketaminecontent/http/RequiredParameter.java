package org.ketaminecontent.http;

import org.jspecify.annotations.Nullable;

/** Parameters without which there is nothing to answer. */
public final class RequiredParameter {

    private RequiredParameter() {}

    /** @throws InvalidParameters where there is no value */
    public static String text(String name, @Nullable String value) {
        if (value == null) {
            throw missing(name);
        }
        return value;
    }

    /** The refusal of a request without it. */
    public static InvalidParameters missing(String name) {
        return new InvalidParameters(name, ErrorCode.INVALID_VALUE, "The parameter '" + name + "' is required here.");
    }
}
