package al.nrm.referral;

import al.nrm.casefile.FormRefused;
import al.nrm.casefile.Submission;
import al.nrm.institution.Institutions;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

/** Sends a lapse in a role of the case to the group that keeps the role, and tells the supervisors of who leads the case. */
@Component
class CheckRoleLapse {

    private final Institutions institutions;
    private final TaskService tasks;

    CheckRoleLapse(Institutions institutions, TaskService tasks) {
        this.institutions = institutions;
        this.tasks = tasks;
    }

    void check(Submission incident) {
        String lead = (String) incident.value("caseManager");
        incident.put("roleKeeper", keeper(incident, lead));
        incident.put("supervisor", institutions.leadOf(lead).orElseThrow());
    }

    private String keeper(Submission incident, String lead) {
        switch ((String) incident.value("lapsedRole")) {
            case "interpreter":
                if (incident.value("interpreterLanguage") == null) {
                    throw new FormRefused("lapsedRole", "this case needs no interpreter");
                }
                if (tasks.createTaskQuery()
                                .processInstanceBusinessKey((String) incident.value("caseNumber"))
                                .taskDefinitionKey("Task_ArrangeInterpreter")
                                .count()
                        > 0) {
                    throw new FormRefused("lapsedRole", "the first interpreter is still being looked for");
                }
                return "interpreter-pool";
            case "guardian":
                if ("adult".equals(incident.value("ageGroup"))) {
                    throw new FormRefused("lapsedRole", "an adult has no guardian in this mechanism");
                }
                return "child-rights-agency";
            default:
                return lead;
        }
    }
}
