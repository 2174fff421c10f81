package al.nrm.modelling;

import al.nrm.casefile.CaseForm;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Lets a form ask only what the server can hold its senders to, in plain text, and each text within a length. */
final class FormRules {

    private static final Set<String> ROOT = Set.of(
            "id", "type", "schemaVersion", "executionPlatform", "executionPlatformVersion", "exporter", "components");

    /** What a component may say of itself; sources of options, links, scripts and repeated groups are not among it. */
    private static final Set<String> COMPONENT = Set.of(
            "type",
            "id",
            "key",
            "label",
            "description",
            "text",
            "components",
            "values",
            "validate",
            "disabled",
            "readonly",
            "conditional",
            "layout",
            "properties",
            "defaultValue",
            "searchable",
            "decimalDigits",
            "increment",
            "serializeToString",
            "appearance",
            "subtype",
            "dateLabel",
            "timeLabel",
            "timeInterval",
            "use24h",
            "timeSerializingFormat",
            "disallowPassedDates",
            "showOutline",
            "verticalAlignment");

    /** Judged by rules of their own: the fields of a group, a condition and a pattern. */
    private static final Set<String> NOT_SHOWN = Set.of("components", "conditional", "pattern");

    private static final Set<String> TEXTS = Set.of("textfield", "textarea");

    /** Markup, links and pictures, templates, expressions, and signs that nobody sees. */
    private static final Pattern NO_PLAIN_TEXT =
            Pattern.compile("<[^ ]|]\\(|]:|://|&#|[{][{%]|[$#][{]|^[\\s\\p{Z}\\p{Cf}]*=|[\\p{Cc}\\p{Cf}&&[^\\n]]");

    private static final int LONGEST_TEXT = 4000;

    /** A key that every JavaScript object has already would be taken for a value. */
    private static final Pattern KEY = Pattern.compile("(?!(?:constructor|hasOwnProperty|isPrototypeOf"
            + "|propertyIsEnumerable|toLocaleString|toString|valueOf|execution|task)$)[a-z][A-Za-z0-9]{0,99}");

    /** A repeated group, a reference back and more than two open ends make a pattern slow enough to hold the server up. */
    static final Pattern SLOW = Pattern.compile("\\)[*+{?]|\\\\\\d|(?:[*+]|,}).*(?:[*+]|,}).*(?:[*+]|,})");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Findings findings;

    private FormRules(Findings findings) {
        this.findings = findings;
    }

    static void check(String id, byte[] content, Findings findings) {
        try {
            CaseForm form = CaseForm.parse(new ByteArrayInputStream(content));
            findings.require(id.equals(form.id()), "file-name", form.id(), "the file is named after its form");
            JsonNode root = JSON.readTree(content);
            findings.require(
                    root.path("type").asText().equals("default")
                            && root.path("schemaVersion").isInt()
                            && root.path("schemaVersion").asInt() <= 16
                            && root.path("executionPlatform")
                                    .asText("Camunda Platform")
                                    .equals("Camunda Platform"),
                    "form",
                    id,
                    "is no form of schema version 16 for Camunda Platform");
            root.fieldNames()
                    .forEachRemaining(name -> findings.require(
                            ROOT.contains(name), "form-property", id, "'%s' is not known on a form", name));
            new FormRules(findings).checkComponents(root);
        } catch (IllegalArgumentException refused) {
            findings.refuse("form", id, "%s", refused.getMessage());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void checkComponents(JsonNode parent) {
        for (JsonNode component : parent.path("components")) {
            String name = component.path("key").asText(component.path("id").asText());
            component
                    .fieldNames()
                    .forEachRemaining(property -> findings.require(
                            COMPONENT.contains(property),
                            "form-property",
                            name,
                            "'%s' is not known on a field",
                            property));
            for (String text : List.of("text", "label", "description")) {
                findings.require(
                        !component.has(text) || component.path(text).isTextual(),
                        "form-text",
                        name,
                        "'%s' is no text",
                        text);
            }
            findings.require(
                    !component.has("key")
                            || KEY.matcher(component.path("key").asText()).matches(),
                    "form-key",
                    name,
                    "has no camelCase key of its own");
            findings.require(
                    !component.has("values") || component.path("values").size() > 0,
                    "form",
                    name,
                    "has no value to choose");
            checkWords(component, name);
            checkHide(component.path("conditional"), name);
            if (TEXTS.contains(component.path("type").asText())
                    && !component.path("disabled").asBoolean()) {
                checkText(component.path("validate"), name);
            }
            checkComponents(component);
        }
    }

    /** Everything that the form shows is plain text, wherever it stands; its fields are looked at one by one. */
    private void checkWords(JsonNode parent, String name) {
        parent.properties().stream()
                .filter(part -> !NOT_SHOWN.contains(part.getKey()))
                .forEach(part -> checkWord(part.getValue(), name));
    }

    private void checkWord(JsonNode value, String name) {
        if (value.isTextual()) {
            String words = value.asText();
            findings.require(
                    words.length() <= LONGEST_TEXT
                            && !NO_PLAIN_TEXT.matcher(words).find(),
                    "form-text",
                    name,
                    "'%s' is no plain text",
                    words);
        } else if (value.isObject()) {
            checkWords(value, name);
        } else {
            value.forEach(part -> checkWord(part, name));
        }
    }

    private void checkHide(JsonNode conditional, String name) {
        conditional
                .fieldNames()
                .forEachRemaining(part ->
                        findings.require(part.equals("hide"), "form-property", name, "'%s' is no condition", part));
        String hide = conditional.path("hide").asText();
        if (hide.startsWith("=")) {
            Feel.ofForm(hide.substring(1))
                    .refusal()
                    .ifPresent(why -> findings.refuse("feel", name, "'%s' %s", hide, why));
        }
    }

    /** A required text takes whatever an officer can give (contract, section 3), within a length. */
    private void checkText(JsonNode validate, String name) {
        findings.require(validate.path("maxLength").asInt() > 0, "form-length", name, "has no maxLength");
        findings.require(
                !SLOW.matcher(validate.path("pattern").asText()).find(),
                "form-pattern",
                name,
                "'%s' could take too long to match",
                validate.path("pattern").asText());
        boolean narrowed = validate.has("pattern") || validate.has("minLength") || validate.has("validationType");
        findings.require(
                !validate.path("required").asBoolean() || !narrowed,
                "form-required",
                name,
                "is required and has a pattern or a minimum length");
    }
}
