/**
 * The map. Arrows point to what a package knows.
 *
 * <ul>
 *   <li>{@code content}, the kernel: what every piece of content is. Knows nothing of ours.
 *   <li>{@code http}: what every answer and failure has in common on the wire. Knows nothing of ours.
 *   <li>{@code topic}, {@code condition}, {@code sideeffect}, {@code faq}, {@code reference}, {@code glossary},
 *       {@code crisis}: one noun each, with the same five names. Nouns → content, http, delivery; between nouns only
 *       along their relations.
 *   <li>{@code publishing}: the one way in, and the numbered log of changes → content.
 *   <li>{@code pack}: reads content packs → publishing, content.
 *   <li>{@code delivery}: how live documents become answers → publishing, content, http.
 *   <li>{@code search}: the index of what is live, and what is found in it by readers' words, clinical codes and
 *       electronic health records → delivery, publishing, content, http.
 *   <li>{@code description}: what the OpenAPI description says of every operation.
 *   <li>{@code linkeddata}: what pages say to programs, in the terms of schema.org → delivery, content.
 *   <li>{@code page}: pages for people: documents, collections, the search, the portal → linkeddata, search, delivery,
 *       publishing, content, http.
 *   <li>{@code embed}: content in other people's pages → page, delivery, content, http.
 *   <li>{@code feed}: what changed and what there is, for programs that come back → delivery, publishing, content, http.
 *   <li>{@code sync}: whole documents and tombstones in the order of the log, for clients that keep a copy → delivery,
 *       publishing, content, http.
 *   <li>{@code snapshot}: all that is live as files to begin with → sync, delivery, publishing, content, http.
 *   <li>{@code access}: who may do what, and who did what → publishing, http.
 *   <li>{@code editorial}: drafts, review, publication, history, packs out and in → access, pack, publishing, delivery,
 *       content, http.
 *   <li>{@code studio}: pages to edit on → editorial, access, content, http.
 *   <li>{@code start}: from an empty machine to the first answer → editorial, access, pack, publishing, http.
 * </ul>
 */
@NullMarked
package org.ketaminecontent;

import org.jspecify.annotations.NullMarked;
