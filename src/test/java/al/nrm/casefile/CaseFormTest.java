package al.nrm.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("database-independent")
class CaseFormTest {

    static final String COUNTY =
            "{'type':'select','key':'county','values':[{'label':'Kukës','value':'kukes'},{'label':'Vlorë','value':'vlore'}]%s}";
    static final String CONSENT =
            "{'type':'radio','key':'consent','values':[{'label':'Yes','value':true},{'label':'No','value':false}]%s}";
    static final String INDICATORS =
            "{'type':'checklist','key':'indicators','values':[{'label':'a','value':'R01'},{'label':'b','value':'E03'}]%s}";
    static final String REQUIRED = ",'validate':{'required':true}";

    // --- the form itself

    @Test
    void everyFormOfTheRepositoryCanBeEnforced() throws IOException {
        try (Stream<Path> forms = Files.list(Path.of("forms"))) {
            assertThat(forms).isNotEmpty().allSatisfy(file -> {
                try (var json = Files.newInputStream(file)) {
                    assertThat(CaseForm.parse(json).id() + ".form")
                            .isEqualTo(file.getFileName().toString());
                }
            });
        }
    }

    @Test
    void keysAreInTheFormsOrderAndInputKeysLeaveOutWhatIsOnlyShown() {
        CaseForm form = form(
                "{'type':'textfield','key':'zone','disabled':true}",
                "{'type':'group','components':[{'type':'text','text':'# Hello'},{'type':'textarea','key':'narrative'}]}",
                "{'type':'number','key':'age','readonly':true}",
                "{'type':'checkbox','key':'agreed'}");
        assertThat(form.keys()).containsExactly("zone", "narrative", "age", "agreed");
        assertThat(form.inputKeys()).containsExactly("narrative", "agreed");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', delimiter = '|', textBlock = """
            {'type':'filepicker','key':'proof'}                           | form 'f': 'proof': the type 'filepicker' is not supported
            {'type':'textfield','key':'a.b'}                              | form 'f': 'a.b': the key must be a plain name
            {'type':'textfield','key':'a','validate':{'maxLenght':3}}     | form 'f': 'a': unknown check 'maxLenght'
            {'type':'textfield','key':'a','validate':{'maxLength':'=b'}}  | form 'f': 'a': 'maxLength' must be a whole number
            {'type':'textfield','key':'a','validate':{'pattern':'['}}     | form 'f': 'a': the pattern is no regular expression
            {'type':'textfield','key':'a','validate':{'validationType':'iban'}} | form 'f': 'a': 'iban' is not known
            {'type':'textfield','key':'a','readonly':'=b'}                | form 'f': 'a': 'readonly' must be true or false
            {'type':'textfield','key':'a','conditional':{'hide':'b = 1'}} | form 'f': 'a': the condition 'b = 1' is no FEEL expression with '=' before it
            {'type':'textfield','key':'a','conditional':{'hide':'=b = ('}} | form 'f': 'a': the condition '=b = (' is no FEEL expression with '=' before it
            {'type':'datetime','key':'a','subtype':'week'}                | form 'f': 'a': 'week' is not known
            {'type':'select','key':'a','valuesKey':'b'}                   | form 'f': 'a': the values must be listed in the form
            {'type':'radio','key':'a','values':[{'value':1}]}             | form 'f': 'a': a listed value must be a text, true or false
            {'type':'radio','key':'a','values':[{'value':true}]}          | form 'f': 'a': true and false go together and alone
            {'type':'group','id':'g','path':'p','components':[]}          | form 'f': 'g': a group must have no path
            {'type':'group','id':'g','components':[{'type':'textfield'}]} | form 'f': 'g': '': the key must be a plain name
            """)
    void aFormThatCannotBeEnforcedIsRefusedInWords(String component, String words) {
        assertThatThrownBy(() -> form(component))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(words);
    }

    @Test
    void aKeyMayStandInAFormOnlyOnce() {
        assertThatThrownBy(() -> form("{'type':'textfield','key':'a'}", "{'type':'checkbox','key':'a'}"))
                .hasMessage("form 'f': 'a': the key is there twice");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{\"id\":\"f\",\"id\":\"g\",\"components\":[]}",
                "{\"id\":\"f\"}",
                "{\"id\":\"f\",\"components\":[]} {}"
            })
    void brokenJsonIsRefused(String json) {
        assertThatThrownBy(() -> CaseForm.parse(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    // --- what is sent

    @Test
    void whatTheFormDoesNotHaveOrOnlyShowsIsDropped() {
        CaseForm form = form(
                "{'type':'textfield','key':'caseNumber','disabled':true}", "{'type':'textarea','key':'narrative'}");
        assertThat(form.accept(
                        Map.of("caseNumber", text("x"), "isAdmin", text("x"), "narrative", text("Found alone.")),
                        Map.of()))
                .isEqualTo(Map.of("narrative", "Found alone."));
    }

    @Test
    void allFindingsComeInOneSentenceInTheFormsOrder() {
        CaseForm form = form(
                "{'type':'textarea','key':'narrative'" + REQUIRED + "}",
                COUNTY.formatted(REQUIRED),
                "{'type':'datetime','subtype':'date','key':'dateOfBirth'" + REQUIRED + "}",
                CONSENT.formatted(REQUIRED));
        assertThatThrownBy(() -> form.accept(
                        Map.of("narrative", text(" \n"), "county", text("xyz"), "dateOfBirth", text("2026-02-30")),
                        Map.of()))
                .isInstanceOf(FormFieldValidationException.class)
                .hasMessage("narrative: required; county: not one of the listed values;"
                        + " dateOfBirth: must be a date YYYY-MM-DD; consent: required");
    }

    @ParameterizedTest
    @MethodSource("required")
    void aRequiredFieldWantsAnAnswer(String component, TypedValue empty, TypedValue answer) {
        CaseForm form = form(component);
        String key = form.keys().iterator().next();
        assertThatThrownBy(() -> form.accept(Map.of(), Map.of(key, "held by the case")))
                .hasMessage(key + ": required");
        assertThat(refusal(form, key, Variables.untypedNullValue())).isEqualTo(key + ": required");
        assertThat(refusal(form, key, empty)).isEqualTo(key + ": required");
        assertThat(form.accept(Map.of(key, answer), Map.of())).containsKey(key);
    }

    static Stream<Arguments> required() {
        return Stream.of(
                arguments("{'type':'textfield','key':'a'" + REQUIRED + "}", text(" \t"), text("b")),
                arguments("{'type':'number','key':'a'" + REQUIRED + "}", text(""), Variables.integerValue(0)),
                arguments("{'type':'checkbox','key':'a'" + REQUIRED + "}", bool(false), bool(true)),
                arguments("{'type':'datetime','key':'a'" + REQUIRED + "}", text(""), text("2026-11-21")),
                arguments(COUNTY.formatted(REQUIRED), text(""), text("kukes")),
                arguments(CONSENT.formatted(REQUIRED), text(""), bool(false)),
                arguments(INDICATORS.formatted(REQUIRED), json("[]"), json("['R01']")));
    }

    @Test
    void anOptionalFieldThatIsNotSentIsLeftOutAndAnUntouchedTickIsFalse() {
        CaseForm form = form(
                "{'type':'textfield','key':'a'}",
                COUNTY.formatted(""),
                CONSENT.formatted(""),
                INDICATORS.formatted(""),
                "{'type':'checkbox','key':'agreed'}");
        assertThat(form.accept(Map.of(), Map.of())).isEqualTo(Map.of("agreed", false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"county", "consent", "born", "age"})
    void anEmptyChoiceDateOrNumberIsNull(String key) {
        CaseForm form = form(
                COUNTY.formatted(""),
                CONSENT.formatted(""),
                "{'type':'datetime','key':'born'}",
                "{'type':'number','key':'age'}");
        VariableMap accepted = form.accept(Map.of(key, text("")), Map.of());
        assertThat(accepted).containsOnlyKeys(key);
        assertThat(accepted.<TypedValue>getValueTyped(key)).isEqualTo(Variables.untypedNullValue());
    }

    // --- values that only the moment knows

    @Test
    void aListMayBeFilledAtTheMoment() {
        CaseForm form = form("{'type':'select','key':'reportingInstitution','values':[{'label':'Mine','value':''}]"
                + REQUIRED + "}");
        Map<String, TypedValue> hotline = Map.of("reportingInstitution", text("hotline"));

        assertThat(form.offering("reportingInstitution", List.of("hotline", "iom"))
                        .accept(hotline, Map.of()))
                .containsEntry("reportingInstitution", "hotline");
        CaseForm without = form.offering("reportingInstitution", List.of());
        assertThat(without.keys()).isEmpty();
        assertThat(without.accept(hotline, Map.of())).isEmpty();
        assertThat(refusal(form, "reportingInstitution", text("hotline")))
                .isEqualTo("reportingInstitution: not one of the listed values");
    }

    @Test
    void onlyAListCanBeFilledAtTheMoment() {
        CaseForm form = form("{'type':'textfield','key':'a'}");
        assertThatThrownBy(() -> form.offering("a", List.of("x"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> form.offering("b", List.of("x"))).isInstanceOf(IllegalArgumentException.class);
    }

    // --- shorthand

    /** A form with these components; apostrophes stand for quotation marks. */
    static CaseForm form(String... components) {
        String json = "{'id':'f','type':'default','components':[" + String.join(",", components) + "]}";
        String quoted = json.replace('\'', '"');
        return CaseForm.parse(new ByteArrayInputStream(quoted.getBytes(StandardCharsets.UTF_8)));
    }

    static TypedValue text(String value) {
        return Variables.stringValue(value);
    }

    static TypedValue bool(boolean value) {
        return Variables.booleanValue(value);
    }

    static TypedValue json(String value) {
        return SpinValues.jsonValue(value.replace('\'', '"')).create();
    }

    static String refusal(CaseForm form, String key, TypedValue sent) {
        return catchThrowableOfType(FormRefused.class, () -> form.accept(Map.of(key, sent), Map.of()))
                .getMessage();
    }
}
