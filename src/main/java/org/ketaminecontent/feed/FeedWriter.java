package org.ketaminecontent.feed;

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
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.http.Rfc3339;

/**
 * Writes feeds as Atom (RFC 4287, paged by RFC 5005) and as <a href="https://www.jsonfeed.org/version/1.1/">JSON Feed
 * 1.1</a>.
 */
@ApplicationScoped
class FeedWriter {

    static final String ATOM = "application/atom+xml;charset=UTF-8";
    static final String JSON = "application/feed+json";

    private static final String AUTHOR = "Ketamine Content API";
    private static final String NAMESPACE = "http://www.w3.org/2005/Atom";
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newFactory();

    private final ObjectMapper mapper;

    FeedWriter(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    String atom(ChangesFeed feed) {
        var text = new StringWriter();
        try {
            var out = FACTORY.createXMLStreamWriter(text);
            out.writeStartDocument("UTF-8", "1.0");
            out.writeStartElement("feed");
            out.writeDefaultNamespace(NAMESPACE);
            out.writeAttribute("xml", "http://www.w3.org/XML/1998/namespace", "lang", "en");
            element(out, "id", feed.id());
            element(out, "title", feed.title());
            element(out, "updated", Rfc3339.text(feed.updated()));
            out.writeStartElement("author");
            element(out, "name", AUTHOR);
            out.writeEndElement();
            element(out, "rights", "CC BY 4.0");
            link(out, "alternate", feed.home());
            link(out, "self", feed.self());
            link(out, "first", feed.first());
            link(out, "next", feed.next());
            link(out, "previous", feed.previous());
            for (var item : feed.items()) {
                entry(out, item);
            }
            out.writeEndElement();
            out.writeEndDocument();
            out.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a text can be written to", e);
        }
        return text.toString();
    }

    private static void entry(XMLStreamWriter out, ChangesFeed.Item item) throws XMLStreamException {
        out.writeStartElement("entry");
        element(out, "id", item.id());
        element(out, "title", item.title());
        element(out, "updated", Rfc3339.text(item.at()));
        link(out, "alternate", item.url());
        out.writeEmptyElement("category");
        out.writeAttribute("term", item.category());
        element(out, "summary", item.summary());
        out.writeEndElement();
    }

    private static void element(XMLStreamWriter out, String name, String value) throws XMLStreamException {
        out.writeStartElement(name);
        out.writeCharacters(value);
        out.writeEndElement();
    }

    private static void link(XMLStreamWriter out, String relation, @Nullable String href) throws XMLStreamException {
        if (href != null) {
            out.writeEmptyElement("link");
            out.writeAttribute("rel", relation);
            out.writeAttribute("href", href);
        }
    }

    String json(ChangesFeed feed) {
        var out = new LinkedHashMap<String, Object>();
        out.put("version", "https://jsonfeed.org/version/1.1");
        out.put("title", feed.title());
        out.put("home_page_url", feed.home());
        out.put("feed_url", feed.self());
        if (feed.next() != null) {
            out.put("next_url", feed.next());
        }
        out.put("language", "en");
        out.put("authors", List.of(Map.of("name", AUTHOR)));
        out.put("items", feed.items().stream().map(FeedWriter::item).toList());
        try {
            return mapper.writeValueAsString(out);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a feed can be written as JSON", e);
        }
    }

    private static Map<String, Object> item(ChangesFeed.Item item) {
        var out = new LinkedHashMap<String, Object>();
        out.put("id", item.id());
        if (item.url() != null) {
            out.put("url", item.url());
        }
        out.put("title", item.title());
        out.put("content_text", item.summary());
        out.put("date_modified", item.at());
        out.put("tags", List.of(item.category()));
        return out;
    }
}
