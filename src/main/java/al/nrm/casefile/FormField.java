package al.nrm.casefile;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.ObjectValue;
import org.camunda.bpm.engine.variable.value.PrimitiveValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.plugin.variable.SpinValues;
import org.camunda.spin.plugin.variable.value.JsonValue;

/** One field of a form: who may fill it, when it is asked, and what it accepts. */
record FormField(String key, boolean editable, boolean required, List<Condition> hides, FieldRule rule) {

    FormField {
        hides = List.copyOf(hides);
    }

    /** The same field with another list of values. */
    FormField offering(Collection<String> values) {
        if (!(rule instanceof ChoiceRule choice)) {
            throw new IllegalArgumentException("the field '" + key + "' has no list of values");
        }
        return new FormField(key, editable, required, hides, new ChoiceRule(Set.copyOf(values), choice.several()));
    }

    boolean isHidden(Map<String, Object> context) {
        return hides.stream().anyMatch(condition -> condition.holds(context));
    }

    /** @throws Finding where the field cannot hold it */
    Object read(TypedValue sent) {
        return rule.read(plain(sent));
    }

    boolean lacksAnswer(Object value) {
        return required && rule.isMissing(value);
    }

    /** What the engine was sent, as plain Java. Content that would first have to be deserialised stays closed, and no rule accepts it. */
    private static Object plain(TypedValue sent) {
        if (sent == null || sent instanceof PrimitiveValue<?>) {
            return sent == null ? null : sent.getValue();
        }
        if (sent instanceof JsonValue json) {
            String text = json.getValueSerialized();
            return ChoiceRule.parse(text == null ? String.valueOf(json.getValue()) : text);
        }
        if (sent instanceof ObjectValue object && !object.isDeserialized()) {
            return object;
        }
        return sent.getValue();
    }

    /** What a rule has read, as the engine stores it: lists as JSON. */
    static TypedValue typed(Object value) {
        if (value instanceof List<?> list) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            list.forEach(entry -> array.add(entry.toString()));
            return SpinValues.jsonValue(array.toString()).create();
        }
        if (value instanceof Boolean answer) {
            return Variables.booleanValue(answer);
        }
        if (value instanceof Integer number) {
            return Variables.integerValue(number);
        }
        if (value instanceof Double number) {
            return Variables.doubleValue(number);
        }
        return value == null ? Variables.untypedNullValue() : Variables.stringValue((String) value);
    }
}
