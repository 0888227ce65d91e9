package org.ketaminecontent.editorial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.ketaminecontent.testing.Editors.slug;
import static org.ketaminecontent.testing.Editors.term;

import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ketaminecontent.testing.Api;
import org.ketaminecontent.testing.EditorialTest;
import org.ketaminecontent.testing.Editors;
import org.ketaminecontent.testing.Json;

/** Lists of what people work on: drafts by state and author, and reviews that fall due. */
@EditorialTest
@TestProfile(EditorialTest.Profile.class)
class WorkListsTest {

    @Inject
    Editors editors;

    @Test
    void reviews_that_fall_due_are_listed() {
        var slug = slug();
        var document = "glossary/"
                + editors.writer()
                        .create("glossary", slug, term(slug))
                        .path("id")
                        .asText();
        editors.writer().does(document, "submit");
        var soon = LocalDate.now(ZoneOffset.UTC).plusDays(10).toString();
        editors.reviewer().does(document, "approve", Map.of("nextReviewDue", soon));
        editors.publisher().does(document, "publish");

        editors.writer()
                .get("/reviews?status=due-soon")
                .then()
                .statusCode(200)
                .body("data.document.slug", hasItem(slug))
                .body("data.status", not(hasItem("overdue")));
        assertThat(Api.read("/v1/glossary/" + slug).at("/data/review/status").asText())
                .isEqualTo("due-soon");
        editors.writer()
                .get("/glossary?reviewDueBefore="
                        + LocalDate.now(ZoneOffset.UTC).plusDays(11))
                .then()
                .body("data.slug", hasItem(slug));
        editors.writer().get("/glossary?reviewDueBefore=" + soon).then().body("data.slug", not(hasItem(slug)));
    }

    @Test
    void drafts_are_listed_by_state_and_author() {
        var slug = slug();
        var document = "glossary/"
                + editors.writer()
                        .create("glossary", slug, term(slug))
                        .path("id")
                        .asText();
        editors.writer().does(document, "submit");
        var author = editors.writer().read(document).at("/version/writtenBy/id").asText();

        var list = editors.writer().get("/glossary?state=in-review&author=" + author + "&limit=100");

        list.then().statusCode(200).body("data.slug", hasItem(slug)).body("data.etag", hasItem(notNullValue()));
        assertThat(list.jsonPath().getList("data.state")).containsOnly("in-review");
        var pages = new ArrayList<String>();
        var next = "/glossary?limit=100";
        while (next != null) {
            var page = Editors.made(editors.writer().get(next), 200);
            pages.addAll(Json.texts(page, "data.id"));
            var cursor = page.at("/page/nextCursor");
            next = cursor.isMissingNode() ? null : "/glossary?limit=100&cursor=" + cursor.asText();
        }
        assertThat(pages).doesNotHaveDuplicates().hasSizeGreaterThan(40);
    }
}
