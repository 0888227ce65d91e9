package org.ketaminecontent.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes feeds as Atom (RFC 4287, paged by RFC 5005) and as <a href="https://www.jsonfeed.org/version/1.1/">JSON Feed
 * 1.1</a>.
 */
@ApplicationScoped
class FeedWriter {

    static final String ATOM = "application/atom+xml;charset=UTF-8";
    static final String JSON = "application/feed+json";

    private static final String AUTHOR = "Ketamine Content API";

    private final ObjectMapper mapper;

    FeedWriter(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** The template {@code templates/atom-feed.xml}. */
    @CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record AtomFeed(ChangesFeed feed, String author) implements TemplateInstance {}

    String atom(ChangesFeed feed) {
        return new AtomFeed(feed, AUTHOR).render();
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
