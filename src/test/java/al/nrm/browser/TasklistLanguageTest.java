package al.nrm.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tasklist's own words, and those of the forms' library within it, are all there in Albanian: as many as the shipped files have. */
class TasklistLanguageTest {

    private static final String WEB_APPS = "META-INF/resources/webjars/camunda/";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{[^}]*}}");
    private static final Predicate<URL> SHIPPED = url -> url.getProtocol().equals("jar");
    private static final Predicate<URL> OURS = SHIPPED.negate();

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome"})
    void everyShippedLabelHasItsAlbanianAndEveryPlaceholderStaysInIt(String application) {
        Map<String, String> shipped = labels(application, "en", SHIPPED);
        Map<String, String> albanian = labels(application, "sq", OURS);
        Map<String, String> english = application.equals("tasklist") ? labels(application, "en", OURS) : shipped;

        assertThat(albanian).containsOnlyKeys(shipped.keySet());
        assertThat(english).containsOnlyKeys(shipped.keySet());
        assertThat(albanian).allSatisfy((key, text) -> {
            assertThat(text)
                    .as(key)
                    .matches(albanianText ->
                            !albanianText.isBlank() || english.get(key).isBlank());
            assertThat(placeholders(text)).as("placeholders of %s", key).isEqualTo(placeholders(english.get(key)));
        });
    }

    @Test
    void theAlbanianIsNotTheEnglish() {
        Map<String, String> english = labels("tasklist", "en", SHIPPED);
        assertThat(labels("tasklist", "sq", OURS).entrySet())
                .filteredOn(label -> label.getValue().equals(english.get(label.getKey())))
                .extracting(Map.Entry::getKey)
                .allMatch(key ->
                        List.of("ADMIN_APP", "COCKPIT_APP", "NO_TASK_FORM").contains(key)
                                || english.get(key).matches("[^A-Za-z]*|&lt;.*|<.*>"));
    }

    @Test
    void aDateIsDayMonthYearAndTheWeekBeginsOnMonday() {
        JsonNode dates = json("tasklist", "sq", OURS).path("dateLocales");
        assertThat(dates.path("months")).hasSize(12);
        assertThat(dates.path("weekdays")).hasSize(7);
        assertThat(dates.at("/longDateFormat/L").asText()).isEqualTo("DD.MM.YYYY");
        assertThat(dates.at("/week/dow").asInt()).isOne();
        assertThat(fieldNames(dates))
                .isEqualTo(fieldNames(json("tasklist", "en", SHIPPED).path("dateLocales")));
    }

    /** What looks like a text in the library's script is translated, or is on the list of what nobody is shown. */
    @Test
    void whatTheFormsLibraryPrintsIsTranslated() {
        String script = text(WEB_APPS + "lib/deps.js", SHIPPED);
        int within = script.indexOf("Field is required.");
        int start = lastModuleBefore(script, within);
        String library = script.substring(start, nextModuleAfter(script, within));
        assertThat(library).contains("fjs-form");

        List<String> known = Stream.concat(
                        translated().stream(),
                        text("al/nrm/browser/form-js-not-shown.txt", OURS).lines())
                .toList();
        assertThat(textsIn(library)).isNotEmpty().allMatch(known::contains);
        assertThat(translated()).contains("Field is required.", "Select", "Search");
    }

    private static TreeSet<String> translated() {
        String list = text(WEB_APPS + "app/tasklist/scripts/form-texts.js", OURS);
        return found("(?m)^  '([^']*)':", list.substring(0, list.indexOf("\n};")));
    }

    private static TreeSet<String> textsIn(String library) {
        TreeSet<String> texts = found("\"([A-Z][a-z][^\"\\\\]*)\"", library);
        found("`([A-Z][a-z][^`]{2,200})`", library)
                .forEach(template -> texts.add(template.replaceAll("\\$\\{[^}]*}", "{}")));
        return texts;
    }

    private static TreeSet<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(result -> result.group(1))
                .collect(TreeSet::new, TreeSet::add, TreeSet::addAll);
    }

    private static final Pattern MODULE = Pattern.compile("},\\d{2,6}:(?:function\\([^)]*\\)|\\([^)]*\\)=>|\\w=>)\\{");

    private static int lastModuleBefore(String script, int place) {
        return MODULE.matcher(script.substring(0, place))
                .results()
                .mapToInt(MatchResult::start)
                .max()
                .orElseThrow();
    }

    private static int nextModuleAfter(String script, int place) {
        return place
                + MODULE.matcher(script.substring(place))
                        .results()
                        .findFirst()
                        .orElseThrow()
                        .start();
    }

    private static List<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .sorted()
                .toList();
    }

    private static Map<String, String> labels(String application, String language, Predicate<URL> whose) {
        Map<String, String> labels = new TreeMap<>();
        json(application, language, whose)
                .path("labels")
                .properties()
                .forEach(label -> labels.put(label.getKey(), label.getValue().asText()));
        return labels;
    }

    private static TreeSet<String> fieldNames(JsonNode node) {
        TreeSet<String> names = new TreeSet<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static JsonNode json(String application, String language, Predicate<URL> whose) {
        String path = WEB_APPS + "app/" + application + "/locales/" + language + ".json";
        try {
            return new ObjectMapper().readTree(text(path, whose).replace("\uFEFF", ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(String path, Predicate<URL> whose) {
        try {
            URL url = Collections.list(
                            TasklistLanguageTest.class.getClassLoader().getResources(path))
                    .stream()
                    .filter(whose)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no " + path));
            try (InputStream in = url.openStream()) {
                return new String(in.readAllBytes(), UTF_8);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
