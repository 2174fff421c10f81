package al.nrm.audit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Tells which case an id of the engine belongs to, whatever it is the id of. It never changes, so it is asked of the
 * database once and then remembered, in bounded memory.
 */
@Component
class KnownCases {

    private static final int MOST_REMEMBERED = 50_000;

    /** Well below what the databases take in one statement. */
    private static final int AT_ONCE = 1_000;

    /** The history is complete from the first moment on (level full), and keeps what has ended. */
    private static final String OF_INSTANCES = """
            select PROC_INST_ID_ as id, BUSINESS_KEY_ as number from ACT_HI_PROCINST where PROC_INST_ID_ in (:ids)
            union all
            select BUSINESS_KEY_, BUSINESS_KEY_ from ACT_HI_PROCINST where BUSINESS_KEY_ in (:ids)""";

    private static final List<String> PARTS = List.of(
            "ACT_HI_TASKINST",
            "ACT_HI_ACTINST",
            "ACT_HI_VARINST",
            "ACT_HI_DETAIL",
            "ACT_HI_ATTACHMENT",
            "ACT_HI_COMMENT",
            "ACT_HI_INCIDENT",
            "ACT_HI_OP_LOG",
            "ACT_RU_EXECUTION");

    private static final String OF_PARTS = String.join(
                    " union all ",
                    Stream.concat(
                                    PARTS.stream().map(table -> part(table, "PROC_INST_ID_")),
                                    Stream.of(part("ACT_RU_JOB", "PROCESS_INSTANCE_ID_")))
                            .toList())
            + " union all " + OF_INSTANCES;

    private final NamedParameterJdbcTemplate jdbc;

    private final Map<String, String> numberById = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > MOST_REMEMBERED;
        }
    });

    KnownCases(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    private static String part(String table, String instance) {
        return "select p.ID_ as id, i.BUSINESS_KEY_ as number from %s p join ACT_HI_PROCINST i on i.PROC_INST_ID_ = p.%s where p.ID_ in (:ids)"
                .formatted(table, instance);
    }

    /** By process instance or case number: the number of the case; what belongs to no case is missing. */
    Map<String, String> ofInstances(Collection<String> ids) {
        return find(ids, OF_INSTANCES);
    }

    /** By any id, such as that of a task, a job or an attachment. */
    Map<String, String> of(Collection<String> ids) {
        return find(ids, OF_PARTS);
    }

    private Map<String, String> find(Collection<String> ids, String query) {
        Map<String, String> found = new HashMap<>();
        List<String> unknown = new ArrayList<>();
        for (String id : ids) {
            String number = numberById.get(id);
            if (number == null) {
                unknown.add(id);
            } else {
                found.put(id, number);
            }
        }
        for (int from = 0; from < unknown.size(); from += AT_ONCE) {
            List<String> some = unknown.subList(from, Math.min(unknown.size(), from + AT_ONCE));
            jdbc.query(query, Map.of("ids", some), row -> {
                if (row.getString("number") != null) {
                    found.put(row.getString("id"), row.getString("number"));
                    numberById.put(row.getString("id"), row.getString("number"));
                }
            });
        }
        return found;
    }
}
