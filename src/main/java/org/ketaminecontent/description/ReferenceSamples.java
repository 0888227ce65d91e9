package org.ketaminecontent.description;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A call in the languages of those who make it, by a template for each in {@code templates/sample}. Address and body are
 * escaped for the literals in which the template has them.
 */
final class ReferenceSamples {

    private static final String FOLDER = "sample";

    private ReferenceSamples() {}

    /** A call in one language. */
    record Sample(String language, String code) {}

    @CheckedTemplate(basePath = FOLDER, defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Curl(String address, @Nullable String body) implements TemplateInstance {}

    @CheckedTemplate(basePath = FOLDER, defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record TypeScript(String address, @Nullable String body, boolean hasDocuments) implements TemplateInstance {}

    @CheckedTemplate(basePath = FOLDER, defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Kotlin(String address, @Nullable String body, boolean hasDocuments) implements TemplateInstance {}

    @CheckedTemplate(basePath = FOLDER, defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Swift(String address, @Nullable String body, boolean hasDocuments) implements TemplateInstance {}

    @CheckedTemplate(basePath = FOLDER, defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Python(String address, @Nullable String body, boolean hasDocuments) implements TemplateInstance {}

    /**
     * The call in every language.
     *
     * @param body as JSON; null for a call without one
     * @param hasDocuments whether something must be shown with what is read
     */
    static List<Sample> of(String address, @Nullable String body, boolean hasDocuments) {
        // JSON is an expression of JavaScript as it is.
        return List.of(
                sample("curl", new Curl(shell(address), escaped(body, ReferenceSamples::shell))),
                sample("TypeScript", new TypeScript(singleQuoted(address), body, hasDocuments)),
                sample("Kotlin", new Kotlin(kotlin(address), escaped(body, ReferenceSamples::kotlinRaw), hasDocuments)),
                sample(
                        "Swift",
                        new Swift(doubleQuoted(address), escaped(body, ReferenceSamples::doubleQuoted), hasDocuments)),
                sample(
                        "Python",
                        new Python(
                                doubleQuoted(address), escaped(body, ReferenceSamples::singleQuoted), hasDocuments)));
    }

    private static Sample sample(String language, TemplateInstance code) {
        return new Sample(language, code.render().strip());
    }

    private static @Nullable String escaped(@Nullable String body, UnaryOperator<String> escape) {
        return body == null ? null : escape.apply(body);
    }

    /** Between single quotes in a POSIX shell, where nothing can be escaped. */
    private static String shell(String text) {
        return text.replace("'", "'\\''");
    }

    private static String singleQuoted(String text) {
        return text.replace("\\", "\\\\").replace("'", "\\'");
    }

    private static String doubleQuoted(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private static String kotlin(String text) {
        return doubleQuoted(text).replace("$", "\\$");
    }

    /** Between three quotes in Kotlin, which never stand together in JSON. */
    private static String kotlinRaw(String text) {
        return text.replace("$", "${'$'}");
    }
}
