package org.ketaminecontent.delivery;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/** Counts the statements that go to the database by way of entities. */
@PersistenceUnitExtension
@ApplicationScoped
public class StatementCount implements StatementInspector {

    private static final long serialVersionUID = 1;
    static final AtomicInteger STATEMENTS = new AtomicInteger();

    @Override
    public String inspect(String sql) {
        STATEMENTS.incrementAndGet();
        return sql;
    }
}
