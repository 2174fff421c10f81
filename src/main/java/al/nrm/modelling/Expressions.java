package al.nrm.modelling;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells the few forms of expression that a model may use from all others (architecture, section 5). */
final class Expressions {

    /** Names that the engine resolves itself, before any variable. */
    private static final Set<String> ENGINE_OBJECTS =
            Set.of("execution", "task", "caseExecution", "authenticatedUserId");

    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{([^{}]*)}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*");
    private static final Pattern DEADLINE = Pattern.compile("\\$\\{deadline\\.of\\(execution, '([A-Za-z0-9-]+)'\\)}");
    private static final Pattern ANCHORED =
            Pattern.compile("\\$\\{deadline\\.(?:from|before)\\(execution, '([A-Za-z0-9-]+)', '[A-Za-z]\\w*'\\)}");
    private static final Pattern WAIT = Pattern.compile("\\$\\{deadline\\.every\\(execution, '([A-Za-z0-9-]+)'\\)}");

    private final Set<String> delegates;
    private final Set<String> callable;

    Expressions(Set<String> delegates, Set<String> callable) {
        this.delegates = delegates;
        this.callable = callable;
    }

    /** Whether the engine would evaluate that text. */
    static boolean isEvaluated(String text) {
        return text.contains("${") || text.contains("#{");
    }

    boolean isDelegate(String text) {
        return text != null && delegates.contains(inner(text));
    }

    boolean isVariable(String text) {
        String name = inner(text);
        return NAME.matcher(name).matches() && isCondition(text);
    }

    boolean isCondition(String text) {
        return Condition.isPlain(inner(text), this::isVariableName);
    }

    boolean isCaseNumber(String text) {
        return "#{execution.processBusinessKey}".equals(text);
    }

    boolean isDueDate(String text) {
        return "${dueAt}".equals(text);
    }

    boolean isRungTime(String text) {
        return "${deadline.ofRung(execution)}".equals(text);
    }

    /** The row of the table of deadlines that a step's clock names, where the text is such a clock. */
    static Optional<String> deadlineRow(String text) {
        return row(DEADLINE, text).or(() -> row(ANCHORED, text));
    }

    /** The row of the table of deadlines that a repeating wait names, where the text is such a wait. */
    static Optional<String> waitRow(String text) {
        return row(WAIT, text);
    }

    private static Optional<String> row(Pattern call, String text) {
        Matcher matched = call.matcher(text);
        return matched.matches() ? Optional.of(matched.group(1)) : Optional.empty();
    }

    private boolean isVariableName(String name) {
        return !ENGINE_OBJECTS.contains(name) && !delegates.contains(name) && !callable.contains(name);
    }

    /** What stands between the braces; empty, and thereby nothing that is allowed, where it is not one plain pair. */
    private static String inner(String text) {
        Matcher matched = EXPRESSION.matcher(text);
        return matched.matches() ? matched.group(1) : "";
    }
}
