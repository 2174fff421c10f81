package al.nrm.modelling;

import static java.util.Map.entry;

import al.nrm.institution.Institution;
import al.nrm.institution.Institutions;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** Reads from the models which element carries out each step of the SOP, by whom, until when and on what basis. */
final class Steps {

    /**
     * One step as one element carries it out.
     *
     * @param test the class that plays the element's process
     */
    record Row(
            String step,
            String process,
            String element,
            String institution,
            String deadline,
            String ladder,
            String legalBasis,
            String status,
            String form,
            String test) {

        boolean isRung() {
            return step.startsWith("E");
        }
    }

    private static final Map<String, String> ROLES = Map.ofEntries(
            entry("${reportingInstitution}", "the institution that reported"),
            entry("${serviceProvider}", "the institution that was asked for the service"),
            entry("${shelter}", "the shelter that is asked"),
            entry("${caseManager}", "the case manager's institution"),
            entry(
                    "${policeSide}",
                    "the team's police side: Border Police at the border, otherwise the anti-trafficking police"),
            entry("${requestKeeper}", "State Social Service, regional; for a child the child protection unit"),
            entry("${competentProsecution}", "the competent prosecution: the county's, or the special one"),
            entry("${institution}", "each institution of the team"),
            entry(
                    "${supervisor}",
                    "the supervisor of the institution that is late or leads the case, or who opened the case in an emergency"),
            entry("${raSeat}", "the Responsible Authority's member who answers for that institution"),
            entry(
                    "${roleKeeper}",
                    "whoever keeps the role: the case manager's institution, or the child rights agency for a guardian"),
            entry("${bookedBy}", "whoever booked it"));

    private static final Pattern ANCHORED =
            Pattern.compile("\\$\\{deadline\\.(from|before)\\(execution, '[^']*', '(\\w+)'\\)}");

    private final Map<String, byte[]> resources;
    private final DeadlineTexts deadlines;
    private final Institutions institutions = new Institutions();

    Steps(Map<String, byte[]> resources) {
        this.resources = resources;
        this.deadlines = new DeadlineTexts(resources.get(Deployed.DEADLINES));
    }

    /** All steps, in the order of their numbers and then of the processes' names. */
    List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        resources.forEach((name, content) -> {
            if (name.endsWith(".bpmn")) {
                BpmnModelInstance model = Bpmn.readModelFromStream(new ByteArrayInputStream(content));
                model.getModelElementsByType(StartEvent.class)
                        .forEach(start -> addRows(rows, model, start, start.getCamundaFormRef()));
                model.getModelElementsByType(UserTask.class)
                        .forEach(task -> addRows(rows, model, task, task.getCamundaFormRef()));
            }
        });
        rows.sort(Comparator.comparing(Steps::numbered)
                .thenComparing(Row::process)
                .thenComparing(Row::element));
        return rows;
    }

    /** {@code P10-02} stands behind {@code P9-03}, and the rungs stand last. */
    private static String numbered(Row row) {
        return row.isRung() ? "Q" + row.step() : row.step().replaceFirst("^P(?=\\d-)", "P0");
    }

    private void addRows(List<Row> rows, BpmnModelInstance model, FlowNode node, String form) {
        String process =
                model.getModelElementsByType(Process.class).iterator().next().getId();
        for (String step : ModelReader.steps(node)) {
            String clock = clock(model, node, step);
            String counted = node instanceof UserTask task ? counted(model, task) : "";
            rows.add(new Row(
                    step,
                    process,
                    node.getName(),
                    node instanceof UserTask task ? institution(task.getCamundaCandidateGroups()) : starters(process),
                    deadlines.time(clock) + counted,
                    deadlines.column(clock, "ladder"),
                    deadlines.column(clock, "legalBasis"),
                    deadlines.column(clock, "status"),
                    String.valueOf(form),
                    testOf(process)));
        }
    }

    /** The row of the table that the task's own timer names; a report and a rung have the row of their step. */
    private static String clock(BpmnModelInstance model, FlowNode node, String step) {
        return node instanceof UserTask task
                ? ModelReader.clocks(model, task).stream()
                        .flatMap(event -> Expressions.deadlineRow(ModelReader.timeDate(event)).stream())
                        .findFirst()
                        .orElse(step)
                : step;
    }

    /** Which day or moment a clock counts from or back from, by the label of its field; empty where it counts from the opening. */
    private String counted(BpmnModelInstance model, UserTask task) {
        return ModelReader.clocks(model, task).stream()
                .map(event -> ANCHORED.matcher(ModelReader.timeDate(event)))
                .filter(Matcher::matches)
                .map(clock -> " %s “%s”".formatted(clock.group(1), label(clock.group(2))))
                .findFirst()
                .orElse("");
    }

    private String label(String field) {
        if (field.equals("reportedAt")) {
            return "Reported";
        }
        Pattern labelled = Pattern.compile("\"key\": \"" + field + "\",\\s*\"(?:dateL|l)abel\": \"([^\"]*)\"");
        return resources.entrySet().stream()
                .filter(resource -> resource.getKey().endsWith(".form"))
                .map(form -> labelled.matcher(new String(form.getValue(), StandardCharsets.UTF_8)))
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst()
                .orElse(field);
    }

    /** Who begins a process by its start form; nobody in particular where no institution has that right. */
    private String starters(String process) {
        if (process.equals("referral")) {
            return "any first responder";
        }
        return institutions.all().stream()
                .filter(institution -> institution.mayStart().contains(process))
                .map(Steps::name)
                .collect(Collectors.joining("; "));
    }

    private String institution(String group) {
        return ROLES.containsKey(group)
                ? ROLES.get(group)
                : institutions.byGroup(group).map(Steps::name).orElse("");
    }

    private static String name(Institution institution) {
        return institution.nameEn() + (institution.byCounty() ? ", of the county" : "");
    }

    /** {@code formal-identification} is played by {@code FormalIdentificationProcessTest}. */
    private static String testOf(String process) {
        return Arrays.stream(process.split("-"))
                        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                        .collect(Collectors.joining())
                + "ProcessTest";
    }
}
