package org.ketaminecontent.embed;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.content.PageContent;
import org.ketaminecontent.content.PlaceNames;
import org.ketaminecontent.content.Theme;
import org.ketaminecontent.http.DidYouMean;
import org.ketaminecontent.http.ErrorCode;
import org.ketaminecontent.http.Failure;
import org.ketaminecontent.http.QueryParameter;

/** The content to embed, as an address of this server names it: as a page, as an embed, or in the API. */
sealed interface EmbedTarget {

    QueryParameter PARAMETER = QueryParameter.text(
            "url", "(?i)(https?://|/)\\S+", 2000, "the address of a page of this server is allowed, or its path.");

    String FAQS = "faqs";
    String CONTACTS = "crisis-resources";

    /** The kinds of what is embedded. */
    enum Kind {
        DOCUMENT("A page", "A topic, condition, side effect or answer."),
        SECTION("A part of a page", "One section, with the risks of its page."),
        QUESTIONS("Questions", "What patients ask about one concern, with short answers."),
        CONTACTS("Crisis contacts", "Numbers to call and text, for a country."),
        SEARCH("A search box", "Patients ask in their own words; answers open beside your page.");

        /** The name of the kind for the people of a clinic. */
        final String title;

        /** A sentence that tells them what it shows. */
        final String about;

        Kind(String title, String about) {
            this.title = title;
            this.about = about;
        }
    }

    Kind kind();

    /** The page that all of it is on. */
    String page(String base);

    /** The path of its frame and its own parameters, as they are encoded. */
    Place frame(String base);

    /** The address at which the custom element reads it. */
    String api(String base);

    /** An address without its looks. */
    record Place(String path, Map<String, String> parameters) {

        String with(Map<String, String> more) {
            var query = Stream.of(parameters, more)
                    .flatMap(each -> each.entrySet().stream())
                    .map(each -> each.getKey() + "=" + each.getValue())
                    .collect(Collectors.joining("&"));
            return query.isEmpty() ? path : path + "?" + query;
        }
    }

    /**
     * A document, or a section of it.
     *
     * @param anchor of the only section that is meant; null for all of the document
     */
    record OneDocument(
            String collection, String slug, @Nullable String anchor) implements EmbedTarget {

        @Override
        public Kind kind() {
            return anchor == null ? Kind.DOCUMENT : Kind.SECTION;
        }

        @Override
        public String page(String base) {
            return base + "/" + collection + "/" + slug + (anchor == null ? "" : "#" + anchor);
        }

        @Override
        public Place frame(String base) {
            var path = base + "/embed/" + collection + "/" + slug + (anchor == null ? "" : "/" + anchor);
            return new Place(path, Map.of());
        }

        @Override
        public String api(String base) {
            return base + "/v1/" + collection + "/" + slug + (anchor == null ? "" : "#" + anchor);
        }
    }

    /**
     * Questions with their short answers.
     *
     * @param about none for all of them
     */
    record Questions(List<Theme> about) implements EmbedTarget {

        @Override
        public Kind kind() {
            return Kind.QUESTIONS;
        }

        @Override
        public String page(String base) {
            return base + "/" + FAQS + (about.size() == 1 ? "#" + themes() : "");
        }

        @Override
        public Place frame(String base) {
            return new Place(base + "/embed/" + FAQS, about.isEmpty() ? Map.of() : Map.of("theme", themes()));
        }

        @Override
        public String api(String base) {
            return base + "/v1/" + FAQS + "?limit=" + Embeds.MOST_QUESTIONS
                    + (about.isEmpty() ? "" : "&theme=" + themes());
        }

        private String themes() {
            return about.stream().map(Theme::anchor).collect(Collectors.joining(","));
        }
    }

    /**
     * The contacts to call, text or write to.
     *
     * @param country ISO 3166-1 code; null for that of the reader
     */
    record Contacts(@Nullable String country) implements EmbedTarget {

        static final QueryParameter COUNTRY = QueryParameter.text(
                "country", "[A-Za-z]{2}", 2, "an ISO 3166-1 alpha-2 code is allowed, such as US or GB.");

        @Override
        public Kind kind() {
            return Kind.CONTACTS;
        }

        @Override
        public String page(String base) {
            return new Place(base + "/" + CONTACTS, parameters()).with(Map.of());
        }

        @Override
        public Place frame(String base) {
            return new Place(base + "/embed/" + CONTACTS, parameters());
        }

        @Override
        public String api(String base) {
            var places = country == null ? "" : "&jurisdiction=" + country + "," + PlaceNames.WORLD;
            return base + "/v1/" + CONTACTS + "?limit=" + Embeds.MOST_CONTACTS + places;
        }

        private Map<String, String> parameters() {
            return country == null ? Map.of() : Map.of("country", country);
        }
    }

    /** The search box, which leads to the search page. */
    record SearchBox() implements EmbedTarget {

        @Override
        public Kind kind() {
            return Kind.SEARCH;
        }

        @Override
        public String page(String base) {
            return base + "/search";
        }

        @Override
        public Place frame(String base) {
            return new Place(base + "/embed/search", Map.of());
        }

        @Override
        public String api(String base) {
            return base + "/v1/search";
        }
    }

    /**
     * The content that an address names.
     *
     * @param base of this server
     * @throws Failure where it is not one of what can be embedded
     */
    static EmbedTarget of(String url, String base) {
        return EmbedTargetReader.read(url, base).orElseThrow(() -> unknown(base));
    }

    /** The refusal of an address that is not one of what can be embedded. */
    static Failure unknown(String base) {
        return new Failure(
                ErrorCode.NOT_FOUND,
                "The parameter 'url' does not name anything of this server that can be embedded. Documents are at "
                        + base + "/{collection}/{slug}, such as " + base + "/topics/what-ketamine-is; /faqs, "
                        + "/crisis-resources and /search can be embedded too.");
    }

    /**
     * The part that the anchor names.
     *
     * @throws Failure where the document has no such part
     */
    static PageContent.Part part(PageContent leaf, String anchor) {
        var anchors = leaf.parts().stream().map(PageContent.Part::anchor).toList();
        return leaf.parts().stream()
                .filter(each -> each.anchor().equals(anchor))
                .findFirst()
                .orElseThrow(() -> new Failure(
                        ErrorCode.NOT_FOUND,
                        "The document has no section '" + anchor + "'. It has " + String.join(", ", anchors) + "."
                                + DidYouMean.hint(anchor, anchors)));
    }

    /** The theme of this name on the wire. */
    static Optional<Theme> theme(String name) {
        return Stream.of(Theme.values())
                .filter(each -> each.anchor().equals(name))
                .findFirst();
    }
}
