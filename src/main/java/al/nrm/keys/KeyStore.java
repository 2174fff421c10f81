package al.nrm.keys;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The database of wrapped keys, apart from that of the cases, so that neither opens the other. Whatever is done here is
 * committed when the call returns, whether or not the caller's own transaction will be.
 */
class KeyStore implements DisposableBean {

    /** A row; without wrapped bytes it is the tombstone of a destroyed key. */
    record StoredKey(String owner, UUID id, String masterKey, byte[] wrapped) {

        boolean isDestroyed() {
            return wrapped == null;
        }
    }

    private static final String SELECT = "select owner, key_id, master_key, wrapped from nrm_wrapped_key ";

    // No bean: Boot, Flyway and the engine each take the one data source there is.
    private final HikariDataSource pool;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate ownTransaction;

    KeyStore(String url, String user, String password) {
        HikariConfig settings = new HikariConfig();
        settings.setPoolName("keys");
        settings.setJdbcUrl(url);
        settings.setUsername(user);
        settings.setPassword(password);
        settings.setMaximumPoolSize(4);
        settings.setMinimumIdle(1);
        pool = new HikariDataSource(settings);
        jdbc = new JdbcTemplate(pool);
        ownTransaction = new TransactionTemplate(new JdbcTransactionManager(pool));
        try {
            refuseCaseDatabase();
            Flyway.configure()
                    .dataSource(pool)
                    .locations("classpath:db/keys")
                    .load()
                    .migrate();
        } catch (RuntimeException notOpened) {
            pool.close();
            throw notOpened;
        }
    }

    private void refuseCaseDatabase() {
        String engineTables =
                "select count(*) from information_schema.tables where lower(table_name) = 'act_ge_property'";
        if (jdbc.queryForObject(engineTables, Integer.class) > 0) {
            throw new IllegalStateException(
                    "nrm.keys.url: the keys of cases need a database of their own, and this one" + " holds the cases");
        }
    }

    Optional<StoredKey> find(String owner) {
        return own(db -> db.query(SELECT + "where owner = ?", KeyStore::read, owner).stream()
                .findFirst());
    }

    /** Keys that another master key than this one wraps. */
    List<StoredKey> notWrappedBy(String masterKey) {
        return own(db -> db.query(SELECT + "where master_key <> ?", KeyStore::read, masterKey));
    }

    /** Keeps a new key, unless the owner has or had one already. */
    void add(StoredKey key) {
        try {
            own(db -> db.update(
                    "insert into nrm_wrapped_key (owner, key_id, master_key, wrapped, made_at) values (?, ?, ?, ?, ?)",
                    key.owner(),
                    key.id().toString(),
                    key.masterKey(),
                    key.wrapped(),
                    Timestamp.from(Instant.now())));
        } catch (DuplicateKeyException madeMeanwhile) {
            // Another node made the owner's key in the same moment, and that one counts.
        }
    }

    /** Replaces the wrapping of a key that is still wrapped as it was read; tells whether it was. */
    boolean rewrap(StoredKey old, String masterKey, byte[] wrapped) {
        return own(db -> db.update(
                        "update nrm_wrapped_key set master_key = ?, wrapped = ? where owner = ? and master_key = ?",
                        masterKey,
                        wrapped,
                        old.owner(),
                        old.masterKey()))
                > 0;
    }

    /** Leaves a tombstone in place of the owner's key; tells whether there was a key. */
    boolean destroy(String owner) {
        add(new StoredKey(owner, UUID.randomUUID(), null, null));
        return own(db -> {
            boolean had = !find(owner).orElseThrow().isDestroyed();
            db.update(
                    "update nrm_wrapped_key set master_key = null, wrapped = null, destroyed_at = ?"
                            + " where owner = ? and destroyed_at is null",
                    Timestamp.from(Instant.now()),
                    owner);
            return had;
        });
    }

    private <T> T own(Function<JdbcTemplate, T> action) {
        return ownTransaction.execute(status -> action.apply(jdbc));
    }

    private static StoredKey read(ResultSet row, int number) throws SQLException {
        return new StoredKey(row.getString(1), UUID.fromString(row.getString(2)), row.getString(3), row.getBytes(4));
    }

    @Override
    public void destroy() {
        pool.close();
    }
}
