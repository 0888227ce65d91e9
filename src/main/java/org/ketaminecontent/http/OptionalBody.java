package org.ketaminecontent.http;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** A request may leave out a body of this type: none means the same as an empty JSON object. */
@Target(TYPE)
@Retention(RUNTIME)
public @interface OptionalBody {}
