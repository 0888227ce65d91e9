package org.ketaminecontent.embed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.http.ErrorCode;
import org.ketaminecontent.http.Failure;
import org.ketaminecontent.http.ParameterCheck;
import org.ketaminecontent.http.QueryParameter;
import org.ketaminecontent.http.RequestFacts;
import org.ketaminecontent.http.RequiredParameter;

/** Tells oEmbed consumers how to show a page (<a href="https://oembed.com/">oEmbed 1.0</a>). */
@Path("/oembed")
public class OembedResource {

    private static final List<String> FORMATS = List.of("json", "xml");
    private static final String CACHE_SECONDS = "3600";

    /** Whole pixels at least one; consumers write them in several ways. */
    private static final String PIXELS = "0*[1-9]\\d{0,8}(\\.\\d+)?(px)?";

    private static final Map<String, QueryParameter> PARAMETERS = parameters();

    private static Map<String, QueryParameter> parameters() {
        var parameters = new LinkedHashMap<>(EmbedStyle.PARAMETERS);
        parameters.put("url", EmbedTarget.PARAMETER);
        parameters.put("format", QueryParameter.text("format", "\\S+", 20, "json and xml are known."));
        parameters.put("maxwidth", pixels("maxwidth"));
        parameters.put("maxheight", pixels("maxheight"));
        // There is one language; a consumer's own is no reason to show nothing.
        parameters.remove("lang");
        return parameters;
    }

    private static QueryParameter pixels(String name) {
        return QueryParameter.text(name, PIXELS, 20, "a number of pixels is allowed, 1 or more.");
    }

    /** The template {@code templates/oembed-xml.xml}. */
    @CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record OembedXml(Map<String, Object> answer) implements TemplateInstance {}

    private final Embeds embeds;
    private final Snippets snippets;
    private final RequestFacts facts;
    private final ObjectMapper mapper;

    OembedResource(Embeds embeds, Snippets snippets, RequestFacts facts, ObjectMapper mapper) {
        this.embeds = embeds;
        this.snippets = snippets;
        this.facts = facts;
        this.mapper = mapper;
    }

    /** The address at which a page is described. */
    static String address(EmbedContent content, String format) {
        return content.base() + "/oembed?url=" + URLEncoder.encode(content.url(), StandardCharsets.UTF_8) + "&format="
                + format;
    }

    @GET
    @Operation(hidden = true)
    public RestResponse<String> getOembed(@Context RoutingContext context, @Context UriInfo uri)
            throws JsonProcessingException {
        var given = read(uri.getQueryParameters());
        ParameterCheck.check(given, PARAMETERS);
        var format = EmbedStyle.first(given, "format");
        if (format != null && !FORMATS.contains(format)) {
            throw new Failure(
                    ErrorCode.FORMAT_NOT_IMPLEMENTED,
                    "The format '" + format + "' is not known here: json and xml are.");
        }
        var base = facts.base(context);
        var target = EmbedTarget.of(RequiredParameter.text("url", EmbedStyle.first(given, "url")), base);
        var content = embeds.read(target, EmbedStyle.of(given, PARAMETERS), context, uri);
        var answer = answer(content, given);
        boolean asXml = "xml".equals(format);
        return content.around()
                .rendering(
                        asXml ? new OembedXml(answer).render() : mapper.writeValueAsString(answer),
                        Map.of("canonical", content.url()))
                .as(asXml ? "text/xml;charset=UTF-8" : "application/json")
                .described();
    }

    /** Consumers compose these addresses: what they add is passed over, and the first value counts. */
    private static Map<String, List<String>> read(Map<String, List<String>> sent) {
        var read = new LinkedHashMap<String, List<String>>();
        EmbedStyle.withoutEmpty(sent).forEach((name, values) -> {
            if (PARAMETERS.containsKey(name)) {
                var value = values.stream().filter(each -> !each.isBlank()).findFirst();
                read.put(name, List.of(value.orElseThrow().strip()));
            }
        });
        read.computeIfPresent("format", (name, values) -> List.of(values.get(0).toLowerCase(Locale.ROOT)));
        return read;
    }

    private static int smaller(int wanted, @Nullable String most) {
        return most == null ? wanted : Math.min(wanted, Integer.parseInt(most.replaceFirst("[.p].*", "")));
    }

    /** Consumers' frames forbid forms: of the search box there is a link. */
    private Map<String, Object> answer(EmbedContent content, Map<String, List<String>> given) {
        boolean isLink = content.kind() == EmbedTarget.Kind.SEARCH;
        var answer = new LinkedHashMap<String, Object>();
        answer.put("type", isLink ? "link" : "rich");
        answer.put("version", "1.0");
        answer.put("title", content.title());
        answer.put("provider_name", "Ketamine Content API");
        answer.put("provider_url", content.meta().attribution().url());
        answer.put("cache_age", CACHE_SECONDS);
        if (!isLink) {
            int width = smaller(FrameHeight.USUAL_WIDTH, EmbedStyle.first(given, "maxwidth"));
            int height = smaller(FrameHeight.of(content, width), EmbedStyle.first(given, "maxheight"));
            answer.put("width", width);
            answer.put("height", height);
            answer.put("html", snippets.rich(content, width, height));
        }
        return answer;
    }
}
