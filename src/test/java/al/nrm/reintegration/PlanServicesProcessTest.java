package al.nrm.reintegration;

import static org.assertj.core.api.Assertions.assertThat;

import al.nrm.Case;
import al.nrm.Cases;
import al.nrm.CoversProcess;
import al.nrm.ProcessTest;
import al.nrm.TiraneTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Each service of the plan is a request of its own, beside the others; what is refused is counted as an unmet need. */
@ProcessTest
@CoversProcess("plan-services")
@TiraneTime("2026-09-14T10:00")
class PlanServicesProcessTest {

    @Autowired
    Cases cases;

    @Autowired
    HistoryService history;

    @Test
    void allInstitutionsAreAskedAtOnceAndNoneWaitsForAnother() {
        Case person = services("healthCard health-ministry", "school education-ministry", "other iom");
        assertThat(person.open()).containsExactly("P4-01 iom", "P4-02 health-ministry", "P4-03 education-ministry");
        person.complete("P4-03").complete("P4-01");
        assertThat(person.open()).containsExactly("P4-02 health-ministry");
        assertThat(person.end()).isNull();
        person.complete("P4-02");
        assertThat(ends(person)).containsOnly("EndEvent_NeedMet", "EndEvent_AllAnswered");
    }

    /** Monitors: long-term care, jobs and other reintegration are lacking, and nobody counts what is refused. */
    @Test
    void aRefusalIsAnUnmetNeedThatIsCounted() {
        Case person = services("jobTraining employment-agency.tirane", "housing municipality-social.tirane");
        person.complete("P4-04", Map.of("serviceAnswer", "refused", "serviceReasons", "No course this year."))
                .complete("P4-06", Map.of("serviceAnswer", "noLongerNeeded"));
        assertThat(ends(person))
                .containsExactlyInAnyOrder("EndEvent_NeedMet", "EndEvent_NeedUnmet", "EndEvent_AllAnswered");
    }

    @Test
    void whereNothingIsAskedNothingIsOpen() {
        assertThat(ends(services())).containsExactly("EndEvent_AllAnswered");
    }

    private List<String> ends(Case person) {
        return history.createHistoricActivityInstanceQuery().processInstanceId(person.root()).list().stream()
                .map(activity -> activity.getActivityId())
                .filter(id -> id.startsWith("EndEvent_"))
                .toList();
    }

    private Case services(String... requests) {
        return cases.stage(
                "plan-services",
                Map.of(
                        "serviceRequests",
                        new ArrayList<>(List.of(requests)),
                        "serviceWish",
                        "As agreed.",
                        "exitOn",
                        "2026-09-14"));
    }
}
