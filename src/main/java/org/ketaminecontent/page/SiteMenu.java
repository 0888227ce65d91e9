package org.ketaminecontent.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.ketaminecontent.content.Content;
import org.ketaminecontent.content.ContentType;
import org.ketaminecontent.content.ContentTypes;
import org.ketaminecontent.content.CrisisContacts;
import org.ketaminecontent.content.Entry;

/** The collections to which every page links, as {@code siteMenu} in templates. */
@Named
@ApplicationScoped
public class SiteMenu {

    private final List<ContentType<Entry, Content>> menu;
    private final List<ContentType<Entry, Content>> footer;

    SiteMenu(ContentTypes contentTypes, CrisisContacts crisisContacts) {
        var contacts = crisisContacts.collection();
        menu = contentTypes.inOrder().stream()
                .filter(type -> type.menuPosition() > 0)
                .sorted(Comparator.comparing(ContentType::menuPosition))
                .toList();
        footer = Stream.concat(
                        Stream.of(contentTypes.named(contacts)),
                        contentTypes.byRank().stream()
                                .filter(type -> type.menuPosition() == 0
                                        && !type.collection().equals(contacts)))
                .toList();
    }

    /** The collections in the menu. */
    public List<ContentType<Entry, Content>> menu() {
        return menu;
    }

    /** The other collections, in the footer, those with crisis contacts first. */
    public List<ContentType<Entry, Content>> footer() {
        return footer;
    }
}
