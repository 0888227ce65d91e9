package org.ketaminecontent.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusMock;
import jakarta.inject.Inject;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ketaminecontent.live.PlainSelect;
import org.ketaminecontent.testing.Api;
import org.ketaminecontent.testing.ApiTest;

/** The cost of an answer that is not kept does not grow with what it shows. */
@ApiTest
class StatementCountTest {

    @Inject
    DataSource dataSource;

    /** Counts what does not go by way of entities. */
    private static final class CountingSelect extends PlainSelect {

        CountingSelect(DataSource dataSource) {
            super(dataSource);
        }

        @Override
        public <T> List<T> rows(String sql, Binding binding, Reading<T> reading) {
            StatementCount.STATEMENTS.incrementAndGet();
            return super.rows(sql, binding, reading);
        }
    }

    @BeforeEach
    void count_from_here() {
        // The contacts that go with most answers are known after the first one.
        Api.read("/v1/conditions/ptsd");
        QuarkusMock.installMockForType(new CountingSelect(dataSource), PlainSelect.class);
        StatementCount.STATEMENTS.set(0);
    }

    @ParameterizedTest
    @CsvSource({
        "1, '/v1/topics/what-ketamine-is?fields=audience,position'",
        "3, '/v1/topics/what-ketamine-is?fields=title&include=conditions,sideEffects,faqs,references'",
        "2, '/v1/topics?fields=title,theme&limit=19'",
        "4, '/v1/topics?fields=title&limit=18&include=conditions,sideEffects,faqs,references'",
        "3, '/v1/topics?fields=title,keyFacts&limit=17'",
        "2, '/v1/topics?fields=title&theme=safety&theme=basics&condition=major-depressive-disorder'",
        "3, '/v1/faqs?fields=question&theme=safety&count=exact'"
    })
    void an_answer_takes_so_many_statements(int statements, String path) {
        Api.read(path);

        assertThat(StatementCount.STATEMENTS).hasValue(statements);
    }
}
