package org.ketaminecontent.embed;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.embed.EmbedCode.Snippet;
import org.ketaminecontent.page.Frame;

/**
 * Where a clinic chooses what to embed, and copies the HTML: {@code templates/builder.html}.
 *
 * @param mistake what is wrong with what was chosen; null where nothing is
 */
@CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record Builder(
        Frame frame,
        List<Group> groups,
        Looks looks,
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
