package al.nrm.casefile;

import al.nrm.audit.Happening;
import al.nrm.audit.Trail;
import al.nrm.keys.CaseKeys;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Erases what a case held by destroying its key: first the order, with the step that confirms it, then the key, then the
 * certificate. A certificate never says more than was done, and an order outlives any crash between.
 */
@Component
public class Erasures {

    /** Says that an order stands, which its transaction has committed when this is heard. */
    private record Ordered(String caseNumber) {}

    private static final Logger LOG = LoggerFactory.getLogger(Erasures.class);

    private static final String OF_CASE = "proc_inst_id_ in (select id_ from act_hi_procinst where business_key_ = ?)";

    private final JdbcTemplate jdbc;
    private final CaseKeys keys;
    private final Trail trail;
    private final TransactionTemplate ownTransaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Period keptInBackups;

    /**
     * @param keptInBackups how long backups of the key store are kept; only when the last one that holds the key is gone is
     *     the erasure complete
     */
    Erasures(
            JdbcTemplate jdbc,
            CaseKeys keys,
            Trail trail,
            PlatformTransactionManager transactions,
            ApplicationEventPublisher events,
            Clock clock,
            @Value("${nrm.keys.kept-in-backups:P30D}") Period keptInBackups) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.trail = trail;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.events = events;
        this.clock = clock;
        this.keptInBackups = keptInBackups;
    }

    /**
     * Tells whether the content of a case is erased or about to be.
     *
     * @param caseNumber as it was given
     */
    public boolean isOrdered(String caseNumber) {
        return !jdbc.queryForList("select case_number from nrm_erasure where case_number = ?", String.class, caseNumber)
                .isEmpty();
    }

    /** The numbers of the cases that are erased or about to be. */
    Set<String> ordered() {
        return new HashSet<>(jdbc.queryForList("select case_number from nrm_erasure", String.class));
    }

    /** Orders the erasure in the running transaction; it is carried out when that has committed. */
    void order(String caseNumber, String legalBasis) {
        jdbc.update(
                "insert into nrm_erasure (case_number, legal_basis, ordered_at) values (?, ?, ?)",
                caseNumber,
                legalBasis,
                Timestamp.from(clock.instant()));
        trail.record(new Happening(caseNumber, "erasure.ordered", null, Map.of("legalBasis", legalBasis)));
        events.publishEvent(new Ordered(caseNumber));
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void carryOut(Ordered order) {
        carryOut(order.caseNumber());
    }

    /** What a crash left undone. */
    @Scheduled(fixedDelayString = "${nrm.erasure.every:PT10M}")
    void carryOutOrders() {
        jdbc.queryForList("select case_number from nrm_erasure where erased_at is null", String.class)
                .forEach(caseNumber -> {
                    try {
                        carryOut(caseNumber);
                    } catch (RuntimeException later) {
                        LOG.warn(
                                "The content of case {} was not erased: {}",
                                caseNumber,
                                later.getClass().getSimpleName());
                    }
                });
    }

    /** A backup of the key store that was restored brings keys back that were destroyed since. */
    @EventListener(ApplicationReadyEvent.class)
    void destroyWhatABackupBroughtBack() {
        for (String caseNumber :
                jdbc.queryForList("select case_number from nrm_erasure where erased_at is not null", String.class)) {
            if (keys.destroy(caseNumber)) {
                trail.record(new Happening(caseNumber, "key.destroyed-again", null, Map.of()));
            }
        }
    }

    private void carryOut(String caseNumber) {
        boolean hadKey = keys.destroy(caseNumber);
        ownTransaction.executeWithoutResult(status -> certify(caseNumber, hadKey));
    }

    /** Of several that carry out the same order, one certifies it. */
    private void certify(String caseNumber, boolean hadKey) {
        Instant now = clock.instant();
        if (jdbc.update(
                        "update nrm_erasure set erased_at = ? where case_number = ? and erased_at is null",
                        Timestamp.from(now),
                        caseNumber)
                == 1) {
            jdbc.update("delete from nrm_person_print where case_number = ?", caseNumber);
            trail.record(new Happening(caseNumber, "content.erased", null, certificate(caseNumber, now, hadKey)));
        }
    }

    /** On what basis, how much has become unreadable, and the day from which no backup of the key is left. */
    private Map<String, String> certificate(String caseNumber, Instant now, boolean hadKey) {
        String legalBasis = jdbc.queryForObject(
                "select legal_basis from nrm_erasure where case_number = ?", String.class, caseNumber);
        LocalDate complete = LocalDate.ofInstant(now, ZoneOffset.UTC).plus(keptInBackups);
        return Map.of(
                "legalBasis", legalBasis,
                "key", hadKey ? "destroyed" : "none",
                "values", String.valueOf(values(caseNumber)),
                "comments", String.valueOf(rows("act_hi_comment", "type_ = 'comment'", caseNumber)),
                "files", String.valueOf(rows("act_hi_attachment", "1 = 1", caseNumber)),
                "completeOn", complete.toString());
    }

    private long values(String caseNumber) {
        return jdbc
                .queryForList(
                        "select name_ from act_hi_varinst where var_type_ <> 'null' and " + OF_CASE,
                        String.class,
                        caseNumber)
                .stream()
                .filter(name -> !OpenFacts.contains(name))
                .count();
    }

    private int rows(String table, String condition, String caseNumber) {
        Integer found = jdbc.queryForObject(
                "select count(*) from %s where %s and %s".formatted(table, condition, OF_CASE),
                Integer.class,
                caseNumber);
        return found == null ? 0 : found;
    }
}
