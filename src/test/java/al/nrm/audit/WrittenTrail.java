package al.nrm.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.datasource.init.DatabasePopulatorUtils;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.transaction.support.TransactionTemplate;

/** A trail in a database of its own, with the engine's empty tables beside it, for somebody to tamper with. */
final class WrittenTrail {

    private static final String ENGINE = "org/camunda/bpm/engine/db/create/activiti.h2.create.";

    final JdbcTemplate jdbc;
    final Chains chains;
    final Seals seals;
    final Verification verification;
    private final TransactionTemplate transaction;

    WrittenTrail() {
        DataSource database = new SingleConnectionDataSource(
                "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "", true);
        DatabasePopulatorUtils.execute(
                new ResourceDatabasePopulator(
                        new ClassPathResource(ENGINE + "engine.sql"),
                        new ClassPathResource(ENGINE + "history.sql"),
                        new ClassPathResource("db/migration/V5__trail.sql")),
                database);
        DataSourceTransactionManager transactions = new DataSourceTransactionManager(database);
        jdbc = new JdbcTemplate(database);
        transaction = new TransactionTemplate(transactions);
        chains = new Chains(jdbc, transactions);
        seals = new Seals(chains, jdbc, transaction, Clock.systemUTC(), Duration.ofHours(1), false);
        verification = new Verification(database, transactions);
    }

    /** Begins anew with these many records in each of the chains. */
    WrittenTrail with(int records, String... names) {
        for (String table : List.of("nrm_trail", "nrm_trail_head", "nrm_sealed_head")) {
            jdbc.update("delete from " + table);
        }
        for (String chain : names) {
            append(chain, records);
        }
        return this;
    }

    WrittenTrail append(String chain, int records) {
        transaction.executeWithoutResult(status -> chains.append(chain, entries(chain, records)));
        return this;
    }

    WrittenTrail append(Entry entry) {
        transaction.executeWithoutResult(status -> chains.append(entry.caseNumber(), List.of(entry)));
        return this;
    }

    WrittenTrail change(String sql, Object... values) {
        jdbc.update(sql, values);
        return this;
    }

    Verdict verify(String... kept) {
        return verification.verify(List.of(kept));
    }

    /** Gives every record from this one on a fresh, right hash, and the head too: what only a seal can show. */
    WrittenTrail rewrite(String chain, long from) {
        List<StoredRecord> records = jdbc.query(
                "select " + StoredRecord.COLUMNS + " from nrm_trail where chain = ? order by sequence",
                (row, number) -> StoredRecord.of(row),
                chain);
        RecordHash hashes = new RecordHash();
        byte[] previous = RecordHash.NONE;
        for (StoredRecord record : records) {
            byte[] hash = record.sequence() < from
                    ? record.hash()
                    : hashes.of(chain, record.sequence(), record.entry(), previous);
            change(
                    "update nrm_trail set previous_hash = ?, hash = ? where chain = ? and sequence = ?",
                    previous,
                    hash,
                    chain,
                    record.sequence());
            previous = hash;
        }
        return change(
                "update nrm_trail_head set last_sequence = ?, last_hash = ? where chain = ?",
                records.size(),
                previous,
                chain);
    }

    private static List<Entry> entries(String chain, int records) {
        Instant at = Instant.parse("2026-09-14T08:00:00.123Z");
        return new ArrayList<>(IntStream.range(0, records)
                .mapToObj(i -> new Entry(
                        at.plusMillis(i), "test.happened", "w-" + i, "subject " + i, chain, "{\"n\":\"" + i + "\"}"))
                .toList());
    }
}
