package al.nrm.platform;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Says what a search may not ask: whoever may search or sort by a variable's value learns the value by guessing,
 * protected or not. The case number alone may be searched for; expressions are none of a caller's.
 */
final class SearchTerms {

    private static final Pattern BY_VALUE =
            Pattern.compile("(?i).*variables(InReturn)?|variableValue(?!sIgnoreCase$).*");
    private static final Pattern EXPRESSION = Pattern.compile("(?i).*expression");
    private static final Pattern SORTED_BY_VALUE = Pattern.compile("(?i).*variable");

    private static final String OPEN = "caseNumber";
    private static final Set<String> OPEN_OPERATORS = Set.of("eq", "like");
    private static final Pattern OPEN_TERM = Pattern.compile(OPEN + "_(eq|like)_[^,]*");

    private SearchTerms() {}

    /**
     * What is wrong with a search by parameters.
     *
     * @return a sentence that begins with the parameter's name; empty where nothing is
     */
    static Optional<String> refusal(Map<String, String[]> parameters) {
        return parameters.entrySet().stream()
                .flatMap(parameter -> Arrays.stream(parameter.getValue())
                        .map(value -> refusal(parameter.getKey(), value, isOpen(value))))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /**
     * What is wrong with a search by a body, at any depth of it.
     *
     * @return a sentence that begins with the field's name; empty where nothing is
     */
    static Optional<String> refusal(JsonNode body) {
        Stream<Optional<String>> here = body.properties().stream()
                .map(field -> refusal(field.getKey(), field.getValue().asText(), isOpen(field.getValue())));
        Stream<Optional<String>> below =
                StreamSupport.stream(body.spliterator(), false).map(SearchTerms::refusal);
        return Stream.concat(here, below).flatMap(Optional::stream).findFirst();
    }

    private static Optional<String> refusal(String name, String value, boolean open) {
        if (EXPRESSION.matcher(name).matches()) {
            return Optional.of(name + ": an expression is no part of a search");
        }
        if (name.equals("sortBy") && SORTED_BY_VALUE.matcher(value).matches()) {
            return Optional.of("sortBy: nothing is sorted by a variable");
        }
        return BY_VALUE.matcher(name).matches() && !(open && name.endsWith("ariables"))
                ? Optional.of(name + ": of all variables, only " + OPEN + " may be searched for (eq, like)")
                : Optional.empty();
    }

    private static boolean isOpen(String terms) {
        return Stream.of(terms.split(",", -1)).allMatch(OPEN_TERM.asMatchPredicate());
    }

    private static boolean isOpen(JsonNode terms) {
        return terms.isArray()
                && StreamSupport.stream(terms.spliterator(), false)
                        .allMatch(term -> term.path("name").asText().equals(OPEN)
                                && OPEN_OPERATORS.contains(term.path("operator").asText())
                                && term.path("value").isTextual());
    }
}
