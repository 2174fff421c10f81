package al.nrm.deadline;

import static al.nrm.Cases.itIs;
import static al.nrm.Cases.tirane;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import al.nrm.Case;
import al.nrm.Cases;
import al.nrm.CoversProcess;
import al.nrm.ProcessTest;
import al.nrm.TiraneTime;
import al.nrm.casefile.FormRefused;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Output;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A deadline is moved for a reason, within its caps and by another person than the one who owes the step. */
@ProcessTest
@CoversProcess("deadline-change")
@TiraneTime("2026-09-14T10:00")
class DeadlineChangeProcessTest {

    private static final String POLICE = "state-police-at.tirane";
    private static final String LEAD = POLICE + ".lead";
    private static final String SOCIAL = "state-social-service-regional.tirane";

    @Autowired
    Cases cases;

    @Autowired
    TaskService tasks;

    private Case person;

    @BeforeEach
    void theTeamDecidesUntil21September() {
        person = cases.stage("team-decision", Map.of());
        assertThat(policeDue()).isEqualTo("2026-09-21T10:00");
    }

    @Test
    void theSupervisorExtendsTheDeadlineOfHisOwnInstitution() {
        Case change = change(LEAD, "extend", 17);
        assertThat(change.end()).isEqualTo("EndEvent_DeadlineChanged");
        assertThat(change.number()).isEqualTo(person.number());
        assertThat(policeDue()).isEqualTo("2026-10-14T10:00");
        assertThat(person.due(decision(SOCIAL))).isEqualTo(tirane("2026-09-21T10:00"));
    }

    @Test
    void theSecretariatExtendsTheStepForEveryInstitution() {
        change("ra-secretariat", "extend", 1);
        assertThat(policeDue()).isEqualTo("2026-09-22T10:00");
        assertThat(person.due(decision(SOCIAL))).isEqualTo(tirane("2026-09-22T10:00"));
    }

    @Test
    void aDeadlineIsExtendedByNoMoreThanItsCap() {
        refused("days", LEAD, "extend", 18);
        refused("days", LEAD, "extend", 0);
    }

    @Test
    void aDeadlineIsExtendedOnce() {
        change("ra-chair", "extend", 1);
        assertThatThrownBy(() -> change(LEAD, "extend", 1))
                .isInstanceOf(FormRefused.class)
                .hasMessageStartingWith("change: ");
        assertThat(policeDue()).isEqualTo("2026-09-22T10:00");
    }

    @Test
    void aSuspendedDeadlineGoesOnAfterwardsWithTheTimeThatWasLeft() {
        change(LEAD, "suspend", 30);
        assertThat(policeDue()).isEqualTo("2026-10-21T10:00");
    }

    @Test
    void aDeadlineIsSuspendedForNoMoreThanItsCap() {
        refused("days", LEAD, "suspend", 31);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-09-15T10:00", "2026-09-24T10:00", "2026-09-29T10:00"})
    void aDeadlineIsSuspendedOnceSoThatNothingReachesBeyondTheCap(String later) {
        change(LEAD, "suspend", 10);
        change("ra-chair", "extend", 1);
        itIs(later);
        assertThatThrownBy(() -> change(LEAD, "suspend", 10))
                .isInstanceOf(FormRefused.class)
                .hasMessageStartingWith("change: ");
    }

    @Test
    void aDeadlineThatWasResumedIsNotSuspendedAgain() {
        change(LEAD, "suspend", 10);
        itIs("2026-09-15T10:00");
        change(LEAD, "resume", 1);
        assertThatThrownBy(() -> change(LEAD, "suspend", 1))
                .isInstanceOf(FormRefused.class)
                .hasMessageStartingWith("change: ");
        assertThatThrownBy(() -> change(LEAD, "resume", 1)).isInstanceOf(FormRefused.class);
    }

    @Test
    void aStepThatTheTableDoesNotLetRestIsNotSuspended() {
        Case closing = cases.stage("case-closure", Map.of());
        assertThatThrownBy(() -> change(closing, SOCIAL + ".lead", "P4-10", "suspend", 1, "She is away."))
                .isInstanceOf(FormRefused.class)
                .hasMessageStartingWith("change: ");
    }

    @Test
    void resumingTakesBackTheDaysThatWereNotNeeded() {
        change(LEAD, "suspend", 30);
        itIs("2026-09-24T10:00");
        change(LEAD, "resume", 1);
        assertThat(policeDue()).isEqualTo("2026-10-01T10:00");
    }

    @Test
    void onlyASuspendedDeadlineIsResumed() {
        refused("change", LEAD, "resume", 1);
    }

    @Test
    void aSuspensionThatIsOverIsNotResumed() {
        change(LEAD, "suspend", 10);
        itIs("2026-09-24T10:00");
        assertThatThrownBy(() -> change(LEAD, "resume", 1))
                .isInstanceOf(FormRefused.class)
                .hasMessageStartingWith("change: ");
    }

    @Test
    void aChangeWithoutAReasonIsRefused() {
        assertThatThrownBy(() -> change(person, LEAD, "P2-07", "extend", 1, ""))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("reason");
        assertThat(policeDue()).isEqualTo("2026-09-21T10:00");
    }

    @Test
    void whoWorksOnTheStepMayNotChangeItsDeadlineHimself() {
        String both = cases.memberOf(POLICE, LEAD);
        tasks.claim(decision(POLICE).getId(), both);
        refused("step", both, "extend", 1);
        change(LEAD, "extend", 1);
        assertThat(policeDue()).isEqualTo("2026-09-22T10:00");
    }

    @Test
    void norMayAnyoneElseOfTheInstitutionThatOwesTheStepThoughNobodyHasClaimedIt() {
        refused("step", cases.memberOf(POLICE, LEAD), "extend", 1);
        Case closing = cases.stage("case-closure", Map.of()).complete("P4-10");
        assertThat(closing.open()).containsExactly("P4-10 ra-secretariat");
        assertThatThrownBy(() -> change(closing, "ra-secretariat", "P4-10", "extend", 1, "The office moves."))
                .isInstanceOf(FormRefused.class)
                .hasMessageStartingWith("step: ");
        change(closing, "ra-chair", "P4-10", "extend", 1, "The office moves.");
        assertThat(closing.due("P4-10")).isEqualTo(tirane("2026-09-29T10:00"));
    }

    @Test
    void whoOwesTheStepMayNotEvenAsk() {
        assertThatThrownBy(() -> change(POLICE, "extend", 1)).isInstanceOf(AuthorizationException.class);
    }

    @Test
    void theSupervisorOfAnotherInstitutionIsRefused() {
        refused("caseNumber", "state-police-at.berat.lead", "extend", 1);
        refused("caseNumber", "border-police.tirane.lead", "extend", 1);
    }

    @Test
    void aStepThatIsNotOpenIsRefused() {
        assertThatThrownBy(() -> change(person, LEAD, "P2-06", "extend", 1, "The interpreter is ill."))
                .isInstanceOf(FormRefused.class)
                .hasMessageStartingWith("caseNumber: ");
    }

    @Test
    void aDeadlineThatHasPassedIsFixed() {
        person.miss(decision(POLICE));
        assertThatThrownBy(() -> change(LEAD, "extend", 1))
                .isInstanceOf(FormRefused.class)
                .hasMessageStartingWith("step: ");
        assertThat(decision(POLICE).getDueDate().toInstant()).isEqualTo(tirane("2026-09-21T10:00"));
    }

    @Test
    void whereOneInstitutionIsLateTheDeadlinesOfTheOthersAreStillMoved() {
        person.miss(decision(POLICE));
        change("ra-secretariat", "extend", 1);
        assertThat(decision(POLICE).getDueDate().toInstant()).isEqualTo(tirane("2026-09-21T10:00"));
        assertThat(person.due(decision(SOCIAL))).isEqualTo(tirane("2026-09-22T10:00"));
    }

    @Test
    void theFormOffersTheStepsWhoseDeadlineMayMoveAndNoOther() throws IOException {
        DecisionTable table = Dmn.readModelFromFile(new File("processes/deadlines.dmn"))
                .getModelElementsByType(DecisionTable.class)
                .iterator()
                .next();
        List<String> columns = table.getOutputs().stream().map(Output::getName).toList();
        List<String> movable = table.getRules().stream()
                .filter(row -> Stream.of("extensions", "suspensionDays")
                        .map(column -> new ArrayList<>(row.getOutputEntries()).get(columns.indexOf(column)))
                        .anyMatch(cell -> !cell.getTextContent().equals("0")))
                .map(row ->
                        row.getInputEntries().iterator().next().getTextContent().replace("\"", ""))
                .map(row -> row.replaceFirst("^(P\\d+-\\d+)-.*", "$1"))
                .distinct()
                .toList();
        List<String> offered = new ArrayList<>();
        for (JsonNode field : new ObjectMapper()
                .readTree(new File("forms/deadline-change-request.form"))
                .path("components")) {
            if (field.path("key").asText().equals("step")) {
                field.path("values")
                        .forEach(option -> offered.add(option.path("value").asText()));
            }
        }
        assertThat(offered).containsExactlyElementsOf(movable);
    }

    private void refused(String field, String user, String change, int days) {
        assertThatThrownBy(() -> change(user, change, days))
                .isInstanceOf(FormRefused.class)
                .hasMessageStartingWith(field + ": ");
        assertThat(policeDue()).isEqualTo("2026-09-21T10:00");
        assertThat(person.due(decision(SOCIAL))).isEqualTo(tirane("2026-09-21T10:00"));
    }

    private Case change(String user, String change, int days) {
        return change(person, user, "P2-07", change, days, "The interpreter is ill.");
    }

    private Case change(Case person, String user, String step, String change, int days, String reason) {
        Map<String, Object> fields =
                new HashMap<>(Map.of("caseNumber", person.number(), "step", step, "change", change, "reason", reason));
        fields.put("days", days);
        return cases.start("deadline-change", user, fields);
    }

    private Task decision(String institution) {
        return person.task("P2-07", institution);
    }

    /** In Tirana. */
    private String policeDue() {
        return person.due(decision(POLICE))
                .atZone(ZoneId.of("Europe/Tirane"))
                .toLocalDateTime()
                .toString();
    }
}
