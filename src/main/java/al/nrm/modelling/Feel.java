package al.nrm.modelling;

import camundajar.impl.scala.Product;
import camundajar.impl.scala.Tuple2;
import camundajar.impl.scala.collection.Iterable;
import camundajar.impl.scala.collection.Iterator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.camunda.feel.syntaxtree.ConstNumber;
import org.camunda.feel.syntaxtree.ConstString;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.camunda.feel.syntaxtree.FunctionParameters;
import org.camunda.feel.syntaxtree.IterationContext;
import org.camunda.feel.syntaxtree.Ref;

/**
 * A FEEL text as its own parser reads it: it may compare and, in a decision, count and look through lists with listed
 * functions; nothing in it defines a function, calls another or goes on without end.
 */
final class Feel {

    private static final FeelEngineApi PARSER = FeelEngineBuilder.forJava().build();

    /** Longer than any text a person reads, and too short to keep the parser busy. */
    private static final int LONGEST = 2000;

    private static final int DEEPEST = 12;
    private static final BigDecimal LARGEST = BigDecimal.valueOf(100_000);

    private static final Set<String> COMPARING = Set.of(
            "Ref",
            "Equal",
            "LessThan",
            "LessOrEqual",
            "GreaterThan",
            "GreaterOrEqual",
            "Conjunction",
            "Disjunction",
            "Not",
            "ConstString",
            "ConstNumber",
            "ConstBool",
            "ConstNull");

    private static final Set<String> DECIDING = Set.of(
            "UnaryTestExpression",
            "AtLeastOne",
            "InputEqualTo",
            "InputLessThan",
            "InputLessOrEqual",
            "InputGreaterThan",
            "InputGreaterOrEqual",
            "InputInRange",
            "ConstInputValue",
            "ConstRange",
            "ClosedConstRangeBoundary",
            "OpenConstRangeBoundary",
            "ClosedRangeBoundary",
            "OpenRangeBoundary",
            "In",
            "If",
            "Filter",
            "PathExpression",
            "ConstList",
            "ConstContext",
            "ConstDate",
            "For",
            "SomeItem",
            "EveryItem",
            "IterationContext",
            "Addition",
            "Subtraction",
            "ArithmeticNegation",
            "FunctionInvocation",
            "PositionalFunctionParameters");

    private static final Set<String> FUNCTIONS = Set.of(
            "contains",
            "count",
            "date",
            "distinct values",
            "ends with",
            "index of",
            "list contains",
            "lower case",
            "matches",
            "max",
            "min",
            "not",
            "split",
            "starts with",
            "string",
            "string join",
            "sum",
            "upper case");

    /** Of these, an argument is a regular expression. */
    private static final Set<String> PATTERNED = Set.of("matches", "split");

    private final boolean deciding;
    private final Set<String> read = new HashSet<>();
    private final Set<String> ownNames = new HashSet<>(Set.of("item"));
    private final List<String> refusals = new ArrayList<>();
    private int countings;

    private Feel(boolean deciding) {
        this.deciding = deciding;
    }

    /** Tests of a decision's cell, which compare what stands in its column's head. */
    static Feel ofTests(String text) {
        return of(text, true, true);
    }

    /** An expression of a decision. */
    static Feel ofDecision(String text) {
        return of(text, true, false);
    }

    /** The condition of a form's field, without the equals sign before it. */
    static Feel ofForm(String text) {
        return of(text, false, false);
    }

    private static Feel of(String text, boolean deciding, boolean tests) {
        Feel feel = new Feel(deciding);
        if (text.length() > LONGEST || isDeep(text)) {
            feel.refusals.add("is too long or too deep for anybody to read");
            return feel;
        }
        ParseResult parsed = tests ? PARSER.parseUnaryTests(text) : PARSER.parseExpression(text);
        if (parsed.isFailure()) {
            feel.refusals.add("is no FEEL");
        } else {
            feel.walk(parsed.parsedExpression().expression());
        }
        return feel;
    }

    private static boolean isDeep(String text) {
        int depth = 0;
        int deepest = 0;
        for (char sign : text.toCharArray()) {
            depth += "([{".indexOf(sign) >= 0 ? 1 : ")]}".indexOf(sign) >= 0 ? -1 : 0;
            deepest = Math.max(deepest, depth);
        }
        return deepest > DEEPEST;
    }

    /** What is wrong with it; empty where nothing is. */
    Optional<String> refusal() {
        return refusals.stream().findFirst();
    }

    /** The variables that it reads, without the names that it gives itself. */
    Set<String> variables() {
        Set<String> variables = new HashSet<>(read);
        variables.removeAll(ownNames);
        return variables;
    }

    private void walk(Object node) {
        if (node instanceof Tuple2<?, ?> named && named._1() instanceof String name) {
            ownNames.add(name);
        }
        if (node instanceof Exp expression) {
            check(expression);
        }
        if (node instanceof Iterable<?> list) {
            walkAll(list.iterator());
        } else if (node instanceof Product product) {
            walkAll(product.productIterator());
        }
    }

    private void walkAll(Iterator<?> parts) {
        while (parts.hasNext()) {
            walk(parts.next());
        }
    }

    private static boolean hasSlowPattern(FunctionParameters arguments) {
        boolean slow = false;
        Iterable<?> values = (Iterable<?>) ((Product) arguments).productElement(0);
        for (Iterator<?> all = values.iterator(); all.hasNext(); ) {
            slow |= all.next() instanceof ConstString text
                    && FormRules.SLOW.matcher(text.value()).find();
        }
        return slow;
    }

    private void check(Exp expression) {
        String kind = expression.getClass().getSimpleName().replace("$", "");
        if (!COMPARING.contains(kind) && !(deciding && DECIDING.contains(kind))) {
            refusals.add("is more than it may be (" + kind + ")");
        } else if (expression instanceof FunctionInvocation call && !FUNCTIONS.contains(call.function())) {
            refusals.add("calls '" + call.function() + "', which is not listed");
        } else if (expression instanceof FunctionInvocation call
                && PATTERNED.contains(call.function())
                && hasSlowPattern(call.params())) {
            refusals.add("has a pattern that could take too long to match");
        } else if (expression instanceof ConstNumber number
                && number.value().bigDecimal().abs().compareTo(LARGEST) > 0) {
            refusals.add("has a number larger than " + LARGEST);
        } else if (expression instanceof IterationContext && ++countings > 1) {
            refusals.add("counts more than once");
        } else if (expression instanceof Ref name && name.names().size() > 1) {
            refusals.add("looks into '" + name.names().head() + "'");
        } else if (expression instanceof Ref name) {
            read.add(name.names().head());
        }
    }
}
