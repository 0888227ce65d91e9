package org.ketaminecontent.access;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** The right required by an operation. */
@Target(METHOD)
@Retention(RUNTIME)
public @interface RequiresRight {
    Right value();
}
