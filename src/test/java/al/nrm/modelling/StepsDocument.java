package al.nrm.modelling;

import java.util.List;

/** Lays {@code docs/steps.md} out: a table of the steps, and one of the ladder's rungs. */
final class StepsDocument {

    private StepsDocument() {}

    /** The whole page, in Markdown. */
    static String of(List<Steps.Row> rows) {
        StringBuilder page = new StringBuilder("""
                # The steps of the standard operating procedures

                Written from `processes/`, `forms/` and the directory of institutions; do not edit it by hand:
                `mvn test -Dtest=StepsDocumentTest -Dnrm.steps.write=true` writes it anew. A deadline counts from the moment the
                task opens, unless it names the field with its day. What happens when it is missed: the ladder's rungs, one after the other, each with a task of its own
                (second table). *verified* means that a source gives the value, *default* that it is a proposal until one does.

                """);
        page.append(line(
                "Step",
                "Process",
                "Element",
                "Institution",
                "Deadline",
                "Ladder",
                "Legal basis",
                "Status",
                "Form",
                "Test"));
        page.append(line("---", "---", "---", "---", "---", "---", "---", "---", "---", "---"));
        rows.stream()
                .filter(row -> !row.isRung())
                .forEach(row -> page.append(line(
                        row.step(),
                        picture(row.process()),
                        row.element(),
                        row.institution(),
                        row.deadline(),
                        row.ladder(),
                        row.legalBasis(),
                        row.status(),
                        "`" + row.form() + "`",
                        "`" + row.test() + "`")));
        page.append("\n## The rungs of the ladder\n\n");
        page.append(line(
                "Rung",
                "Process",
                "Element",
                "Institution",
                "Time, unless the step's row says otherwise",
                "Form",
                "Test"));
        page.append(line("---", "---", "---", "---", "---", "---", "---"));
        rows.stream()
                .filter(Steps.Row::isRung)
                .forEach(row -> page.append(line(
                        row.step(),
                        picture(row.process()),
                        row.element(),
                        row.institution(),
                        row.deadline(),
                        "`" + row.form() + "`",
                        "`" + row.test() + "`")));
        return page.toString();
    }

    private static String picture(String process) {
        return "[%s](img/%s.svg)".formatted(process, process);
    }

    private static String line(String... cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }
}
