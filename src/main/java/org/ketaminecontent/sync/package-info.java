/**
 * Synchronization: pages of whole documents and tombstones in the order of the change log, with a checkpoint to
 * continue from.
 */
@NullMarked
package org.ketaminecontent.sync;

import org.jspecify.annotations.NullMarked;
