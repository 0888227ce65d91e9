package org.ketaminecontent.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.ketaminecontent.delivery.ListAddress;
import org.ketaminecontent.http.RequiredParameter;
import org.ketaminecontent.publishing.Select;
import org.ketaminecontent.search.SuggestAnswer.Suggestion;

/** Completes what readers are writing. */
@Path("/v1/suggest")
@Tag(name = "Search")
@Produces(MediaType.APPLICATION_JSON)
public class SuggestResource {

    private static final String BEST =
            " order by %s, collection in ('references', 'crisis-resources'), length(title), slug collate ucs_basic limit ?";

    private static final String COMPLETE =
            "select collection, slug, title, names from search_entry where plain @@ ?::tsquery"
                    + BEST.formatted("not starts_with(lower(title), ?), similarity(lower(title), ?) desc");

    /** Where nothing goes on from what was written, it may be misspelt. */
    private static final String GUESS =
            "select collection, slug, title, names from search_entry where ? <% lower(title)"
                    + BEST.formatted("word_similarity(?, lower(title)) desc");

    private final Select select;
    private final Surroundings surroundings;
    private final ObjectMapper mapper;

    SuggestResource(Select select, Surroundings surroundings, ObjectMapper mapper) {
        this.select = select;
        this.surroundings = surroundings;
        this.mapper = mapper;
    }

    private record Named(String collection, String slug, String title, List<String> names) {

        /** The name that goes on from these words. */
        String fitting(List<String> words) {
            return Stream.concat(Stream.of(title), names.stream())
                    .filter(name -> continues(Words.of(name), words))
                    .findFirst()
                    .orElse(title);
        }

        private static boolean continues(List<String> name, List<String> words) {
            var last = words.get(words.size() - 1);
            return name.containsAll(words.subList(0, words.size() - 1))
                    && name.stream().anyMatch(word -> word.startsWith(last));
        }
    }

    @GET
    @Operation(
            summary = "Complete what a reader is writing",
            description =
                    "Titles and other names of documents that hold the words, the last of which may be unfinished.")
    public RestResponse<SuggestAnswer> suggestDocuments(
            @BeanParam SuggestQuery query, @Context RoutingContext context, @Context UriInfo uri)
            throws JsonProcessingException {
        var asked = RequiredParameter.text("q", query.q);
        var shape = surroundings.shape(context);
        var words = Words.of(asked);
        int limit = query.limit == null ? SuggestQuery.DEFAULT_LIMIT : query.limit;
        boolean inCrisis = CrisisLanguage.in(asked);
        var suggestions = named(words, limit, !inCrisis).stream()
                .map(each -> new Suggestion(
                        each.fitting(words),
                        each.collection(),
                        each.slug(),
                        each.title(),
                        shape.href(each.collection(), each.slug())))
                .toList();
        var around = surroundings.of(inCrisis, shape);
        var links = new ListAddress(shape.href("suggest"), uri.getQueryParameters()).links(null);
        var answer = new SuggestAnswer(
                around.meta().crisis(), suggestions, around.meta(), new SuggestAnswer.SuggestLinks(links.self()));
        return around.rendering(mapper.writeValueAsString(answer), links.byRelation())
                .described();
    }

    /** @param mayGuess whether the words may be misspelt */
    private List<Named> named(List<String> words, int limit, boolean mayGuess) {
        if (words.isEmpty()) {
            return List.of();
        }
        var text = String.join(" ", words);
        var quoted = words.stream().map("'%s'"::formatted).toList();
        var completed = read(COMPLETE, List.of(String.join(" & ", quoted) + ":*", text, text), limit);
        return completed.isEmpty() && mayGuess ? read(GUESS, List.of(text, text), limit) : completed;
    }

    private List<Named> read(String sql, List<String> values, int limit) {
        return select.rows(
                sql,
                (connection, statement) -> {
                    for (int i = 0; i < values.size(); i++) {
                        statement.setString(i + 1, values.get(i));
                    }
                    statement.setInt(values.size() + 1, limit);
                },
                row -> new Named(
                        row.getString("collection"),
                        row.getString("slug"),
                        row.getString("title"),
                        Select.texts(row, "names")));
    }
}
