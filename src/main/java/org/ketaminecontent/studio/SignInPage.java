package org.ketaminecontent.studio;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The ways to sign in: {@code templates/studio/sign-in-page.html}. */
@CheckedTemplate(basePath = "studio", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record SignInPage(StudioFrame screen, boolean keys, boolean provider) implements TemplateInstance {}
