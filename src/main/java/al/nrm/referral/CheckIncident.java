package al.nrm.referral;

import al.nrm.casefile.CaseNumbers;
import al.nrm.casefile.FormCheck;
import al.nrm.casefile.FormRefused;
import al.nrm.casefile.Submission;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/** Lets only those report an incident who have an open task of the case, and hands the incident the facts of the case. */
@Component
class CheckIncident implements FormCheck {

    /** What the steps of an incident need to know of the case (models {@code incident}, {@code safety-response} and {@code shelter-transfer}). */
    private static final List<String> NEEDED = List.of(
            "procedureVersion",
            "reportedAt",
            "reportingInstitution",
            "county",
            "channel",
            "ageGroup",
            "sex",
            "nationality",
            "interpreterLanguage",
            "caseManager",
            "shelter",
            "withChildren",
            "highSecurity",
            "placeFound",
            "injuriesVisible",
            "safeContactRule",
            "fullName",
            "dateOfBirth");

    private final RuntimeService runtime;
    private final TaskService tasks;

    CheckIncident(RuntimeService runtime, TaskService tasks) {
        this.runtime = runtime;
        this.tasks = tasks;
    }

    @Override
    public String form() {
        return "incident-report";
    }

    @Override
    public void check(Submission incident) {
        String caseNumber = CaseNumbers.asGiven((String) incident.value("caseNumber"));
        if (!hasOpenTask(incident, caseNumber)) {
            throw new FormRefused(
                    "caseNumber",
                    "you have no open task of a case with this number; where someone is in danger, call the police now");
        }
        incident.belongsTo(caseNumber);
        NEEDED.forEach(fact -> incident.put(fact, null));
        for (ProcessInstance stage : runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber)
                .list()) {
            runtime.getVariables(stage.getId(), NEEDED).forEach((fact, value) -> {
                if (value != null) {
                    incident.put(fact, value);
                }
            });
        }
    }

    private boolean hasOpenTask(Submission incident, String caseNumber) {
        return !incident.groups().isEmpty()
                && tasks.createTaskQuery()
                                .processInstanceBusinessKey(caseNumber)
                                .taskCandidateGroupIn(incident.groups())
                                .includeAssignedTasks()
                                .count()
                        > 0;
    }
}
