/**
 * Turns live documents into answers: the envelope, lists, included documents, and the notices that must be shown with
 * content.
 */
@NullMarked
package org.ketaminecontent.delivery;

import org.jspecify.annotations.NullMarked;
