package al.nrm.audit;

import jakarta.annotation.PreDestroy;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Ties the ends of all chains together at least once an hour: a seal is a record of the chain "seals", so that each rests on
 * the one before, and whoever keeps one elsewhere can tell that all before it stands as it stood.
 */
@Component
class Seals {

    static final String CHAIN = "seals";

    private static final Logger LOG = LoggerFactory.getLogger(Seals.class);
    private static final String KIND = "seal.made";
    private static final String MOVED = """
            select chain, last_sequence, last_hash from nrm_trail_head h where chain <> 'seals' and last_sequence > 0
            and not exists (select 1 from nrm_sealed_head s where s.chain = h.chain and s.sequence = h.last_sequence)""";

    private final Chains chains;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Duration every;
    private final boolean atShutdown;

    Seals(
            Chains chains,
            JdbcTemplate jdbc,
            TransactionTemplate transaction,
            Clock clock,
            @Value("${nrm.seal.every:PT1H}") Duration every,
            @Value("${nrm.seal.at-shutdown:true}") boolean atShutdown) {
        this.chains = chains;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
        this.every = every;
        this.atShutdown = atShutdown;
    }

    /** Where a chain stood. */
    record SealedHead(String chain, long sequence, byte[] hash) {}

    /** Every node comes by; of two the second finds it done. */
    @Scheduled(initialDelayString = "${nrm.seal.every:PT1H}", fixedRateString = "${nrm.seal.every:PT1H}")
    void sealUnlessDone() {
        Instant recently = clock.instant().minus(every.dividedBy(2));
        transaction.executeWithoutResult(status -> {
            chains.lock(CHAIN);
            Seal last = last();
            if (last == null || last.at().isBefore(recently)) {
                make();
            }
        });
    }

    @PreDestroy
    void sealAtShutdown() {
        if (atShutdown) {
            try {
                seal();
            } catch (RuntimeException databaseIsGone) {
                LOG.warn(
                        "No seal was made at the end: {}",
                        databaseIsGone.getClass().getSimpleName());
            }
        }
    }

    Seal seal() {
        return transaction.execute(status -> make());
    }

    /** The last seal made, or null. */
    Seal last() {
        return jdbc
                .query(
                        "select sequence, happened_at, details, hash from nrm_trail where chain = 'seals'"
                                + " and sequence = (select max(sequence) from nrm_trail where chain = 'seals')",
                        (row, number) -> Seal.of(row))
                .stream()
                .findFirst()
                .orElse(null);
    }

    private Seal make() {
        long number = chains.lock(CHAIN).sequence() + 1;
        List<SealedHead> moved =
                jdbc.query(MOVED, (row, i) -> new SealedHead(row.getString(1), row.getLong(2), row.getBytes(3)));
        jdbc.batchUpdate(
                "insert into nrm_sealed_head (seal, chain, sequence, hash) values (?, ?, ?, ?)",
                moved,
                500,
                (row, head) -> {
                    row.setLong(1, number);
                    row.setString(2, head.chain());
                    row.setLong(3, head.sequence());
                    row.setBytes(4, head.hash());
                });
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        TreeMap<String, String> details = new TreeMap<>();
        details.put("chains", String.valueOf(moved.size()));
        details.put("heads", digest(moved));
        Chains.Head end =
                chains.append(CHAIN, List.of(new Entry(now, KIND, Workers.ENGINE, null, null, Trail.json(details))));
        return new Seal(end.sequence(), now, moved.size(), end.hash());
    }

    /** Over the heads in the order of the chains' names. */
    static String digest(List<SealedHead> heads) {
        MessageDigest sha256 = RecordHash.sha256();
        heads.stream().sorted(Comparator.comparing(SealedHead::chain)).forEach(head -> {
            byte[] chain = head.chain().getBytes(StandardCharsets.UTF_8);
            sha256.update(ByteBuffer.allocate(Integer.BYTES + Long.BYTES)
                    .putInt(chain.length)
                    .putLong(head.sequence())
                    .flip());
            sha256.update(chain);
            sha256.update(head.hash());
        });
        return HexFormat.of().formatHex(sha256.digest());
    }
}
