package al.nrm.modelling;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Accepts what a condition may say: variables, literals, comparisons, {@code and or not empty} and parentheses. No
 * member, index, call, arithmetic, choice or lambda can be written in it.
 */
final class Condition {

    /** Longer than any condition a person reads, and short enough for parentheses within parentheses. */
    private static final int LONGEST = 400;

    private static final Pattern TOKEN =
            Pattern.compile("\\s*('[^'\\\\${}#]*'|\\d+(?:\\.\\d+)?|[A-Za-z_]\\w*|==|!=|<=|>=|<|>|\\(|\\))\\s*");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*");
    private static final Set<String> COMPARISONS = Set.of("==", "!=", "<=", ">=", "<", ">");
    private static final Set<String> CONSTANTS = Set.of("true", "false", "null");
    private static final Set<String> PREFIXES = Set.of("not", "empty");
    private static final Set<String> RESERVED =
            Set.of("and", "or", "eq", "ne", "lt", "gt", "le", "ge", "div", "mod", "instanceof");

    private final List<String> tokens;
    private final Predicate<String> isVariable;
    private int next;

    private Condition(List<String> tokens, Predicate<String> isVariable) {
        this.tokens = tokens;
        this.isVariable = isVariable;
    }

    /**
     * @param text what stands between the braces
     * @param isVariable tells a variable's name from that of a bean or another object of the engine
     */
    static boolean isPlain(String text, Predicate<String> isVariable) {
        if (text.length() > LONGEST) {
            return false;
        }
        List<String> tokens = new ArrayList<>();
        Matcher token = TOKEN.matcher(text);
        int end = 0;
        while (token.find() && token.start() == end) {
            tokens.add(token.group(1));
            end = token.end();
        }
        Condition condition = new Condition(tokens, isVariable);
        return end == text.length() && condition.connected() && condition.next == tokens.size();
    }

    private boolean connected() {
        boolean plain = compared();
        while (plain && (take("and") || take("or"))) {
            plain = compared();
        }
        return plain;
    }

    private boolean compared() {
        boolean plain = operand();
        if (plain && next < tokens.size() && COMPARISONS.contains(tokens.get(next))) {
            next++;
            plain = operand();
        }
        return plain;
    }

    private boolean operand() {
        while (next < tokens.size() && PREFIXES.contains(tokens.get(next))) {
            next++;
        }
        if (take("(")) {
            return connected() && take(")");
        }
        return next < tokens.size() && isValue(tokens.get(next++));
    }

    private boolean isValue(String token) {
        if (token.startsWith("'") || Character.isDigit(token.charAt(0)) || CONSTANTS.contains(token)) {
            return true;
        }
        return NAME.matcher(token).matches()
                && !RESERVED.contains(token)
                && !PREFIXES.contains(token)
                && isVariable.test(token);
    }

    private boolean take(String token) {
        boolean there = next < tokens.size() && tokens.get(next).equals(token);
        next += there ? 1 : 0;
        return there;
    }
}
