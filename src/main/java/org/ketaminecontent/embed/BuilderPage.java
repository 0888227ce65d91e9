package org.ketaminecontent.embed;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.embed.EmbedCode.Snippet;
import org.ketaminecontent.page.PageFrame;

/**
 * Where a clinic chooses what to embed, and copies the HTML: {@code templates/builder-page.html}.
 *
 * @param mistake what is wrong with what was chosen; null where nothing is
 */
@CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record BuilderPage(
        PageFrame frame,
        List<Group> groups,
        EmbedStyle looks,
        @Nullable String accent,
        @Nullable String mistake,
        Snippets.@Nullable Shown shown,
        List<Snippet> snippets)
        implements TemplateInstance {

    /** Documents to choose from. */
    record Group(String heading, List<Choice> choices) {}

    /** A document to choose. */
    record Choice(String title, String url, boolean chosen) {}
}
