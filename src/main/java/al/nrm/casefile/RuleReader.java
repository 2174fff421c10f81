package al.nrm.casefile;

import static al.nrm.casefile.FormReader.flag;
import static al.nrm.casefile.FormReader.require;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Turns what a form says of a field into the rule that holds senders to it. */
final class RuleReader {

    private RuleReader() {}

    /** @throws IllegalArgumentException in words, where the server could not enforce what the form says */
    static FieldRule rule(JsonNode component, JsonNode validate) {
        String type = component.path("type").asText();
        return switch (type) {
            case "textfield", "textarea" ->
                new TextRule(
                        whole(validate, "minLength"),
                        whole(validate, "maxLength"),
                        pattern(validate),
                        word(
                                TextRule.Kind.class,
                                validate.path("validationType").asText("custom")));
            case "number" ->
                new NumberRule(
                        whole(component, "decimalDigits"),
                        decimal(validate, "min"),
                        decimal(validate, "max"),
                        decimal(component, "increment"),
                        flag(component, "serializeToString"));
            case "datetime" -> date(component);
            case "checkbox" -> BooleanRule.TICK;
            case "radio", "select" -> choice(component, false);
            case "checklist", "taglist" -> choice(component, true);
            default -> throw new IllegalArgumentException("the type '" + type + "' is not supported");
        };
    }

    private static FieldRule date(JsonNode component) {
        DateRule date = word(DateRule.class, component.path("subtype").asText("date"));
        String latest = component.at("/properties/latest").asText();
        if (latest.isEmpty()) {
            return date;
        }
        require(date == DateRule.DATE && latest.equals("today"), "the latest day can only be today");
        return new NoFutureDate();
    }

    /** The list of values makes the type: texts, or the two booleans of a Yes/No question. */
    private static FieldRule choice(JsonNode component, boolean several) {
        require(component.path("values").isArray(), "the values must be listed in the form");
        var texts = new HashSet<String>();
        var answers = new HashSet<Boolean>();
        for (JsonNode option : component.path("values")) {
            JsonNode value = option.path("value");
            require(value.isTextual() || value.isBoolean(), "a listed value must be a text, true or false");
            require(value.isBoolean() ? answers.add(value.asBoolean()) : texts.add(value.asText()), "a value twice");
        }
        if (answers.isEmpty()) {
            return new ChoiceRule(texts, several);
        }
        require(texts.isEmpty() && answers.size() == 2 && !several, "true and false go together and alone");
        return BooleanRule.YES_NO;
    }

    private static Integer whole(JsonNode parent, String name) {
        JsonNode node = parent.path(name);
        require(node.isMissingNode() || node.isInt(), "'" + name + "' must be a whole number");
        return node.isMissingNode() ? null : node.asInt();
    }

    private static BigDecimal decimal(JsonNode parent, String name) {
        JsonNode node = parent.path(name);
        require(node.isMissingNode() || node.isNumber(), "'" + name + "' must be a number");
        return node.isMissingNode() ? null : node.decimalValue();
    }

    private static Pattern pattern(JsonNode validate) {
        try {
            return validate.has("pattern")
                    ? Pattern.compile(validate.path("pattern").asText())
                    : null;
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("the pattern is no regular expression", e);
        }
    }

    private static <E extends Enum<E>> E word(Class<E> type, String word) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).equals(word)) {
                return constant;
            }
        }
        throw new IllegalArgumentException("'" + word + "' is not known");
    }
}
