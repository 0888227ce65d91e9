package org.ketaminecontent.studio;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.ketaminecontent.editorial.Comparison.Difference;

/** The differences between two versions: {@code templates/studio/diff-page.html}. */
@CheckedTemplate(basePath = "studio", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record DiffPage(StudioFrame screen, String href, int from, int to, List<Difference> differences)
        implements TemplateInstance {}
