package org.ketaminecontent.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes knowledge responses in HL7's two formats: Atom, and the same tree as JSON. */
@ApplicationScoped
class KnowledgeWriter {

    private final ObjectMapper mapper;

    KnowledgeWriter(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** The template {@code templates/knowledge-atom.xml}. */
    @CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record KnowledgeAtom(KnowledgeFeed feed) implements TemplateInstance {}

    String xml(KnowledgeFeed feed) {
        return new KnowledgeAtom(feed).render();
    }

    String json(KnowledgeFeed feed) {
        var out = new LinkedHashMap<String, Object>();
        out.put("xml:lang", feed.language());
        out.put("title", text(feed.title()));
        out.put("subtitle", text(feed.subtitle()));
        out.put("updated", value(feed.updated()));
        out.put(
                "category",
                feed.categories().stream()
                        .map(each -> ordered("scheme", each.name(), "term", each.value()))
                        .toList());
        out.put("id", value(feed.id()));
        out.put("link", List.of(link(feed.self(), "self", "application/json", feed.language(), feed.title())));
        out.put("entry", feed.entries().stream().map(each -> entry(each, feed)).toList());
        try {
            return mapper.writeValueAsString(Map.of("feed", out));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a feed can be written as JSON", e);
        }
    }

    private static Map<String, Object> entry(KnowledgeFeed.Item entry, KnowledgeFeed feed) {
        return ordered(
                "title",
                text(entry.title()),
                "link",
                List.of(link(entry.href(), "alternate", "text/html", feed.language(), entry.title())),
                "id",
                value(entry.id()),
                "updated",
                value(entry.updated()),
                "summary",
                text(entry.summary()));
    }

    private static Map<String, Object> link(String href, String relation, String type, String language, String title) {
        return ordered("href", href, "rel", relation, "type", type, "hreflang", language, "title", title);
    }

    private static Map<String, Object> text(String value) {
        return ordered("type", "text", "_value", value);
    }

    private static Map<String, Object> value(Object value) {
        return Map.of("_value", value);
    }

    private static Map<String, Object> ordered(Object... namesAndValues) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }
}
