package al.nrm.audit;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes the people who worked on a case out of its history and leaves their pseudonyms, which are the trail's:
 * who is behind one only the auditor's views tell.
 */
@Component
public class HideWorkers {

    /** Where a person is named: a column, and the rows of a case in which it does so. */
    private record Place(String table, String column, String condition) {

        Place(String table, String column) {
            this(table, column, OF_CASE);
        }
    }

    private static final String OF_CASE =
            "root_proc_inst_id_ in (select id_ from act_hi_procinst where business_key_ = ?)";

    private static final String ABOUT_A_PERSON = "property_ in ('assignee', 'owner', 'userId') and " + OF_CASE;

    private static final List<Place> PLACES = List.of(
            new Place("act_hi_procinst", "start_user_id_"),
            new Place("act_hi_actinst", "assignee_"),
            new Place("act_hi_taskinst", "assignee_"),
            new Place("act_hi_taskinst", "owner_"),
            new Place("act_hi_identitylink", "user_id_"),
            new Place("act_hi_identitylink", "assigner_id_"),
            new Place("act_hi_comment", "user_id_"),
            new Place("act_hi_attachment", "user_id_"),
            new Place("act_hi_decinst", "user_id_"),
            new Place("act_hi_op_log", "user_id_"),
            new Place("act_hi_op_log", "org_value_", ABOUT_A_PERSON),
            new Place("act_hi_op_log", "new_value_", ABOUT_A_PERSON),
            new Place("nrm_evidence", "attached_by", "case_number = ?"));

    private final JdbcTemplate jdbc;
    private final Workers workers;
    private final Trail trail;

    HideWorkers(JdbcTemplate jdbc, Workers workers, Trail trail) {
        this.jdbc = jdbc;
        this.workers = workers;
        this.trail = trail;
    }

    /**
     * Hides everybody in the history of a case that has ended; what is hidden already stays.
     *
     * @param caseNumber the case
     */
    @Transactional
    public void inCase(String caseNumber) {
        for (Place place : PLACES) {
            jdbc
                    .queryForList(
                            "select distinct %s from %s where %s is not null and %s"
                                    .formatted(place.column(), place.table(), place.column(), place.condition()),
                            String.class,
                            caseNumber)
                    .stream()
                    .filter(user -> !Workers.isPseudonym(user))
                    .forEach(user -> hide(caseNumber, place, user));
        }
        // What the engine has granted to whoever claimed a task: nobody needs it any more, and it names him.
        jdbc.update(
                "delete from act_ru_authorization where user_id_ is not null and resource_type_ in (?, ?)"
                        + " and resource_id_ in (select id_ from act_hi_taskinst where " + OF_CASE + ")",
                Resources.TASK.resourceType(),
                Resources.HISTORIC_TASK.resourceType(),
                caseNumber);
        trail.record(new Happening(caseNumber, "workers.hidden", null, Map.of()));
    }

    private void hide(String caseNumber, Place place, String user) {
        workers.keep(Stream.of(user));
        String pseudonym = workers.pseudonym(user);
        jdbc.update(
                "update %s set %s = ? where %s = ? and %s"
                        .formatted(place.table(), place.column(), place.column(), place.condition()),
                pseudonym,
                user,
                caseNumber);
    }
}
