package al.nrm.casefile;

import java.util.Map;
import org.camunda.bpm.dmn.feel.impl.scala.spin.SpinValueMapperFactory;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.camunda.feel.syntaxtree.ParsedExpression;

/** A form's FEEL condition, parsed once; it holds only where it is plainly true, so that an expression that fails hides nothing. */
record Condition(ParsedExpression expression) {

    private static final FeelEngineApi FEEL = FeelEngineBuilder.forJava()
            .withCustomValueMapper(new SpinValueMapperFactory().createInstance())
            .build();

    /**
     * @param source as the form has it, with the equals sign that marks an expression
     * @throws IllegalArgumentException in words, where it is no expression
     */
    static Condition parse(String source) {
        ParseResult parsed = FEEL.parseExpression(source.substring(Math.min(1, source.length())));
        if (!source.startsWith("=") || parsed.isFailure()) {
            throw new IllegalArgumentException(
                    "the condition '" + source + "' is no FEEL expression with '=' before it");
        }
        return new Condition(parsed.parsedExpression());
    }

    boolean holds(Map<String, Object> context) {
        return FEEL.evaluate(expression, context).toEither().fold(failure -> false, Boolean.TRUE::equals);
    }
}
