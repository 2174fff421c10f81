package al.nrm;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Gives each application context a fresh database: H2, or PostgreSQL where {@code nrm.test.database} says so. */
class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static EmbeddedPostgres postgres;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        String name = "nrm_" + UUID.randomUUID().toString().replace("-", "");
        TestPropertyValues.of("nrm.keys.url=jdbc:h2:mem:" + name + "-keys;DB_CLOSE_DELAY=-1")
                .applyTo(context);
        if ("postgresql".equals(System.getProperty("nrm.test.database"))) {
            TestPropertyValues.of(
                            "spring.datasource.url=" + postgresql(name),
                            "spring.datasource.username=postgres",
                            "spring.datasource.password=")
                    .applyTo(context);
        } else {
            TestPropertyValues.of("spring.datasource.url=jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1")
                    .applyTo(context);
        }
    }

    private static synchronized String postgresql(String name) {
        try {
            if (postgres == null) {
                postgres = EmbeddedPostgres.builder().start();
            }
            try (var connection = postgres.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create database " + name);
            }
            return postgres.getJdbcUrl("postgres", name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
