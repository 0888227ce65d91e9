package org.ketaminecontent.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ketaminecontent.content.Document;
import org.ketaminecontent.content.PageContent;

/** The ways in which a crisis contact can be reached, as links that a thumb can hit. */
final class ContactWays {

    private static final String TELEPHONE = "tel:";
    private static final String MESSAGE = "sms:";
    private static final Pattern TEXTING = Pattern.compile("\\btext\\b", Pattern.CASE_INSENSITIVE);

    private ContactWays() {}

    private static Stream<PageContent.Item> contact(PageContent leaf) {
        return leaf.parts().stream()
                .filter(part -> part.anchor().equals(PageContent.CONTACT))
                .flatMap(part -> part.items().stream());
    }

    /** Numbers to call and text, and pages, each once; none for a document that is no contact. */
    static List<DocumentView.Link> of(PageContent leaf) {
        var ways = new LinkedHashMap<String, DocumentView.Link>();
        contact(leaf)
                .filter(item -> item.href() != null && !"From".equals(item.label()))
                .forEach(item -> ways.putIfAbsent(
                        item.href(), new DocumentView.Link(item.label() + " " + shown(item.text()), item.href())));
        return List.copyOf(ways.values());
    }

    /** Numbers to call and text; none for a document that is no contact. */
    static List<DocumentView.Link> numbers(PageContent leaf) {
        return of(leaf).stream()
                .filter(way -> way.href().startsWith(TELEPHONE) || way.href().startsWith(MESSAGE))
                .toList();
    }

    /** A number as it is, and of an address the host: the rest of it says nothing to a reader. */
    private static String shown(String way) {
        return way.replaceFirst("^https?://(www\\.)?([^/]+).*$", "$2");
    }

    /** The hours, the languages and whatever else is known of the contact, as labelled values. */
    static List<PageContent.Item> facts(PageContent leaf) {
        return contact(leaf)
                .filter(item -> item.href() == null && !"Where".equals(item.label()))
                .toList();
    }

    /** The numbers that the first sentences of a document tell its reader to call or text, in their order. */
    static List<DocumentView.Link> named(PageContent leaf, List<Document> contacts) {
        var lede = leaf.lede();
        if (lede == null) {
            return List.of();
        }
        var ways = new LinkedHashMap<String, DocumentView.Link>();
        contacts.stream()
                .flatMap(each -> of(each.leaf()).stream())
                .filter(way -> isNamed(way, lede))
                .forEach(way -> ways.putIfAbsent(way.href(), way));
        return ways.values().stream()
                .sorted((a, b) -> Integer.compare(at(a, lede), at(b, lede)))
                .toList();
    }

    private static boolean isNamed(DocumentView.Link way, String lede) {
        return at(way, lede) >= 0
                && (way.href().startsWith(TELEPHONE)
                        || way.href().startsWith(MESSAGE)
                                && TEXTING.matcher(lede).find());
    }

    private static int at(DocumentView.Link way, String lede) {
        var number = way.title().substring(way.title().lastIndexOf(' ') + 1);
        var found = Pattern.compile("(?<![\\d-])" + Pattern.quote(number) + "(?![\\d-])")
                .matcher(lede);
        return number.matches(".*\\d{3}.*") && found.find() ? found.start() : -1;
    }
}
