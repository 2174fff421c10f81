package al.nrm.language;

import al.nrm.language.Text.Place;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Finds every text that a form shows, and puts another in its place; what is filled in is none of them. */
final class FormTexts {

    private static final List<String> TEXTS = List.of("label", "description", "text", "dateLabel", "timeLabel");
    private static final List<String> ADORNERS = List.of("prefixAdorner", "suffixAdorner");
    private static final String OPTION = "option.";

    /** The same two words under every question. */
    private static final Set<String> ANSWERS = Set.of("true", "false");

    private final String form;
    private final Function<Text, String> words;

    private FormTexts(String form, Function<Text, String> words) {
        this.form = form;
        this.words = words;
    }

    /** @param words what to say instead of each text */
    static void replace(ObjectNode form, Function<Text, String> words) {
        new FormTexts(form.path("id").asText(), words).replaceIn(form);
    }

    private void replaceIn(JsonNode parent) {
        for (JsonNode component : parent.path("components")) {
            TEXTS.forEach(property -> replace(component, property, text(component, property, null)));
            JsonNode appearance = component.path("appearance");
            ADORNERS.forEach(property -> replace(appearance, property, text(component, property, null)));
            if (component.path("values").isArray()) {
                replaceOptions((ObjectNode) component);
            }
            replaceIn(component);
        }
    }

    private void replaceOptions(ObjectNode field) {
        List<JsonNode> options = new ArrayList<>();
        field.path("values").forEach(options::add);
        List<JsonNode> alphabetical =
                CodedNames.areOf(key(field)) ? AlbanianOrder.alphabeticalPart(options, FormTexts::label) : List.of();
        for (JsonNode option : options) {
            String value = option.path("value").asText();
            replace(option, "label", text(field, OPTION + value, value));
        }
        if (!alphabetical.isEmpty()) {
            alphabetical.sort(Comparator.comparing(FormTexts::label, AlbanianOrder.ALBANIAN));
            field.putArray("values").addAll(options);
        }
    }

    private void replace(JsonNode owner, String property, Function<String, Text> text) {
        String english = owner.path(property).asText();
        if (!english.isBlank()) {
            ((ObjectNode) owner).put(property, words.apply(text.apply(english)));
        }
    }

    private Function<String, Text> text(JsonNode component, String property, String value) {
        String key = key(component);
        List<Place> places = new ArrayList<>();
        places.add(new Place(form, component.path("id").asText(key) + "." + property));
        places.add(new Place(Text.VOCABULARY, key + "." + property));
        if (value != null && ANSWERS.contains(value)) {
            places.add(new Place(Text.VOCABULARY, property));
        }
        String coded = value == null ? null : CodedNames.albanian(key, value);
        return english -> new Text(english, places, coded);
    }

    private static String key(JsonNode component) {
        return component.path("key").asText(component.path("id").asText());
    }

    private static String label(JsonNode option) {
        return option.path("label").asText();
    }
}
