package al.nrm.modelling;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;

/** Says in words what the table of deadlines holds for a step, with the conditions of its rows. */
final class DeadlineTexts {

    /** One row: its condition in words, and its outputs by name. */
    private record Row(String condition, Map<String, String> outputs) {

        String time() {
            int amount = number("amount");
            String unit = outputs.get("unit");
            String time = amount == 0 ? "at once" : amount + " " + (amount == 1 ? unit.replaceFirst("s$", "") : unit);
            String more = number("extensions") == 0
                    ? ""
                    : ", up to %d times %d more".formatted(number("extensions"), number("extensionAmount"));
            String pause = number("suspensionDays") == 0
                    ? ""
                    : ", suspended up to %d days".formatted(number("suspensionDays"));
            return time + more.replace("up to 1 times", "once") + pause;
        }

        private int number(String output) {
            return Integer.parseInt(outputs.get(output));
        }
    }

    private final Map<String, List<Row>> rowsByStep = new LinkedHashMap<>();

    DeadlineTexts(byte[] table) {
        DmnModelInstance model = Dmn.readModelFromStream(new ByteArrayInputStream(table));
        List<String> outputs = model.getModelElementsByType(Output.class).stream()
                .map(Output::getName)
                .toList();
        for (Rule rule : model.getModelElementsByType(Rule.class)) {
            List<String> given = rule.getInputEntries().stream()
                    .map(entry -> plain(entry.getTextContent()))
                    .toList();
            Map<String, String> said = new LinkedHashMap<>();
            rule.getOutputEntries().forEach(entry -> said.put(outputs.get(said.size()), plain(entry.getTextContent())));
            rowsByStep
                    .computeIfAbsent(given.get(0), step -> new ArrayList<>())
                    .add(new Row(condition(given.get(1), given.get(2)), said));
        }
    }

    /** The time that a row gives, such as "for a child: 6 hours; otherwise: 12 hours". */
    String time(String row) {
        return text(row, Row::time);
    }

    /** What a column says for a row. */
    String column(String row, String column) {
        return text(row, found -> found.outputs().get(column));
    }

    private String text(String row, Function<Row, String> column) {
        List<Row> rows = rowsByStep.getOrDefault(row, List.of());
        if (rows.stream().map(column).distinct().count() == 1) {
            return column.apply(rows.get(0));
        }
        return rows.stream()
                .map(found ->
                        (found.condition().isEmpty() ? "otherwise" : found.condition()) + ": " + column.apply(found))
                .collect(Collectors.joining("; "));
    }

    private static String condition(String ageGroups, String channel) {
        String who = ageGroups.isEmpty() ? "" : ageGroups.equals("child, doubt") ? "for a child" : "for " + ageGroups;
        String where =
                switch (channel) {
                    case "" -> "";
                    case "border" -> "at the border";
                    case "foreignReferral" -> "for a referral from abroad";
                    default -> "by " + channel;
                };
        return (who + " " + where).strip();
    }

    private static String plain(String cell) {
        return cell.replace("\"", "").strip();
    }
}
