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

    private static final Set<String> TEXTS = Set.of("textfield", "textarea");
    private static final Pattern MARKUP = Pattern.compile("<[A-Za-z/!]|(?i:javascript:)|\\{\\{");
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
                String words = component.path(text).asText();
                findings.require(
                        !MARKUP.matcher(words).find() && !words.startsWith("="),
                        "form-text",
                        name,
                        "'%s' is no plain text",
                        words);
            }
            if (TEXTS.contains(component.path("type").asText())
                    && !component.path("disabled").asBoolean()) {
                checkText(component.path("validate"), name);
            }
            checkComponents(component);
        }
    }

    /** A required text takes whatever an officer can give (contract, section 3), within a length. */
    private void checkText(JsonNode validate, String name) {
        findings.require(validate.has("maxLength"), "form-length", name, "has no maxLength");
        boolean narrowed = validate.has("pattern") || validate.has("minLength") || validate.has("validationType");
        findings.require(
                !validate.path("required").asBoolean() || !narrowed,
                "form-required",
                name,
                "is required and has a pattern or a minimum length");
    }
}
