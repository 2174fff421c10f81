package al.nrm.casefile;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where something failed, without what is said about it: a message may repeat the value that it failed with. Our own
 * exceptions never do, and keep theirs.
 */
final class FailureText {

    private static final Pattern PLACE = Pattern.compile("\\s+at \\S+\\(.*|\\s+\\.\\.\\. \\d+ .*");
    private static final Pattern CAUSE = Pattern.compile("(\\s*(?:Caused by|Suppressed): )(.*)");
    private static final Pattern CLASS = Pattern.compile("[\\w.$]+");
    private static final Pattern CODE = Pattern.compile("ENGINE-\\d+");

    private FailureText() {}

    static String of(Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        return ofTrace(trace.toString());
    }

    /** The classes and places of a printed stack trace. */
    static String ofTrace(String trace) {
        String first = trace.lines().findFirst().map(FailureText::head).orElse("");
        return trace.lines().skip(1).map(FailureText::line).collect(Collectors.joining("", first, ""));
    }

    /** A message that stands alone: the engine's code, where it has one. */
    static String ofMessage(String message) {
        if (message == null) {
            return null;
        }
        Matcher code = CODE.matcher(message);
        return code.lookingAt() ? code.group() : "The stack trace says where";
    }

    private static String line(String line) {
        if (PLACE.matcher(line).matches()) {
            return "\n" + line;
        }
        Matcher cause = CAUSE.matcher(line);
        return cause.matches() ? "\n" + cause.group(1) + head(cause.group(2)) : "";
    }

    private static String head(String head) {
        if (head.startsWith("al.nrm.")) {
            return head;
        }
        Matcher type = CLASS.matcher(head);
        return type.lookingAt() ? type.group() : "";
    }
}
