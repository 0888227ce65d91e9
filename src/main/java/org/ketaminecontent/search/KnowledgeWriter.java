package org.ketaminecontent.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.ketaminecontent.http.Rfc3339;

/** Writes knowledge responses in HL7's two formats: Atom, and the same tree as JSON. */
@ApplicationScoped
class KnowledgeWriter {

    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newFactory();

    private final ObjectMapper mapper;

    KnowledgeWriter(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    String xml(KnowledgeFeed feed) {
        var text = new StringWriter();
        try {
            var out = FACTORY.createXMLStreamWriter(text);
            out.writeStartDocument("UTF-8", "1.0");
            out.writeStartElement("feed");
            out.writeDefaultNamespace(ATOM);
            out.writeAttribute("xml", "http://www.w3.org/XML/1998/namespace", "lang", feed.language());
            text(out, "title", feed.title());
            text(out, "subtitle", feed.subtitle());
            element(out, "updated", Rfc3339.text(feed.updated()));
            for (var category : feed.categories()) {
                out.writeEmptyElement("category");
                out.writeAttribute("scheme", category.name());
                out.writeAttribute("term", category.value());
            }
            element(out, "id", feed.id());
            link(out, feed.self(), "self", "application/atom+xml", feed.language(), feed.title());
            for (var entry : feed.entries()) {
                out.writeStartElement("entry");
                text(out, "title", entry.title());
                link(out, entry.href(), "alternate", "text/html", feed.language(), entry.title());
                element(out, "id", entry.id());
                element(out, "updated", Rfc3339.text(entry.updated()));
                text(out, "summary", entry.summary());
                out.writeEndElement();
            }
            out.writeEndElement();
            out.writeEndDocument();
            out.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a text can be written to", e);
        }
        return text.toString();
    }

    private static void text(XMLStreamWriter out, String name, String value) throws XMLStreamException {
        out.writeStartElement(name);
        out.writeAttribute("type", "text");
        out.writeCharacters(value);
        out.writeEndElement();
    }

    private static void element(XMLStreamWriter out, String name, String value) throws XMLStreamException {
        out.writeStartElement(name);
        out.writeCharacters(value);
        out.writeEndElement();
    }

    private static void link(
            XMLStreamWriter out, String href, String relation, String type, String language, String title)
            throws XMLStreamException {
        out.writeEmptyElement("link");
        out.writeAttribute("href", href);
        out.writeAttribute("rel", relation);
        out.writeAttribute("type", type);
        out.writeAttribute("hreflang", language);
        out.writeAttribute("title", title);
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
