package al.nrm.audit;

import al.nrm.keys.CaseKeys;
import al.nrm.keys.KeyMissing;
import al.nrm.keys.SealBroken;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives each person a name in the trail that says nobody who it is; who it is lies encrypted beside, for the auditor. */
@Component
class Workers {

    /** Who does what nobody asked for: timers, jobs, the start of the server. */
    static final String ENGINE = "engine";

    private static final String PURPOSE = "worker";
    private static final int BYTES = 16;
    private static final Pattern PSEUDONYM = Pattern.compile("w-[0-9a-f]{32}");

    private final CaseKeys keys;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate savepoint;

    /** Pseudonyms whose persons are kept for good. */
    private final Set<String> kept = ConcurrentHashMap.newKeySet();

    Workers(CaseKeys keys, JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.keys = keys;
        this.jdbc = jdbc;
        this.savepoint = new TransactionTemplate(transactions);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** The same for a person at any time; nobody finds it out without the key store. */
    String pseudonym(String user) {
        if (user == null) {
            return ENGINE;
        }
        byte[] fingerprint = keys.fingerprint(PURPOSE, user.getBytes(StandardCharsets.UTF_8));
        return "w-" + HexFormat.of().formatHex(fingerprint, 0, BYTES);
    }

    static boolean isPseudonym(String name) {
        return PSEUDONYM.matcher(name).matches();
    }

    /** Who it is, as far as it is known: where somebody has damaged the row, the rest of the trail is still told. */
    Optional<String> person(String pseudonym) {
        try {
            return known(pseudonym);
        } catch (KeyMissing | SealBroken damaged) {
            return Optional.empty();
        }
    }

    private Optional<String> known(String pseudonym) {
        return jdbc.queryForList("select user_id from nrm_worker where pseudonym = ?", byte[].class, pseudonym).stream()
                .findFirst()
                .map(encrypted -> new String(keys.open(PURPOSE, pseudonym, encrypted), StandardCharsets.UTF_8));
    }

    /** Keeps, in the running transaction, who each of these is. */
    void keep(Stream<String> users) {
        TreeMap<String, String> missing = new TreeMap<>();
        users.distinct().forEach(user -> missing.put(pseudonym(user), user));
        missing.keySet().removeAll(kept);
        if (missing.isEmpty()) {
            return;
        }
        // always in the same order, so that no two transactions wait for each other
        missing.forEach(this::insertIfMissing);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                if (status == STATUS_COMMITTED) {
                    kept.addAll(missing.keySet());
                }
            }
        });
    }

    private void insertIfMissing(String pseudonym, String user) {
        List<Integer> found =
                jdbc.queryForList("select 1 from nrm_worker where pseudonym = ?", Integer.class, pseudonym);
        if (!found.isEmpty()) {
            return;
        }
        byte[] encrypted = keys.seal(PURPOSE, pseudonym, user.getBytes(StandardCharsets.UTF_8));
        try {
            savepoint.executeWithoutResult(status ->
                    jdbc.update("insert into nrm_worker (pseudonym, user_id) values (?, ?)", pseudonym, encrypted));
        } catch (DuplicateKeyException keptMeanwhile) {
            // By another transaction; of one person there is one row.
        }
    }
}
