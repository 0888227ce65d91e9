/**
 * The map of the packages. An arrow points to the packages that a package may use; {@code ArchitectureTest} enforces
 * every one of them.
 *
 * <ul>
 * <li>{@code text}: Markdown, sentences, reading grade, body formats → nothing of ours.
 * <li>{@code danger}: recognizes danger in readers' words → text.
 * <li>{@code content}: the parts that all content types share → text, danger.
 * <li>{@code http}: parameters, problems, limits and connections; knows no content → nothing of ours.
 * <li>{@code cache}: the response cache, its keys and its route → http.
 * <li>{@code topic}, {@code condition}, {@code sideeffect}, {@code faq}, {@code reference}, {@code glossary},
 * {@code crisis}: one content type each, with the same kinds of classes → delivery, http, danger, content, text; between
 * content types only along their relations.
 * <li>{@code manuscript}: authored content and its checks → content, text.
 * <li>{@code publishing}: the only way to make content live → manuscript, live, content, text.
 * <li>{@code live}: reads live content: renditions, the change log, former slugs, corrections → content, text.
 * <li>{@code pack}: reads and writes content packs → publishing, manuscript, live, content, text.
 * <li>{@code delivery}: turns live documents into answers → live, cache, http, content, text.
 * <li>{@code search}: the search index, and search by readers' words, clinical codes and electronic health records →
 * delivery, live, cache, http, danger, content, text.
 * <li>{@code description}: the OpenAPI description, and the reference for people → cache, http, content, text.
 * <li>{@code linkeddata}: structured data for pages, in the terms of schema.org → delivery, content.
 * <li>{@code page}: HTML pages for documents, collections, the search and the home page → linkeddata, search, delivery,
 * live, cache, http, danger, content, text.
 * <li>{@code embed}: content embedded in other sites' pages → page, delivery, cache, http, content, text.
 * <li>{@code feed}: feeds of changes, the sitemap and the API catalog → delivery, live, cache, http, content.
 * <li>{@code sync}: documents and tombstones in the order of the change log, for clients that keep a copy → delivery,
 * live, cache, http, content, text.
 * <li>{@code snapshot}: files with all live content, to start a copy from → sync, delivery, live, cache, http, content,
 * text.
 * <li>{@code access}: authentication, rights, rate limits and the audit log → live, http.
 * <li>{@code editorial}: drafts, review, publication, history, and the publication of packs → access, pack,
 * publishing, manuscript, live, delivery, http, content, text.
 * <li>{@code transfer}: takes packs in and out: import jobs and the export → editorial, access, pack, manuscript, live,
 * http.
 * <li>{@code webhook}: tells other systems about changes: signed events, site builds, cache purges → access, live, cache,
 * http, content.
 * <li>{@code studio}: HTML pages for editors → webhook, editorial, access, http, content, text.
 * <li>{@code start}: starts the application on an empty machine → webhook, editorial, access, pack, publishing, live,
 * cache, http.
 * </ul>
 */
@NullMarked
package org.ketaminecontent;

import org.jspecify.annotations.NullMarked;
