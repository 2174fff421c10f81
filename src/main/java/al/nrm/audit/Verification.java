package al.nrm.audit;

import al.nrm.audit.Trouble.Kind;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads the whole trail once, as it is at one moment, and says of each chain what first was done to it; it changes nothing,
 * needs no key and holds no more than one case in memory.
 */
@Component
public class Verification {

    private static final int ROWS_AT_ONCE = 500;
    private static final String WITHOUT_RECORDS = """
            select chain, last_sequence from nrm_trail_head h where last_sequence > 0
            and not exists (select 1 from nrm_trail t where t.chain = h.chain)""";
    private static final String CASES_WITHOUT_CHAIN = """
            select distinct business_key_ from act_hi_procinst where business_key_ like 'NRM-%'
            and not exists (select 1 from nrm_trail_head h where h.chain = business_key_)""";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate oneMoment;

    Verification(DataSource database, PlatformTransactionManager transactions) {
        jdbc = new JdbcTemplate(database);
        jdbc.setFetchSize(ROWS_AT_ONCE);
        oneMoment = new TransactionTemplate(transactions);
        oneMoment.setReadOnly(true);
        oneMoment.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_SERIALIZABLE);
    }

    /**
     * Verifies everything.
     *
     * @param keptSeals seals that were kept elsewhere, each as {@code number:hash}
     */
    public Verdict verify(List<String> keptSeals) {
        return oneMoment.execute(status -> {
            Reading reading = new Reading();
            jdbc.query("select " + StoredRecord.COLUMNS + " from nrm_trail order by chain, sequence", row -> {
                reading.follow(StoredRecord.of(row));
            });
            reading.endChain();
            jdbc.query(WITHOUT_RECORDS, row -> {
                reading.troubles.add(
                        Trouble.of(Kind.REMOVED, row.getString(1), 1, "removed, and with it the whole chain"));
            });
            jdbc.query(CASES_WITHOUT_CHAIN, row -> {
                reading.troubles.add(Trouble.of(
                        Kind.UNRECORDED, row.getString(1), 0, "the engine's history has a case without a chain"));
            });
            reading.troubles.addAll(SealCheck.troubles(jdbc, keptSeals));
            return new Verdict(reading.chains, reading.records, reading.seals, List.copyOf(reading.troubles));
        });
    }

    static Chains.Head head(JdbcTemplate jdbc, String chain) {
        return jdbc
                .query(
                        "select last_sequence, last_hash from nrm_trail_head where chain = ?",
                        (row, number) -> new Chains.Head(row.getLong(1), row.getBytes(2)),
                        chain)
                .stream()
                .findFirst()
                .orElse(null);
    }

    /** Where the reading stands: the chain it is in and what it has found so far. */
    private final class Reading {

        private final RecordHash hashes = new RecordHash();
        private final Diagnosis diagnosis = new Diagnosis(jdbc);
        private final List<Trouble> troubles = new ArrayList<>();
        private String chain;
        private ChainCheck order;
        private HistoryCheck history;
        private long chains;
        private long records;
        private long seals;

        void follow(StoredRecord record) {
            if (!record.chain().equals(chain)) {
                endChain();
                chain = record.chain();
                order = new ChainCheck(chain, hashes, diagnosis);
                history = new HistoryCheck(chain, jdbc);
                chains++;
            }
            records++;
            seals += chain.equals(Seals.CHAIN) ? 1 : 0;
            order.follow(record);
            history.follow(record);
        }

        /** A chain that is torn tells nothing of the history. */
        void endChain() {
            if (chain == null) {
                return;
            }
            int before = troubles.size();
            order.end(head(jdbc, chain)).ifPresent(troubles::add);
            if (troubles.size() == before && Trail.isCase(chain)) {
                history.end().ifPresent(troubles::add);
            }
        }
    }
}
