package al.nrm.reintegration;

import static al.nrm.Cases.tirane;
import static org.assertj.core.api.Assertions.assertThat;

import al.nrm.Case;
import al.nrm.Cases;
import al.nrm.CoversProcess;
import al.nrm.ProcessTest;
import al.nrm.TiraneTime;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** P4-01 to P4-09 together: services beside the programme, then follow-up; trafficked again begins anew in the same case. */
@ProcessTest
@CoversProcess("reintegration")
@TiraneTime("2026-09-14T10:00")
class ReintegrationProcessTest {

    private static final Map<String, Object> WANTED = Map.of(
            "requestedServices",
            List.of("healthCard", "school", "jobTraining", "economicAid", "housing", "legalAid"),
            "psychosocialProvider",
            "different-equal",
            "otherProviders",
            List.of("labour-inspectorate", "iom"),
            "exitOn",
            "2026-10-01");

    @Autowired
    Cases cases;

    @Autowired
    RuntimeService runtime;

    @Test
    void theCaseManagerRequestsTheServicesWithinFiveWorkingDays() {
        Case person = cases.stage("reintegration", Map.of("caseManager", "vatra"));
        assertThat(person.open()).containsExactly("P4-01 vatra");
        assertThat(person.due("P4-01")).isEqualTo(tirane("2026-09-21T10:00"));
    }

    @Test
    void everyInstitutionIsAskedAtOnceBesideTheProgramme() {
        Case person = requested(WANTED);
        assertThat(person.open())
                .containsExactly(
                        "P4-01 different-equal",
                        "P4-01 iom",
                        "P4-01 labour-inspectorate.tirane",
                        "P4-01 legal-aid-directorate",
                        "P4-02 health-ministry",
                        "P4-03 education-ministry",
                        "P4-04 employment-agency.tirane",
                        "P4-05 municipality-social.tirane",
                        "P4-06 municipality-social.tirane",
                        "P4-08 vatra");
        assertThat(person.due("P4-05")).isEqualTo(tirane("2026-10-15T00:00"));
    }

    @Test
    void theExitThatLiesBackCountsAsToday() {
        Case person = requested(Map.of("requestedServices", List.of("economicAid"), "exitOn", "2026-03-01"));
        assertThat(person.due("P4-05")).isEqualTo(tirane("2026-09-28T00:00"));
    }

    @Test
    void noInstitutionIsAskedTwiceForWhatItHasNotAnsweredYet() {
        Case person = requested(Map.of("requestedServices", List.of("housing"), "otherProviders", List.of("iom")));
        person.letTimePass()
                .complete(
                        "P4-07",
                        Map.of(
                                "planOutcome",
                                "furtherServices",
                                "requestedServices",
                                List.of("housing", "school"),
                                "otherProviders",
                                List.of("iom", "arsis")));
        assertThat(person.open())
                .containsExactly(
                        "P4-01 arsis",
                        "P4-01 iom",
                        "P4-03 education-ministry",
                        "P4-06 municipality-social.tirane",
                        "P4-08 vatra");
    }

    /** Monitors: requests for services go unanswered, and nobody knows of it. */
    @Test
    void theNextReviewShowsWhatWasAnsweredWhatWasRefusedAndWhoIsSilent() {
        Case person = requested(Map.of("requestedServices", List.of("healthCard", "jobTraining", "housing")));
        person.complete("P4-02")
                .complete("P4-04", Map.of("serviceAnswer", "refused", "serviceReasons", "No course before spring."))
                .letTimePass();
        String answers = String.valueOf(runtime.getVariable(person.task("P4-07").getExecutionId(), "serviceAnswers"));
        assertThat(answers)
                .contains("healthCard, Ministry of Health and Social Protection: delivered")
                .contains("jobTraining, National Agency for Employment and Skills")
                .contains("refused")
                .contains("No course before spring.")
                .contains("housing")
                .contains("not answered yet");
    }

    @Test
    void whoLivesWellAfterTheProgrammeIsFollowedUpAndTheReintegrationEnds() {
        Case person = requested(Map.of());
        leave(person);
        while (person.end() == null) {
            person.letTimePass().complete("P4-09");
        }
        assertThat(person.end()).isEqualTo("EndEvent_ReintegrationEnded");
    }

    @Test
    void aServiceThatNobodyAnswersKeepsNoCaseOpenForEver() {
        Case person = requested(WANTED).miss("P4-02");
        assertThat(person.ladder()).isNotEmpty();
        person.complete("P4-08", Map.of("phaseDecision", "leaves"));
        assertThat(person.end()).isEqualTo("EndEvent_ReintegrationEnded");
        assertThat(person.running()).isEmpty();
    }

    @Test
    void whoIsTraffickedAgainIsProtectedAnewAndPlansAnewInTheSameCase() {
        Case person = requested(Map.of());
        leave(person);
        person.letTimePass().complete("P4-09", Map.of("personSituation", "traffickedAgain"));
        assertThat(person.open()).containsExactly("P1-07 state-police.tirane", "P4-02 health-ministry");
        person.complete("P1-07", Map.of("shelterNeeded", false))
                .complete("P3-05")
                .complete("P3-06")
                .complete("P3-07")
                .complete("P3-08")
                .complete("P3-09");
        assertThat(person.open()).containsExactly("P4-01 vatra", "P4-02 health-ministry");
        person.complete("P4-01");
        assertThat(person.open()).containsExactly("P4-02 health-ministry", "P4-08 vatra");
        assertThat(person.fact("phase")).contains("emergency");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anIncidentReopensTheReintegrationInTheProgrammeAsInTheFollowUp(boolean programmeOver) {
        Case person = requested(Map.of());
        if (programmeOver) {
            leave(person);
        }
        runtime.createMessageCorrelation("reintegration.reopened")
                .processInstanceBusinessKey(person.number())
                .correlateAll();
        assertThat(person.open()).containsExactly("P1-07 state-police.tirane", "P4-02 health-ministry");
        assertThat(person.waits()).isEmpty();
    }

    @Test
    void aMissedRequestReachesTheSupervisorAndThenTheSecretariat() {
        Case person =
                cases.stage("reintegration", Map.of("caseManager", "vatra")).miss("P4-01");
        assertThat(person.ladder()).containsExactly("E1 vatra.lead");
        person.miss("E1");
        assertThat(person.ladder()).containsExactly("E3 ra-secretariat");
    }

    /** Monitors: long-term care and jobs are lacking, worst for child victims and victims with children. */
    @ParameterizedTest
    @ValueSource(strings = {"adult", "child", "doubt"})
    void longTermCareIsOwedToChildrenAsToAdultsAndEachServiceHasAClock(String ageGroup) {
        Case person = cases.stage("reintegration", Map.of("caseManager", "vatra", "ageGroup", ageGroup))
                .complete("P4-01", WANTED);
        assertThat(person.tasks()).hasSize(10).allSatisfy(task -> assertThat(person.due(task))
                .isAfter(tirane("2026-09-14T10:00")));
    }

    @Test
    void everyProcessOfTheReintegrationCarriesTheCaseNumber() {
        Case person = requested(WANTED).letTimePass();
        assertThat(person.instances().map(ProcessInstance::getBusinessKey)).containsOnly(person.number());
        assertThat(person.running())
                .contains("plan-services", "reintegration", "reintegration-programme", "service-request");
    }

    private Case requested(Map<String, Object> services) {
        return cases.stage("reintegration", Map.of("caseManager", "vatra")).complete("P4-01", services);
    }

    private static void leave(Case person) {
        person.complete("P4-08").complete("P4-08").complete("P4-08");
    }
}
