package al.nrm.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A form in Albanian is the same form: other words, and nothing else. */
@Tag("database-independent")
class FormTextsTest {

    /** What of a form is for people; everything else is for the page and the server. */
    private static final Set<String> WORDS =
            Set.of("label", "description", "text", "dateLabel", "timeLabel", "prefixAdorner", "suffixAdorner");

    static Stream<String> everyFormStaysWhatItIsButForItsWords() {
        return SpokenTexts.byFile().values().stream()
                .flatMap(List::stream)
                .map(text -> text.places().get(0).file())
                .filter(file -> Files.exists(Path.of("forms", file + ".form")))
                .distinct();
    }

    @ParameterizedTest
    @MethodSource
    void everyFormStaysWhatItIsButForItsWords(String id) {
        ObjectNode english = SpokenTexts.form(id);
        ObjectNode albanian = english.deepCopy();
        FormTexts.replace(albanian, Catalogue.ALBANIAN::say);
        assertThat(albanian).isNotEqualTo(english);
        assertThat(wordless(albanian)).isEqualTo(wordless(english));
    }

    @ParameterizedTest
    @CsvSource({"fa, farsi", "fa, dari", "sq, rom", "sq, sign", "sq, shenj", "zh, mandarin", "bn, bangla", "pa, punjabi"
    })
    void aLanguageIsFoundByTheNameThatItsSpeakersGiveIt(String code, String typed) {
        List<ObjectNode> forms = SpokenTexts.files(Path.of("forms"), ".form").stream()
                .map(file -> SpokenTexts.form(file.getFileName().toString().replace(".form", "")))
                .filter(form -> form.findValuesAsText("key").contains("interpreterLanguage"))
                .toList();
        Set<String> english = labels(forms, code);
        forms.forEach(form -> FormTexts.replace(form, Catalogue.ALBANIAN::say));
        Set<String> albanian = labels(forms, code);
        assertThat(english).as("all forms call it alike").hasSize(1);
        assertThat(albanian).as("all forms call it alike").hasSize(1);
        assertThat(english + " " + albanian).containsIgnoringCase(typed);
    }

    private static Set<String> labels(List<ObjectNode> forms, String code) {
        return forms.stream()
                .flatMap(form ->
                        field(form, "interpreterLanguage").path("values").valueStream())
                .filter(option -> option.path("value").asText().equals(code))
                .map(option -> option.path("label").asText())
                .collect(Collectors.toSet());
    }

    /** The form without its words, each list of options in the order of its values. */
    private static JsonNode wordless(JsonNode form) {
        JsonNode copy = form.deepCopy();
        copy.findParents("type").forEach(component -> {
            ((ObjectNode) component).remove(WORDS);
            if (component.path("appearance").isObject()) {
                ((ObjectNode) component.path("appearance")).remove(WORDS);
            }
            if (component.path("values").isArray()) {
                List<String> values = new ArrayList<>();
                component
                        .path("values")
                        .forEach(option -> values.add(option.path("value").toString()));
                values.sort(null);
                ((ObjectNode) component).put("values", values.toString());
            }
        });
        return copy;
    }

    @Test
    void aChangedLabelShowsItsEnglishAmongTheAlbanian() {
        ObjectNode form = SpokenTexts.form("referral-report");
        ObjectNode county = (ObjectNode) field(form, "county");
        county.put("label", "County of the person");
        FormTexts.replace(form, Catalogue.ALBANIAN::say);
        assertThat(field(form, "county").path("label").asText()).isEqualTo("County of the person");
        assertThat(field(form, "sex").path("label").asText()).isEqualTo("Gjinia");
    }

    @Test
    void countriesStandInAlbanianOrderBetweenThoseInFrontAndThoseBehind() {
        ObjectNode form = SpokenTexts.form("referral-report");
        FormTexts.replace(form, Catalogue.ALBANIAN::say);
        List<String> labels = field(form, "nationality").path("values").findValuesAsText("label");
        assertThat(labels)
                .hasSize(252)
                .startsWith("Shqipëri", "Kosovë", "Afganistan")
                .endsWith("Pa shtetësi", "E panjohur");
        assertThat(labels.subList(2, 250)).isSortedAccordingTo(AlbanianOrder.ALBANIAN::compare);
        assertThat(labels.indexOf("Çad")).isGreaterThan(labels.indexOf("Belgjikë"));
        assertThat(labels).contains("Gjermani", "Greqi", "Bregu i Fildishtë");
        assertThat(field(form, "interpreterLanguage").path("values").findValuesAsText("label"))
                .hasSize(184)
                .isSortedAccordingTo(AlbanianOrder.ALBANIAN::compare)
                .contains("Shqip (ose romisht, gjuhë shenjash)", "Arabisht");
    }

    @Test
    void whatCarriesNoAlphabetKeepsItsOrder() throws Exception {
        ObjectNode form = (ObjectNode) new ObjectMapper().readTree("""
                        {"id": "f", "components": [{"id": "x", "key": "sex", "type": "radio", "values": [
                          {"label": "Female", "value": "female"}, {"label": "Male", "value": "male"}, {"label": "Other", "value": "other"}]}]}
                        """);
        FormTexts.replace(form, text -> "Z" + (9 - text.english().length()));
        assertThat(field(form, "sex").path("values").findValuesAsText("value"))
                .containsExactly("female", "male", "other");
    }

    private static JsonNode field(JsonNode form, String key) {
        return form.findParents("key").stream()
                .filter(field -> field.path("key").asText().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
