package org.ketaminecontent.embed;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.embed.EmbedCode.Snippet;
import org.ketaminecontent.page.PageFrame;

/**
 * A gallery of what can be embedded, with its looks, a preview and the HTML to copy: {@code templates/builder-page.html}.
 *
 * @param documents by collection
 * @param sections of the chosen document
 * @param accent as it stands in the form
 * @param ground likewise
 * @param clinic likewise, whether or not it can be taken
 * @param mistake what is wrong with what was chosen; null where nothing is
 * @param content null where there is a mistake
 * @param documentNames of the feed that tells when what is shown changes; null where there is none
 */
@CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record BuilderPage(
        PageFrame frame,
        List<Choice> kinds,
        List<Group> documents,
        List<Choice> sections,
        List<Choice> themes,
        List<Choice> countries,
        EmbedStyle looks,
        String accent,
        String ground,
        @Nullable String clinic,
        @Nullable String mistake,
        EmbedStyle.@Nullable Mended mended,
        @Nullable EmbedContent content,
        List<Snippet> snippets,
        @Nullable String documentNames)
        implements TemplateInstance {

    /** Documents to choose from. */
    record Group(String heading, List<Choice> choices) {}

    /** One of several to choose from. */
    record Choice(String title, String about, String value, boolean chosen) {}
}
