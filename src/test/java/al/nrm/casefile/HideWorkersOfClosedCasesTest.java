package al.nrm.casefile;

import static al.nrm.Cases.itIs;
import static org.assertj.core.api.Assertions.assertThat;

import al.nrm.Case;
import al.nrm.Cases;
import al.nrm.ProcessTest;
import al.nrm.TiraneTime;
import al.nrm.audit.Verification;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Resources;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Two years after its closure a case's history says what was done, and no longer by whom. */
@ProcessTest
@TiraneTime("2026-09-14T10:00")
class HideWorkersOfClosedCasesTest {

    @Autowired
    Cases cases;

    @Autowired
    TaskService tasks;

    @Autowired
    HistoryService history;

    @Autowired
    HideWorkersOfClosedCases nightly;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Verification verification;

    private Case closed;
    private String officer;

    @BeforeEach
    void anOfficerClosesAScreening() {
        officer = cases.memberOf("state-police.tirane");
        closed = cases.report(officer, Map.of()).completeAs("P1-04", officer, Map.of("indicators", List.of()));
        String last = closed.task("P1-11").getId();
        cases.as(officer, () -> tasks.createComment(last, null, "Called the station."));
        closed.completeAs("P1-11", officer, Map.of());
        assertThat(closed.end()).isEqualTo("EndEvent_NoIndicators");
    }

    @Test
    void nobodyIsHiddenBefore() {
        itIs("2028-09-14T09:59");
        nightly.hide();
        assertThat(placesThatName(officer)).isNotEmpty();
        assertThat(grantsOfTheOfficer()).isPositive();
    }

    @Test
    void afterTwoYearsNoPlaceOfTheHistoryNamesTheOfficer() {
        itIs("2028-09-14T10:01");
        nightly.hide();
        nightly.hide();
        assertThat(placesThatName(officer)).isEmpty();
        assertThat(grantsOfTheOfficer()).isZero();
        assertThat(history.createHistoricTaskInstanceQuery()
                        .processInstanceBusinessKey(closed.number())
                        .list())
                .isNotEmpty()
                .allSatisfy(task -> assertThat(task.getAssignee()).matches("w-[0-9a-f]{32}"));
        assertThat(jdbc.queryForObject(
                        "select count(*) from nrm_trail where case_number = ? and kind = 'workers.hidden'",
                        Integer.class,
                        closed.number()))
                .isEqualTo(1);
        assertThat(verification.verify(List.of()).troubles())
                .filteredOn(trouble -> trouble.toString().contains(closed.number()))
                .isEmpty();
    }

    @Test
    void whoErasedTheContentIsHiddenInHisTime() {
        itIs("2028-09-14T10:01");
        nightly.hide();
        String officerOfData = cases.memberOf("dpo");
        String secretary = cases.memberOf("ra-secretariat");
        cases.start("case-erasure", officerOfData, Map.of("caseNumber", closed.number()))
                .completeAs("P10-05", secretary, Map.of("erasureConfirmed", true));
        itIs("2030-09-14T10:00");
        nightly.hide();
        assertThat(placesThatName(officerOfData)).isNotEmpty();
        itIs("2030-09-14T10:02");
        nightly.hide();
        assertThat(placesThatName(officerOfData)).isEmpty();
        assertThat(placesThatName(secretary)).isEmpty();
    }

    @Test
    void aCaseThatRunsNamesItsWorkers() {
        Case running = cases.report(officer, Map.of());
        itIs("2040-09-14T10:00");
        nightly.hide();
        assertThat(history.createHistoricProcessInstanceQuery()
                        .processInstanceId(running.root())
                        .singleResult()
                        .getStartUserId())
                .isEqualTo(officer);
    }

    /** Every text column of the engine's history that holds a person's id in a row of the case. */
    private List<String> placesThatName(String person) {
        return jdbc
                .queryForList(
                        "select lower(c.table_name) as t, lower(c.column_name) as c from information_schema.columns c"
                                + " where lower(c.table_name) like 'act_hi_%' and lower(c.data_type) like 'character varying%'"
                                + " and exists (select 1 from information_schema.columns p where p.table_name = c.table_name"
                                + " and p.table_schema = c.table_schema and lower(p.column_name) = 'root_proc_inst_id_')")
                .stream()
                .map(place -> place.get("t") + "." + place.get("c"))
                .distinct()
                .filter(place -> names(place, person))
                .toList();
    }

    private boolean names(String place, String person) {
        String table = place.substring(0, place.indexOf('.'));
        String column = place.substring(place.indexOf('.') + 1);
        return jdbc.queryForObject(
                        "select count(*) from %s where %s like ? and root_proc_inst_id_ in (select id_ from act_hi_procinst where business_key_ = ?)"
                                .formatted(table, column),
                        Integer.class,
                        "%" + person + "%",
                        closed.number())
                > 0;
    }

    private long grantsOfTheOfficer() {
        return jdbc.queryForObject(
                "select count(*) from act_ru_authorization where user_id_ = ? and resource_type_ in (?, ?)",
                Long.class,
                officer,
                Resources.TASK.resourceType(),
                Resources.HISTORIC_TASK.resourceType());
    }
}
