/**
 * Gadgets: a content type that only tests have. This package and its migration are all of it, so whatever the
 * application does with gadgets it does with any new content type. It is outside the application's packages, so that it
 * is part of an application only with the profile {@value Gadgets#PROFILE}.
 */
@NullMarked
package org.example.gadget;

import org.jspecify.annotations.NullMarked;
