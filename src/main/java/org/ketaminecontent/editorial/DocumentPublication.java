package org.ketaminecontent.editorial;

import org.jspecify.annotations.Nullable;

/**
 * A document to be published.
 *
 * @param correction the error that the version puts right; null where it puts none right
 */
record DocumentPublication(StepTarget target, PublishRequest.@Nullable Fix correction) {}
