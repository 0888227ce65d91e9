package org.ketaminecontent.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ketaminecontent.testing.Editors.slug;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.ketaminecontent.testing.Api;
import org.ketaminecontent.testing.DirectSql;
import org.ketaminecontent.testing.EditorialTest;
import org.ketaminecontent.testing.Editors;

/** A document at which the server fails is refused, and those around it are published. */
@EditorialTest
@TestProfile(EditorialTest.Profile.class)
class FailingImportTest {

    @Inject
    Editors editors;

    @Inject
    DirectSql sql;

    @Test
    void only_the_document_that_fails_is_refused() throws IOException {
        var name = slug();
        var archive = terms("a-" + name, "b-" + name, "c-" + name, "d-" + name);
        sql.execute("""
                create or replace function fail_one_import() returns trigger language plpgsql as
                $$ begin raise exception 'for the test'; end $$""");
        sql.execute("create trigger fail_one_import before insert on glossary_term for each row when (new.slug = 'c-"
                + name + "') execute function fail_one_import()");
        try {
            var job = editors.endedImport(
                    editors.imports(archive, "?mode=per-item").path("id").asText());

            assertThat(job.path("state").asText()).isEqualTo("done");
            assertThat(outcomes(job))
                    .isEqualTo(Map.of(
                            "glossary/a-" + name, "published",
                            "glossary/b-" + name, "published",
                            "glossary/c-" + name, "refused",
                            "glossary/d-" + name, "published"));
            Api.given().get("/v1/glossary/d-" + name).then().statusCode(200);
            Api.given().get("/v1/glossary/c-" + name).then().statusCode(404);
        } finally {
            sql.execute("drop trigger fail_one_import on glossary_term");
        }
    }

    private static Map<String, String> outcomes(JsonNode job) {
        var outcomes = new HashMap<String, String>();
        job.path("items")
                .forEach(each -> outcomes.put(
                        each.path("document").asText(), each.path("outcome").asText()));
        return outcomes;
    }

    private static byte[] terms(String... names) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var name : names) {
                zip.putNextEntry(new ZipEntry("glossary/" + name + ".md"));
                zip.write(("---\nterm: " + name + "\nconfirmation: confirmed\ndrafting: person\n---\n"
                                + "A word that stands here so that a test can import it.\n")
                        .getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
