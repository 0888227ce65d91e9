package org.ketaminecontent.search;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.content.CodeQuery;
import org.ketaminecontent.content.CodeSystem;
import org.ketaminecontent.content.DeliveryContext;
import org.ketaminecontent.content.Theme;
import org.ketaminecontent.delivery.Languages;
import org.ketaminecontent.http.ErrorCode;
import org.ketaminecontent.http.InvalidParameters;
import org.ketaminecontent.search.CodeLookup.Coding;
import org.ketaminecontent.search.KnowledgeRequest.Criterion;
import org.ketaminecontent.search.LookupAnswer.Match;

/**
 * Answers knowledge requests of electronic health records and portals (HL7 Version 3, Context-Aware Knowledge Retrieval
 * Application, "Infobutton"; URL-based implementation guide). It is not in the OpenAPI description: HL7's own guide
 * describes it, and generated clients have no use for it.
 */
@Path("/infobutton")
public class InfobuttonResource {

    private static final String MATCH = "X-Infobutton-Match";
    private static final String JSON = MediaType.APPLICATION_JSON;
    private static final String ATOM = MediaType.APPLICATION_ATOM_XML;
    private static final List<String> TYPES = List.of(JSON, MediaType.TEXT_XML, ATOM);
    private static final String PROVIDER = "PROV";
    private static final int MOST = 10;

    private final CodeLookup codes;
    private final SearchIndex index;
    private final SearchMeta surroundings;
    private final KnowledgeWriter writer;

    InfobuttonResource(CodeLookup codes, SearchIndex index, SearchMeta surroundings, KnowledgeWriter writer) {
        this.codes = codes;
        this.index = index;
        this.surroundings = surroundings;
        this.writer = writer;
    }

    @GET
    @Operation(hidden = true)
    public Response get(@Context UriInfo uri, @Context HttpHeaders headers, @Context RoutingContext context) {
        return answer(uri.getQueryParameters(), headers, context);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response post(
            MultivaluedMap<String, String> form,
            @Context UriInfo uri,
            @Context HttpHeaders headers,
            @Context RoutingContext context) {
        var all = new LinkedHashMap<String, List<String>>(uri.getQueryParameters());
        all.putAll(form);
        return answer(all, headers, context);
    }

    private Response answer(Map<String, List<String>> parameters, HttpHeaders headers, RoutingContext context) {
        var request = KnowledgeRequest.of(parameters);
        var type = type(request.responseType(), headers);
        var deliveryContext = surroundings.deliveryContext(context);
        var found = find(request);
        var feed = feed(request, found, deliveryContext);
        // The request reveals something about a patient: no cache stores the answer.
        return Response.ok(surroundings
                        .of(false, deliveryContext, index.state())
                        .rendering(type.equals(JSON) ? writer.json(feed) : writer.xml(feed), Map.of())
                        .as(type + ";charset=UTF-8")
                        .with(MATCH, found.isEmpty() ? "none; reason=" + reason(request) : match(found)))
                .build();
    }

    private static String type(@Nullable String asked, HttpHeaders headers) {
        if (asked == null) {
            return headers.getAcceptableMediaTypes().stream()
                    .map(each -> each.getType() + "/" + each.getSubtype())
                    .filter(TYPES::contains)
                    .findFirst()
                    .orElse(ATOM);
        }
        if (!TYPES.contains(asked)) {
            throw new InvalidParameters(
                    "knowledgeResponseType",
                    ErrorCode.INVALID_VALUE,
                    "The parameter 'knowledgeResponseType' cannot be '" + asked + "': allowed are "
                            + String.join(", ", TYPES) + ".");
        }
        return asked;
    }

    /** Stops at enough hits, because each criterion takes a search. */
    private List<Coding> find(KnowledgeRequest request) {
        var subTopics = request.subTopics().stream()
                .flatMap(each -> Optional.ofNullable(each.code()).flatMap(SubTopic::of).stream())
                .distinct()
                .toList();
        boolean forProvider = PROVIDER.equalsIgnoreCase(request.recipient());
        if (!subTopics.isEmpty()
                && request.criteria().stream().allMatch(each -> find(each).isEmpty())) {
            return List.of();
        }
        var wanted = subTopics.isEmpty()
                ? request.criteria().stream().flatMap(each -> find(each).stream())
                : subTopics.stream().flatMap(each -> find(each).stream());
        var names = new HashSet<String>();
        return wanted.filter(each -> forProvider || !each.collection().equals("references"))
                .filter(each -> names.add(each.name()))
                .limit(MOST)
                .toList();
    }

    private List<Coding> find(Criterion criterion) {
        var words = criterion.words();
        var code = criterion.code();
        if (code != null) {
            var coded = Optional.ofNullable(criterion.system())
                    .flatMap(CodeSystem::named)
                    .map(system -> CodeQuery.of(system, code));
            if (coded.isPresent()) {
                return codes.find(coded.get(), codes.display(coded.get()).or(() -> words));
            }
        }
        return words.map(codes::speakingOf).orElse(List.of());
    }

    /** The content on a subtopic. All content is about ketamine. */
    private List<Coding> find(SubTopic subTopic) {
        return codes.speakingOf(
                subTopic.words,
                new Ranking.Filters(
                        subTopic.collections,
                        subTopic.themes.stream().map(Theme::name).toList()));
    }

    private static String match(List<Coding> found) {
        return Stream.of(Match.values())
                .filter(match -> found.stream().anyMatch(each -> each.match() == match))
                .findFirst()
                .map(match -> match.name().toLowerCase(Locale.ROOT))
                .orElseThrow();
    }

    private static String reason(KnowledgeRequest request) {
        boolean anySystem = request.criteria().stream()
                .anyMatch(each ->
                        each.system() != null && CodeSystem.named(each.system()).isPresent());
        boolean anyCode = request.criteria().stream().anyMatch(each -> each.code() != null);
        return anyCode && !anySystem ? "code-system-not-covered" : "subject-not-covered";
    }

    private KnowledgeFeed feed(KnowledgeRequest request, List<Coding> found, DeliveryContext deliveryContext) {
        var around = surroundings.of(found.stream().anyMatch(Coding::crisisSupport), deliveryContext, index.state());
        var read = request.asRead();
        var query = read.stream()
                .map(each -> each.name() + "=" + URLEncoder.encode(each.value(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var subjects = request.criteria().stream()
                .map(each -> each.words().orElseGet(() -> Objects.requireNonNull(each.code())))
                .collect(Collectors.joining(", "));
        var subtitle = new ArrayList<String>();
        if (found.isEmpty()) {
            subtitle.add("No document has the requested codes or words: this content is about ketamine therapy.");
        }
        if (index.isStale()) {
            subtitle.add("Recently published content may be missing.");
        }
        subtitle.add(around.meta().disclaimer());
        subtitle.add(around.meta().regulatoryNotice());
        return new KnowledgeFeed(
                Languages.DEFAULT,
                "Ketamine therapy: " + subjects,
                String.join(" ", subtitle),
                around.lastModified(),
                read,
                "urn:uuid:" + UUID.nameUUIDFromBytes(query.getBytes(StandardCharsets.UTF_8)),
                deliveryContext.base() + "/infobutton?" + query,
                found.stream().map(each -> item(each, deliveryContext)).toList());
    }

    private static KnowledgeFeed.Item item(Coding found, DeliveryContext deliveryContext) {
        var document = found.document();
        var summary = document.summary()
                + (document.riskSummary() == null ? "" : " Risks and limits: " + document.riskSummary())
                + (document.numbers() == null ? "" : " In numbers: " + document.numbers());
        return new KnowledgeFeed.Item(
                document.title(),
                deliveryContext.page(document.collection(), document.slug()),
                "urn:uuid:" + found.id(),
                found.at(),
                summary);
    }
}
