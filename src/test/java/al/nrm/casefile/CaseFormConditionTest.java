package al.nrm.casefile;

import static al.nrm.casefile.CaseFormTest.bool;
import static al.nrm.casefile.CaseFormTest.form;
import static al.nrm.casefile.CaseFormTest.json;
import static al.nrm.casefile.CaseFormTest.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which fields a form asks for at the moment. */
@Tag("database-independent")
class CaseFormConditionTest {

    private static final String AGE_GROUP =
            "{'type':'select','key':'ageGroup','disabled':true,'values':[{'value':'adult'},{'value':'child'}]}";
    private static final String CONSENT =
            "{'type':'radio','key':'consent','values':[{'value':true},{'value':false}],'validate':{'required':true}}";
    /** As in the consent form: no identity of an adult who refuses. */
    private static final String IDENTITY =
            "{'type':'group','conditional':{'hide':'=ageGroup = \\'adult\\' and consent != true'},'components':["
                    + "{'type':'textfield','key':'fullName','validate':{'required':true,'maxLength':5}}]}";

    private final CaseForm consent = form(AGE_GROUP, CONSENT, IDENTITY);

    @Test
    void aHiddenFieldIsNeitherRequiredNorCheckedNorStored() {
        assertThat(consent.accept(Map.of("consent", bool(false)), Map.of("ageGroup", "adult")))
                .isEqualTo(Map.of("consent", false));
        assertThat(consent.accept(
                        Map.of("consent", bool(false), "fullName", text("Emri Mbiemri")), Map.of("ageGroup", "adult")))
                .isEqualTo(Map.of("consent", false));
    }

    @Test
    void aFieldThatIsNotHiddenIsRequired() {
        assertThatThrownBy(() -> consent.accept(Map.of("consent", text("true")), Map.of("ageGroup", "adult")))
                .isInstanceOf(FormRefused.class)
                .hasMessage("fullName: required");
        assertThatThrownBy(() -> consent.accept(Map.of("consent", bool(false)), Map.of("ageGroup", "child")))
                .hasMessage("fullName: required");
    }

    @Test
    void aSenderCannotHideAFieldByFactsThatTheFormOnlyShowsOrDoesNotHave() {
        assertThatThrownBy(() -> consent.accept(
                        Map.of("consent", bool(false), "ageGroup", text("adult")), Map.of("ageGroup", "child")))
                .hasMessage("fullName: required");
        CaseForm form =
                form("{'type':'textfield','key':'a','validate':{'required':true},'conditional':{'hide':'=b = 1'}}");
        assertThatThrownBy(() -> form.accept(Map.of("b", text("1")), Map.of())).hasMessage("a: required");
    }

    @Test
    void aHiddenAnswerHidesAndShowsNothingFurtherDown() {
        CaseForm form = form(
                "{'type':'textfield','key':'result','disabled':true}",
                "{'type':'checkbox','key':'offered','conditional':{'hide':'=result = null'}}",
                "{'type':'datetime','key':'day','validate':{'required':true},'conditional':{'hide':'=offered != true'}}");
        assertThat(form.accept(Map.of("offered", bool(true)), Map.of())).isEmpty();
        assertThatThrownBy(() -> form.accept(Map.of("offered", bool(true)), Map.of("result", "watch")))
                .hasMessage("day: required");
    }

    @Test
    void aConditionSeesWhatTheCaseHoldsUntilSomethingElseIsSent() {
        CaseForm form = form(
                "{'type':'textfield','key':'reason'}",
                "{'type':'textfield','key':'more','validate':{'required':true},'conditional':{'hide':'=reason = \\'x\\''}}");
        assertThat(form.accept(Map.of(), Map.of("reason", "x"))).isEmpty();
        assertThatThrownBy(() -> form.accept(Map.of("reason", text("y")), Map.of("reason", "x")))
                .hasMessage("more: required");
        assertThatThrownBy(() -> form.accept(Map.of("reason", bool(true)), Map.of("reason", "x")))
                .hasMessage("reason: must be a text; more: required");
    }

    @Test
    void conditionsSeeListsOfTheCaseAndOfTheForm() {
        CaseForm form = form(
                "{'type':'checklist','key':'sent','values':[{'value':'R01'},{'value':'E01'}]}",
                "{'type':'textfield','key':'a','conditional':{'hide':'=list contains(held, \\'E01\\')'}}",
                "{'type':'textfield','key':'b','conditional':{'hide':'=list contains(sent, \\'E01\\')'}}");
        var held = SpinValues.jsonValue("[\"E01\"]").create().getValue();
        var answers = Map.of("a", text("x"), "b", text("x"));

        assertThat(form.accept(answers, Map.of("held", held))).containsOnlyKeys("b");
        var withList = new HashMap<>(answers);
        withList.put("sent", json("['E01']"));
        assertThat(form.accept(withList, Map.of())).containsOnlyKeys("a", "sent");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=consent.x.y", "=consent", "=consent > 3", "=unheardOf(consent)", "=null", "=1"})
    void anExpressionThatFailsOrIsNoYesOrNoHidesNothing(String expression) {
        CaseForm form = form("{'type':'textfield','key':'a','conditional':{'hide':'" + expression + "'}}");
        assertThat(form.accept(Map.of("a", text("x")), Map.of("consent", "yes")))
                .containsKey("a");
    }

    /** The expected answers are those of feelin 3.2, the engine of form-js 1.8.7. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a = false                |       | false
            a != true                |       | true
            a = null                 |       | true
            a != null                |       | false
            not(a = true)            |       | true
            a != true or b = null    |       | true
            b = "x" and a != true    |       | false
            a = false                | true  | false
            a != true                | true  | false
            a = null                 | true  | false
            a                        | true  | true
            not(a)                   | true  | false
            b = null and a = true    | true  | true
            a = false                | false | true
            a != true                | false | true
            a != null                | false | true
            not(a)                   | false | true
            a                        | false | false
            """)
    void theServerHidesWhatThePageHides(String expression, Boolean a, boolean hidden) {
        CaseForm form = form(
                "{'type':'radio','key':'a','values':[{'value':true},{'value':false}]}",
                "{'type':'textfield','key':'b','disabled':true}",
                "{'type':'textfield','key':'c','conditional':{'hide':'=" + expression.replace("\"", "\\'") + "'}}");
        assertThat(form.accept(a == null ? Map.of("c", text("x")) : Map.of("a", bool(a), "c", text("x")), Map.of())
                        .containsKey("c"))
                .isEqualTo(!hidden);
    }

    @Test
    void oneFormServesManyAtOnce() {
        assertThat(IntStream.range(0, 2_000).parallel().mapToObj(i -> consent.accept(
                                Map.of("consent", bool(i % 2 == 0), "fullName", text("Emri")),
                                Map.of("ageGroup", "adult"))
                        .size()))
                .containsOnly(1, 2);
    }

    @ParameterizedTest
    @CsvSource({"adult, true", "child, false", "doubt, false"})
    void onlyAnAdultIsToldThatNobodyElseDecides(String ageGroup, boolean alone) throws IOException {
        JsonNode form = new ObjectMapper()
                .readTree(
                        Path.of("forms", "informed-consent-inform-person.form").toFile());
        List<String> read = form.findParents("text").stream()
                .filter(text ->
                        !Condition.parse(text.at("/conditional/hide").asText()).holds(Map.of("ageGroup", ageGroup)))
                .map(text -> text.path("text").asText())
                .toList();
        assertThat(read.stream().anyMatch(text -> text.contains("nobody may decide for you")))
                .isEqualTo(alone);
        assertThat(read.stream().anyMatch(text -> text.contains("protected and helped**, whatever you answer")))
                .isNotEqualTo(alone);
        assertThat(read).anyMatch(text -> text.contains("You have done nothing wrong"));
    }
}
