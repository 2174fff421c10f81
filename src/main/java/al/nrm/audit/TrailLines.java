package al.nrm.audit;

import al.nrm.language.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.springframework.stereotype.Component;

/** Puts records into words that a person reads: when, what, by whom, at which step, in time or not. */
@Component
class TrailLines {

    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm:ss").withZone(ZoneId.of("Europe/Tirane"));

    private static final List<String> TOLD = List.of("route", "status", "shown", "group", "assignee", "person", "end");

    private final HistoryService history;

    TrailLines(HistoryService history) {
        this.history = history;
    }

    record Line(String at, String what, String who, String step, String inTime, boolean late, String more) {}

    List<Line> of(String caseNumber, List<TrailRow> rows, Map<String, String> texts) {
        Map<String, String> names = new HashMap<>();
        history.createHistoricTaskInstanceQuery()
                .processInstanceBusinessKey(caseNumber)
                .list()
                .forEach(task -> names.put(task.getId(), name(task)));
        history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber)
                .list()
                .forEach(process -> names.put(process.getId(), name(process)));
        return rows.stream()
                .map(row -> line(row, names.getOrDefault(row.subject(), ""), texts))
                .toList();
    }

    static String local(Instant instant) {
        return LOCAL.format(instant);
    }

    private static Line line(TrailRow row, String step, Map<String, String> texts) {
        String due = row.details().get("due");
        boolean completed = row.kind().equals("task.completed") && due != null;
        boolean late = completed && row.at().isAfter(Instant.parse(due));
        return new Line(
                local(row.at()),
                texts.getOrDefault("kind." + row.kind(), row.kind()),
                Objects.requireNonNullElse(row.who(), texts.getOrDefault("worker." + row.worker(), row.worker())),
                step,
                completed ? texts.get(late ? "late" : "inTime") : "",
                late,
                more(row, texts));
    }

    private static String name(HistoricTaskInstance task) {
        String process = task.getProcessDefinitionId().split(":")[0];
        return Words.name(process, task.getTaskDefinitionKey(), task.getName());
    }

    private static String name(HistoricProcessInstance process) {
        String key = process.getProcessDefinitionKey();
        return Words.name(key, key, process.getProcessDefinitionName());
    }

    private static Optional<String> due(TrailRow row, Map<String, String> texts) {
        return Optional.ofNullable(row.details().get("due"))
                .map(due -> texts.get("due").formatted(local(Instant.parse(due))));
    }

    /** By which route, who else it concerns and which of the case's data; of those the trail has the names alone. */
    private static String more(TrailRow row, Map<String, String> texts) {
        Map<String, String> details = row.details();
        Stream<String> told = row.kind().equals(Changes.VARIABLES_CHANGED)
                ? details.values().stream().map(change -> change.split(" ")[0]).distinct()
                : Stream.concat(TOLD.stream().map(details::get).filter(Objects::nonNull), due(row, texts).stream());
        return told.collect(Collectors.joining(" · "));
    }
}
