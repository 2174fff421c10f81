package al.nrm.modelling;

import al.nrm.institution.Institutions;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;

/** Gives every step its SOP number, one responsible institution and a form (architecture, section 3). */
final class TaskRules {

    private static final Set<String> PROPERTIES = Set.of("sopStep", "notBy", "outlivesCase", "noFiles");

    /** They look over all cases and work on none. */
    private static final Set<String> WITHOUT_TASKS = Set.of("auditor", "system-admin");

    private static final Pattern STEP = Pattern.compile("P\\d{1,2}-\\d{2}|E[1-5]");

    private final Institutions institutions;
    private final Deployed deployed;
    private final Findings findings;

    TaskRules(Institutions institutions, Deployed deployed, Findings findings) {
        this.institutions = institutions;
        this.deployed = deployed;
        this.findings = findings;
    }

    void check(BpmnModelInstance model) {
        for (CamundaProperty property : model.getModelElementsByType(CamundaProperty.class)) {
            String name = property.getCamundaName();
            findings.require(
                    PROPERTIES.contains(name),
                    "property",
                    String.valueOf(name),
                    "is no property that this house reads");
        }
        String process = model.getModelElementsByType(Process.class).stream()
                .map(Process::getId)
                .findFirst()
                .orElse("");
        ClockRules clocks = new ClockRules(process, model, deployed, findings);
        for (UserTask task : model.getModelElementsByType(UserTask.class)) {
            List<String> steps = ModelReader.steps(task);
            findings.require(
                    !steps.isEmpty()
                            && steps.stream()
                                    .allMatch(step -> STEP.matcher(step).matches()),
                    "sop-step",
                    task.getId(),
                    "has no sopStep such as P1-04 or E1");
            checkGroup(task);
            checkForm(task, process);
            findings.require(
                    "${dueAt}".equals(task.getCamundaDueDate()),
                    "due-date",
                    task.getId(),
                    "does not take its due date from its timer, ${dueAt}");
            clocks.check(task, steps);
        }
    }

    private void checkGroup(UserTask task) {
        String group = task.getCamundaCandidateGroups();
        boolean known = group != null
                && !WITHOUT_TASKS.contains(group)
                && (Institutions.roles().contains(group)
                        || institutions.isGroup(group)
                        || institutions.byGroup(group).isPresent());
        findings.require(
                known,
                "candidate-group",
                task.getId(),
                "'%s' is not exactly one institution, group or role of the case",
                group);
    }

    private void checkForm(UserTask task, String process) {
        String form = task.getCamundaFormRef();
        findings.require(
                "deployment".equals(task.getCamundaFormRefBinding()),
                "task-form",
                task.getId(),
                "does not bind its form to the deployment");
        findings.require(
                deployed.forms().contains(String.valueOf(form)),
                "task-form",
                task.getId(),
                "names form '%s', which the deployment does not hold",
                form);
        findings.require(
                (process + kebab(task.getId())).equals(form),
                "form-name",
                task.getId(),
                "names form '%s' and not '%s'",
                form,
                process + kebab(task.getId()));
    }

    private static String kebab(String taskId) {
        return taskId.replaceFirst("^Task_", "").replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
