package al.nrm.audit;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Appends records to chains in the running transaction. The row of the chain's head stays locked until the transaction
 * ends, so that writers of one chain follow each other; who appends to several takes them in the order of their names.
 */
@Component
class Chains {

    private static final String INSERT = """
            insert into nrm_trail
            (chain, sequence, happened_at, kind, worker, subject, case_number, details, previous_hash, hash)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate savepoint;

    Chains(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.savepoint = new TransactionTemplate(transactions);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** Where a chain ends. */
    record Head(long sequence, byte[] hash) {}

    /**
     * Appends in the order given.
     *
     * @return the chain's new end
     */
    @Transactional(propagation = Propagation.MANDATORY)
    Head append(String chain, List<Entry> entries) {
        Head head = lock(chain);
        RecordHash hash = new RecordHash();
        List<Object[]> rows = new ArrayList<>();
        for (Entry entry : entries) {
            Head next = new Head(head.sequence() + 1, hash.of(chain, head.sequence() + 1, entry, head.hash()));
            rows.add(new Object[] {
                chain,
                next.sequence(),
                LocalDateTime.ofInstant(entry.at(), ZoneOffset.UTC),
                entry.kind(),
                entry.worker(),
                entry.subject(),
                entry.caseNumber(),
                entry.details(),
                head.hash(),
                next.hash()
            });
            head = next;
        }
        jdbc.batchUpdate(INSERT, rows);
        jdbc.update(
                "update nrm_trail_head set last_sequence = ?, last_hash = ? where chain = ?",
                head.sequence(),
                head.hash(),
                chain);
        return head;
    }

    /** Lets the running transaction alone append to the chain until it ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    Head lock(String chain) {
        List<Head> found = find(chain);
        if (found.isEmpty()) {
            open(chain);
            found = find(chain);
        }
        return found.get(0);
    }

    private List<Head> find(String chain) {
        return jdbc.query(
                "select last_sequence, last_hash from nrm_trail_head where chain = ? for update",
                (row, number) -> new Head(row.getLong(1), row.getBytes(2)),
                chain);
    }

    /** Of two that open a chain at once, the second waits for the first and goes on behind it. */
    private void open(String chain) {
        try {
            savepoint.executeWithoutResult(status -> jdbc.update(
                    "insert into nrm_trail_head (chain, last_sequence, last_hash) values (?, 0, ?)",
                    chain,
                    RecordHash.NONE));
        } catch (DuplicateKeyException openedMeanwhile) {
            // Its row is there now.
        }
    }
}
