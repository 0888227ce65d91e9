/** Tells others of changes: signed events (Standard Webhooks), builds of sites, and purges of caches. */
@NullMarked
package org.ketaminecontent.webhook;

import org.jspecify.annotations.NullMarked;
