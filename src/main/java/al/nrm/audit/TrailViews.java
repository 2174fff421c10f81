package al.nrm.audit;

import al.nrm.language.Words;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Looks records up in all chains at once: of a case what was done and who read it, of a worker what he did. */
@Component
class TrailViews {

    private static final String SELECT = "select " + StoredRecord.COLUMNS + " from nrm_trail where ";
    private static final String PAGE = " offset ? rows fetch next ? rows only";

    private final JdbcTemplate jdbc;
    private final Workers workers;
    private final ObjectMapper json = new ObjectMapper();

    TrailViews(JdbcTemplate jdbc, Workers workers) {
        this.jdbc = jdbc;
        this.workers = workers;
    }

    /** The number of a case that has a trail. */
    String known(String typed) {
        String caseNumber = Asked.caseNumber(typed);
        if (jdbc.queryForList("select chain from nrm_trail_head where chain = ?", String.class, caseNumber)
                .isEmpty()) {
            throw new AskedWrongly(HttpStatus.NOT_FOUND, "caseNumber", Words.say("there is no such case"));
        }
        return caseNumber;
    }

    /** The oldest first, and changes before reads of the same moment. */
    List<TrailRow> ofCase(String caseNumber, long from, int size) {
        return rows(SELECT + "case_number = ? order by happened_at, chain, sequence" + PAGE, caseNumber, from, size);
    }

    /** The latest first. */
    List<TrailRow> readsOf(String worker, long from, int size) {
        return rows(
                SELECT + "worker = ? and chain like '" + ReadsChain.PREFIX
                        + "%' order by happened_at desc, chain, sequence desc" + PAGE,
                worker,
                from,
                size);
    }

    /** The latest first. */
    List<Seal> seals(long from, int size) {
        return jdbc.query(
                "select sequence, happened_at, details, hash from nrm_trail where chain = ? order by sequence desc"
                        + PAGE,
                (row, number) -> Seal.of(row),
                Seals.CHAIN,
                from,
                size);
    }

    private List<TrailRow> rows(String query, Object... values) {
        Map<String, String> people = new HashMap<>();
        return jdbc.query(query, (row, number) -> view(StoredRecord.of(row), people), values);
    }

    private TrailRow view(StoredRecord record, Map<String, String> people) {
        Entry entry = record.entry();
        Map<String, String> details = new TreeMap<>(details(entry.details()));
        // who a task was given to and the like
        details.replaceAll((name, value) -> Workers.isPseudonym(value) ? person(value, people) : value);
        return new TrailRow(
                record.chain(),
                record.sequence(),
                entry.at(),
                entry.kind(),
                entry.worker(),
                Workers.isPseudonym(entry.worker()) ? person(entry.worker(), people) : null,
                entry.caseNumber(),
                entry.subject(),
                details,
                HexFormat.of().formatHex(record.hash()));
    }

    private String person(String pseudonym, Map<String, String> people) {
        return people.computeIfAbsent(
                pseudonym, unknown -> workers.person(unknown).orElse(unknown));
    }

    private Map<String, String> details(String text) {
        try {
            return json.readValue(text, new TypeReference<>() {});
        } catch (JsonProcessingException changed) {
            return Map.of("unreadable", text);
        }
    }
}
