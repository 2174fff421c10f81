package al.nrm.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import al.nrm.Case;
import al.nrm.Cases;
import al.nrm.ProcessTest;
import al.nrm.TiraneTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** No user task of any model is without a clock: its due date, its timer and its row of the table say one thing. */
@ProcessTest
@TiraneTime("2026-10-22T16:45:30.123")
class DeadlineOfEveryTaskTest {

    private static final Map<String, Object> ROLES = Map.ofEntries(
            Map.entry("county", "tirane"),
            Map.entry("ageGroup", "adult"),
            Map.entry("channel", "patrol"),
            Map.entry("reportingInstitution", "state-police.tirane"),
            Map.entry("shelter", "vatra"),
            Map.entry("caseManager", "vatra"),
            Map.entry("policeSide", "state-police-at.tirane"),
            Map.entry("requestKeeper", "state-social-service-regional.tirane"),
            Map.entry("institution", "state-police-at.tirane"),
            Map.entry("serviceProvider", "vatra"),
            Map.entry("competentProsecution", "prosecution.tirane"),
            Map.entry("supervisor", "vatra.lead"),
            Map.entry("roleKeeper", "vatra"),
            Map.entry("raSeat", "ra-seat.shelters-coalition"),
            Map.entry("bookedBy", "iom"),
            Map.entry("rung", "E1"),
            Map.entry("rungHours", 12));

    private static final String SOME_DAY = "2026-11-20";

    @Autowired
    Cases cases;

    @Autowired
    RuntimeService runtime;

    @Autowired
    DeadlineTable table;

    @Autowired
    WorkingCalendar calendar;

    @Autowired
    Clock clock;

    @ParameterizedTest(name = "{1} of {0}")
    @MethodSource("userTasks")
    void isDueWhenItsTimerFires(String process, String element) {
        Case person = openedAt(process, element);
        Task task = person.tasks().toList().get(0);
        String row = (String) runtime.getVariableLocal(task.getExecutionId(), Deadline.CLOCK);
        // Every rung has one and the same clock: that of the ladder, which here stands at E1.
        assertThat(person.open())
                .singleElement()
                .asString()
                .matches(open -> open.startsWith("E") || (row + "-").startsWith(open.split(" ")[0] + "-"));
        DeadlineRule rule = table.rule(row, fact -> runtime.getVariable(task.getExecutionId(), fact));
        int amount = anchored("before", process, element).isPresent() ? -rule.amount() : rule.amount();
        Instant start = anchored("from|before", process, element)
                        .filter(event -> !event.equals("reportedAt"))
                        .isPresent()
                ? WorkingCalendar.momentOf(SOME_DAY)
                : clock.instant();
        assertThat(person.due(task)).isEqualTo(calendar.after(start, amount, rule.unit()));
    }

    /** The variable with the day that the task's clock counts from or back from; none where it counts from the opening. */
    private static Optional<String> anchored(String call, String process, String element) {
        Pattern clock = Pattern.compile("\\$\\{deadline\\.(?:" + call + ")\\(execution, '[^']*', '(\\w+)'\\)}");
        return Bpmn.readModelFromFile(Path.of("processes", process + ".bpmn").toFile())
                .getModelElementsByType(BoundaryEvent.class)
                .stream()
                .filter(event -> event.getAttachedTo().getId().equals(element))
                .map(event -> clock.matcher(event.getRawTextContent()))
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst();
    }

    static List<Arguments> userTasks() throws IOException {
        try (Stream<Path> models = Files.list(Path.of("processes"))) {
            return models.filter(file -> file.toString().endsWith(".bpmn"))
                    .sorted()
                    .map(file -> Bpmn.readModelFromFile(file.toFile()))
                    .flatMap(model -> model.getModelElementsByType(UserTask.class).stream()
                            .map(task -> Arguments.of(
                                    model.getModelElementsByType(Process.class)
                                            .iterator()
                                            .next()
                                            .getId(),
                                    task.getId())))
                    .toList();
        }
    }

    /** The task as it opens in a case that holds every role a model may ask for. */
    private Case openedAt(String process, String element) {
        String number = "NRM-2026-" + element;
        ProcessInstance instance = runtime.createProcessInstanceByKey(process)
                .businessKey(number)
                .setVariables(ROLES)
                .setVariable(anchored("from|before", process, element).orElse("caseNumber"), SOME_DAY)
                .setVariable("caseNumber", number)
                .setVariable("reportedAt", Date.from(clock.instant()))
                .startBeforeActivity(element)
                .execute();
        return new Case(cases, instance.getId(), number);
    }
}
