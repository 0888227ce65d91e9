package org.ketaminecontent.studio;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/**
 * A form that could not be taken, with all that was written: {@code templates/studio/refused-form-page.html}.
 *
 * @param action where it is sent again
 * @param signIn whether somebody has to sign in first
 */
@CheckedTemplate(basePath = "studio", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record RefusedFormPage(StudioFrame screen, String action, boolean signIn, List<SubmittedForm.Value> values)
        implements TemplateInstance {}
