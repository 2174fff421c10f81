package al.nrm.casefile;

import com.fasterxml.jackson.databind.node.TextNode;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.json.SpinJsonNode;
import org.camunda.spin.plugin.variable.SpinValues;

/** Keeps a text of any length in a variable: as JSON, because the engine's own text ends at 4,000 characters. */
public final class LongText {

    private LongText() {}

    /**
     * The text as a variable holds it; a form shows it like any other.
     *
     * @param text of any length
     * @return what to set the variable to
     */
    public static TypedValue of(String text) {
        return SpinValues.jsonValue(TextNode.valueOf(text).toString()).create();
    }

    /**
     * The text of a variable.
     *
     * @param value the variable's value: a long text, or a plain one
     * @return the text, or null where there is none
     */
    public static String read(Object value) {
        return value instanceof SpinJsonNode json ? json.stringValue() : (String) value;
    }
}
