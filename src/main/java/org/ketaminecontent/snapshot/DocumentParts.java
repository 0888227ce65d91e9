package org.ketaminecontent.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.commons.text.StringEscapeUtils;
import org.ketaminecontent.content.ContentType;

/** The parts of a document for tables and full-text search. */
record DocumentParts(JsonNode document, ContentType<?, ?> type) {

    /** Fields that nobody searches for. */
    private static final Set<String> SILENT = Set.of(
            "id",
            "type",
            "slug",
            "locale",
            "links",
            "review",
            "provenance",
            "publishedAt",
            "updatedAt",
            "expiresAt",
            "href",
            "url",
            "anchor",
            "system",
            "oid");

    private static final Pattern TAG = Pattern.compile("<[^>]{0,2000}>");

    String text(String field) {
        return document.path(field).asText("");
    }

    String title() {
        return text(type.titleProperty());
    }

    String summary() {
        return plain(text(type.summaryField()));
    }

    /** All other text, as plain text. */
    String body() {
        return plain(words(document).collect(Collectors.joining("\n")));
    }

    private static Stream<String> words(JsonNode node) {
        if (node.isTextual()) {
            return Stream.of(node.asText());
        }
        return node.isObject()
                ? node.properties().stream()
                        .filter(each -> !SILENT.contains(each.getKey()))
                        .flatMap(each -> words(each.getValue()))
                : items(node).flatMap(DocumentParts::words);
    }

    private static String plain(String html) {
        return StringEscapeUtils.unescapeHtml4(TAG.matcher(html).replaceAll(" "));
    }

    Stream<JsonNode> list(String field) {
        return items(document.path(field));
    }

    /** The names of the fields with links to other documents. */
    Stream<String> relations() {
        return document.properties().stream()
                .filter(each -> each.getValue().isArray()
                        && each.getValue().path(0).has("type")
                        && each.getValue().path(0).has("slug")
                        && each.getValue().path(0).has("href"))
                .map(each -> each.getKey());
    }

    private static Stream<JsonNode> items(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
