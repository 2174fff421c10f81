package al.nrm.referral;

import al.nrm.casefile.CaseNumbers;
import al.nrm.casefile.FormCheck;
import al.nrm.casefile.FormRefused;
import al.nrm.casefile.Sight;
import al.nrm.casefile.Submission;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

/**
 * Lets only those report an incident who have an open task of the case or manage it, only what can be true of it, and once
 * while it is being dealt with.
 */
@Component
class CheckIncident implements FormCheck {

    /** The tasks that deal with an incident; a step is open once per responsible institution (contract, section 3). */
    private static final Map<String, String[]> DEALT_WITH_BY = Map.of(
            "immediateDanger", new String[] {"Task_SecureSafety"},
            "retrafficked", new String[] {"Task_SecureSafety"},
            "missing", new String[] {"Task_ReportMissingPerson"},
            "transfer", new String[] {"Task_ChooseShelter", "Task_AnswerTransferRequest"},
            "died", new String[] {"Task_AscertainDeath", "Task_ConfirmDeath"},
            "duplicate", new String[] {"Task_CompareCases"},
            "roleLapsed", new String[] {"Task_NameReplacement", "Task_ReplaceInterpreter", "Task_SettleLapse"});

    private final TaskService tasks;
    private final CaseSoFar caseSoFar;
    private final CaseNumbers numbers;
    private final CheckRoleLapse roles;

    CheckIncident(TaskService tasks, CaseSoFar caseSoFar, CaseNumbers numbers, CheckRoleLapse roles) {
        this.tasks = tasks;
        this.caseSoFar = caseSoFar;
        this.numbers = numbers;
        this.roles = roles;
    }

    @Override
    public String form() {
        return "incident-report";
    }

    @Override
    public void check(Submission incident) {
        String caseNumber = CaseNumbers.asGiven((String) incident.value("caseNumber"));
        require(
                hasOpenTask(incident, caseNumber) || caseSoFar.isLedBy(incident.groups(), caseNumber),
                "caseNumber",
                "you have no open task of a case with this number; where someone is in danger, call the police now");
        numbers.holdYearOf(caseNumber);
        incident.belongsTo(caseNumber);
        caseSoFar.tell(incident, caseNumber);
        String what = (String) incident.value("incident");
        require(
                !isDealtWith(what, caseNumber),
                "incident",
                "this is reported already and its step is open; call whoever works on it and say what is new");
        switch (what) {
            case "missing" ->
                require(
                        incident.value("caseManager") != null,
                        "incident",
                        "the case has ended and nobody answers for it any more; report the person anew and call the police now");
            case "transfer" ->
                require(
                        incident.value("shelter") != null,
                        "incident",
                        "no shelter has accepted the person yet, so there is none to move from");
            case "consentWithdrawn" ->
                require(
                        caseSoFar.isConsentInForce(caseNumber),
                        "incident",
                        "no consent is in force that could be withdrawn; before the talk about consent, record the answer there");
            case "retrafficked" ->
                require(
                        caseSoFar.runs(caseNumber),
                        "incident",
                        "the case has ended and nobody answers for it any more; report the person anew and call the police now");
            case "planReview" ->
                require(caseSoFar.runs(caseNumber), "incident", "the case has ended, and its plan with it");
            case "died" -> require(caseSoFar.runs(caseNumber), "incident", "the case has ended already");
            case "duplicate" -> checkOtherCase(incident, caseNumber);
            case "roleLapsed" -> {
                require(caseSoFar.runs(caseNumber), "incident", "the case has ended, and its roles with it");
                roles.check(incident);
            }
            default ->
                // Danger is danger, whatever has become of the case.
                require(
                        incident.value("county") != null,
                        "incident",
                        "nobody knows yet in which county the person is; call the police now");
        }
    }

    private boolean hasOpenTask(Submission incident, String caseNumber) {
        return Sight.narrow(tasks.createTaskQuery().processInstanceBusinessKey(caseNumber), incident.groups())
                        .count()
                > 0;
    }

    private boolean isDealtWith(String incident, String caseNumber) {
        return DEALT_WITH_BY.containsKey(incident)
                && tasks.createTaskQuery()
                                .processInstanceBusinessKey(caseNumber)
                                .taskDefinitionKeyIn(DEALT_WITH_BY.get(incident))
                                .count()
                        > 0;
    }

    private void checkOtherCase(Submission incident, String caseNumber) {
        String other = CaseNumbers.asGiven((String) incident.value("otherCase"));
        require(
                caseSoFar.isConsentInForce(caseNumber),
                "incident",
                "before the talk about consent nobody is compared; screen the person first");
        require(
                !other.equals(caseNumber) && caseSoFar.runs(other),
                "otherCase",
                "no other case with this number is open");
        incident.put("otherCase", other);
    }

    private static void require(boolean holds, String field, String why) {
        if (!holds) {
            throw new FormRefused(field, why);
        }
    }
}
