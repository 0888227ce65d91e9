/**
 * The map. An arrow points to what a package knows; {@code ArchitectureTest} holds every one of them.
 *
 * <ul>
 *   <li>{@code text}: Markdown, sentences, reading grade, body formats → nothing of ours.
 *   <li>{@code danger}: recognizes danger in what readers write → text.
 *   <li>{@code content}: what every piece of content is → text, danger.
 *   <li>{@code http}: parameters, problems, limits, the server's edge; knows no content → nothing of ours.
 *   <li>{@code cache}: answers that are kept ready, their keys and their route → http.
 *   <li>{@code topic}, {@code condition}, {@code sideeffect}, {@code faq}, {@code reference}, {@code glossary},
 *       {@code crisis}: one content type each, with the same five names → content, text, http, delivery; between content
 *       types only along their relations.
 *   <li>{@code manuscript}: authored content and its checks → content, text.
 *   <li>{@code publishing}: the one way in → manuscript, live, content, text.
 *   <li>{@code live}: the one way out: renditions, the numbered log of changes, former names, corrections → content, text.
 *   <li>{@code pack}: reads and writes content packs → publishing, manuscript, live, content, text.
 *   <li>{@code delivery}: how live documents become answers → live, cache, http, content, text.
 *   <li>{@code search}: the index of what is live, and what is found in it by readers' words, clinical codes and
 *       electronic health records → delivery, live, cache, http, danger, content, text.
 *   <li>{@code description}: what the OpenAPI description says of every operation → cache, http, content, text.
 *   <li>{@code linkeddata}: what pages say to programs, in the terms of schema.org → delivery, content.
 *   <li>{@code page}: pages for people: documents, collections, the search, the home page → linkeddata, search, delivery,
 *       live, cache, http, danger, content, text.
 *   <li>{@code embed}: content in other people's pages → page, delivery, cache, http, content, text.
 *   <li>{@code feed}: what changed and what there is, for programs that come back → delivery, live, cache, http, content.
 *   <li>{@code sync}: whole documents and tombstones in the order of the log, for clients that keep a copy → delivery,
 *       live, cache, http, content, text.
 *   <li>{@code snapshot}: all that is live as files to begin with → sync, delivery, live, cache, http, text.
 *   <li>{@code access}: who may do what, and who did what → live, http.
 *   <li>{@code editorial}: drafts, review, publication, history, packs out and in → access, pack, publishing, manuscript,
 *       live, delivery, http, content, text.
 *   <li>{@code studio}: pages to edit on → editorial, access, http, content, text.
 *   <li>{@code start}: from an empty machine to the first answer → editorial, access, pack, publishing, live, cache, http.
 * </ul>
 */
@NullMarked
package org.ketaminecontent;

import org.jspecify.annotations.NullMarked;
