package al.nrm.casefile;

import al.nrm.audit.HideWorkers;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Hides, some time after a case was closed, who worked on it; a default of two years, as nobody asks about them any more. */
@Component
class HideWorkersOfClosedCases {

    private static final Logger LOG = LoggerFactory.getLogger(HideWorkersOfClosedCases.class);

    private final Retention retention;
    private final HideWorkers workers;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Period after;

    HideWorkersOfClosedCases(
            Retention retention,
            HideWorkers workers,
            JdbcTemplate jdbc,
            TransactionTemplate transaction,
            Clock clock,
            @Value("${nrm.retention.workers:P2Y}") Period after) {
        this.retention = retention;
        this.workers = workers;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
        this.after = after;
    }

    @Scheduled(cron = "${nrm.retention.at:0 30 1 * * *}", zone = "Europe/Tirane")
    void hide() {
        Instant now = clock.instant();
        Instant then = now.atZone(ZoneOffset.UTC).minus(after).toInstant();
        Map<String, Instant> hidden = new HashMap<>();
        jdbc.query("select case_number, hidden_at from nrm_hidden_workers", row -> {
            hidden.put(row.getString(1), row.getTimestamp(2).toInstant());
        });
        retention.endedBefore(then).forEach((caseNumber, ended) -> {
            // Whoever works on a case after that, such as on its erasure, is hidden in his time.
            if (!hidden.getOrDefault(caseNumber, Instant.EPOCH).isAfter(ended)) {
                hide(caseNumber, now);
            }
        });
    }

    private void hide(String caseNumber, Instant now) {
        try {
            transaction.executeWithoutResult(status -> {
                // First the row: of two nodes, its key lets one go on.
                jdbc.update("delete from nrm_hidden_workers where case_number = ?", caseNumber);
                jdbc.update(
                        "insert into nrm_hidden_workers (case_number, hidden_at) values (?, ?)",
                        caseNumber,
                        Timestamp.from(now));
                workers.inCase(caseNumber);
            });
        } catch (DuplicateKeyException hiddenMeanwhile) {
            // By another node, which is just as well.
        } catch (RuntimeException tomorrowAgain) {
            LOG.warn(
                    "The people who worked on case {} were not hidden: {}",
                    caseNumber,
                    tomorrowAgain.getClass().getSimpleName());
        }
    }
}
