package org.ketaminecontent.editorial;

import static org.hamcrest.Matchers.equalTo;
import static org.ketaminecontent.testing.Editors.slug;
import static org.ketaminecontent.testing.Editors.term;

import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ketaminecontent.testing.DirectSql;
import org.ketaminecontent.testing.EditorialTest;
import org.ketaminecontent.testing.Editors;

/** What the database cannot do is no fault of the server's, and may be tried again. */
@EditorialTest
@TestProfile(EditorialTest.Profile.class)
class DatabaseFaultsTest {

    @Inject
    Editors editors;

    @Inject
    DirectSql sql;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "raise exception 'no room' using errcode = '53100'         | not deferrable           | database-unavailable",
                "raise exception 'no room' using errcode = '53100'         | initially deferred       | database-unavailable",
                "raise exception 'no memory' using errcode = '53200'       | not deferrable           | database-unavailable",
                "raise exception 'reads alone' using errcode = '25006'     | not deferrable           | database-unavailable",
                "raise exception 'disk' using errcode = '58030'            | initially deferred       | database-unavailable",
                "perform pg_terminate_backend(pg_backend_pid())            | not deferrable           | database-unavailable",
                "perform pg_terminate_backend(pg_backend_pid())            | initially deferred       | database-unavailable",
                "raise exception 'a lock' using errcode = '55P03'          | not deferrable           | busy",
                "raise exception 'a deadlock' using errcode = '40P01'      | not deferrable           | busy",
                "raise exception 'out of order' using errcode = '40001'    | initially deferred       | busy"
            })
    void the_database_cannot(String what, String when, String code) {
        var name = slug();
        sql.execute("create or replace function fail_for_test() returns trigger language plpgsql as $$ begin " + what
                + "; return null; end $$");
        sql.execute("create constraint trigger fail_for_test after insert on revision " + when
                + " for each row when (new.slug = '" + name + "') execute function fail_for_test()");

        editors.writer()
                .post("/glossary", Map.of("slug", name, "content", term(name)))
                .then()
                .statusCode(503)
                .header("Retry-After", "2")
                .body("code", equalTo(code));

        editors.writer().get("/glossary/" + name).then().statusCode(404);
    }

    @AfterEach
    void it_can_again() {
        sql.execute("drop trigger if exists fail_for_test on revision");
    }
}
