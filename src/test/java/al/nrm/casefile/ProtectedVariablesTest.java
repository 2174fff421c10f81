package al.nrm.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import al.nrm.Case;
import al.nrm.Cases;
import al.nrm.ProcessTest;
import al.nrm.keys.CaseKeys;
import al.nrm.keys.KeyMissing;
import al.nrm.keys.SealBroken;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricVariableUpdate;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.FileValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A protected variable of any type is stored sealed for its case and name, and opens there and nowhere else. */
@ProcessTest
class ProtectedVariablesTest {

    private static final String STAGE = "informed-consent";

    @Autowired
    private Cases cases;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private HistoryService history;

    @Autowired
    private CaseKeys keys;

    @Autowired
    private JdbcTemplate jdbc;

    static List<TypedValue> valuesOfEveryType() {
        return List.of(
                Variables.stringValue("Zamira " + "ë".repeat(20)),
                Variables.stringValue("ë".repeat(3990)),
                Variables.stringValue(""),
                Variables.integerValue(987_654_321),
                Variables.longValue(9_876_543_210L),
                Variables.shortValue((short) 31_987),
                Variables.doubleValue(98.7654321),
                Variables.booleanValue(true),
                Variables.dateValue(new Date(1_366_666_666_000L)),
                Variables.byteArrayValue("Zamira".getBytes(StandardCharsets.UTF_8)),
                SpinValues.jsonValue("[\"Zamira\",\"Shpikaj\"]").create(),
                Variables.objectValue(new ArrayList<>(List.of("Zamira", "Shpikaj")))
                        .serializationDataFormat("application/json")
                        .create());
    }

    @ParameterizedTest
    @MethodSource("valuesOfEveryType")
    void everyTypeIsStoredSealedAndReadAsItWas(TypedValue value) {
        Case stage = cases.stage(STAGE, Map.of());
        runtime.setVariable(stage.root(), "secret", "an earlier one");
        runtime.setVariable(stage.root(), "secret", value);

        String written = asText(value.getValue());
        assertThat(asText(read(stage, "secret"))).isEqualTo(written);
        assertThat(asText(history.createHistoricVariableInstanceQuery()
                        .processInstanceId(stage.root())
                        .variableName("secret")
                        .singleResult()
                        .getValue()))
                .isEqualTo(written);
        assertThat(history.createHistoricDetailQuery()
                        .variableUpdates()
                        .processInstanceId(stage.root())
                        .list())
                .extracting(detail -> (HistoricVariableUpdate) detail)
                .filteredOn(update -> update.getVariableName().equals("secret"))
                .extracting(update -> asText(update.getValue()))
                .containsExactlyInAnyOrder("an earlier one", written);
        for (String table : List.of("ACT_RU_VARIABLE", "ACT_HI_VARINST", "ACT_HI_DETAIL")) {
            assertThat(rows(table, stage)).isNotEmpty().allSatisfy(row -> {
                assertThat(row.get("LONG_")).isNull();
                assertThat(row.get("DOUBLE_")).isNull();
                assertThat(row.get("TEXT2_")).isNull();
                assertThat(row.get("TEXT_") == null).isNotEqualTo(row.get("BYTEARRAY_ID_") == null);
                if (row.get("TEXT_") != null) {
                    assertThat(SealedText.bytes((String) row.get("TEXT_"))).hasSizeGreaterThan(45);
                }
            });
        }
    }

    @Test
    void aFileIsSealedWithItsName() {
        Case stage = cases.stage(STAGE, Map.of());
        runtime.setVariable(
                stage.root(),
                "secret",
                Variables.fileValue("Zamira.txt")
                        .file("Zamira".getBytes(StandardCharsets.UTF_8))
                        .mimeType("text/plain")
                        .create());

        FileValue file = runtime.getVariableTyped(stage.root(), "secret");

        assertThat(file.getFilename()).isEqualTo("Zamira.txt");
        assertThat(file.getValue()).hasBinaryContent("Zamira".getBytes(StandardCharsets.UTF_8));
        assertThat(rows("ACT_RU_VARIABLE", stage)).singleElement().asString().doesNotContain("Zamira.txt");
    }

    @Test
    void openFactsStayPlainAndCanBeSearchedFor() {
        Case stage = cases.stage(STAGE, Map.of("county", "vlore"));

        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(stage.number())
                        .variableValueEquals("county", "vlore")
                        .count())
                .isOne();
        assertThat(jdbc.queryForObject(
                        "select TEXT_ from ACT_RU_VARIABLE where NAME_ = 'county' and PROC_INST_ID_ = ?",
                        String.class,
                        stage.root()))
                .isEqualTo("vlore");
    }

    @Test
    void whatIsProtectedCannotBeSearchedFor() {
        assertThatExceptionOfType(BadUserRequestException.class)
                .isThrownBy(() -> runtime.createProcessInstanceQuery()
                        .variableValueEquals("fullName", "Zamira")
                        .count())
                .withMessageNotContaining("Zamira");
    }

    @Test
    void whatBelongsToNoCaseIsRefusedAndNotStoredPlainly() {
        assertThatExceptionOfType(NoCase.class)
                .isThrownBy(() -> runtime.startProcessInstanceByKey(STAGE, Map.of("fullName", "Zamira")));
    }

    @Test
    void readingChangesNothing() {
        Case stage = cases.stage(STAGE, Map.of());
        runtime.setVariable(
                stage.root(), "secret", SpinValues.jsonValue("[\"Zamira\"]").create());
        List<Map<String, Object>> before = rows("ACT_RU_VARIABLE", stage);

        runtime.getVariables(stage.root());
        runtime.setVariable(stage.root(), "county", "vlore");

        assertThat(rows("ACT_RU_VARIABLE", stage)).isEqualTo(before);
    }

    @Test
    void aSealedValueMovedToAnotherCaseOrNameIsRefused() {
        Case mine = cases.stage(STAGE, Map.of("secret", "Zamira", "other", "Mira"));
        Case hers = cases.stage(STAGE, Map.of("secret", "Blerta"));
        String sealed = (String) rows("ACT_RU_VARIABLE", mine).get(0).get("TEXT_");

        store(hers, "secret", sealed);
        store(mine, "other", sealed);

        assertThatExceptionOfType(SealBroken.class)
                .isThrownBy(() -> read(hers, "secret"))
                .withMessage("What is stored as 'variable secret' was not sealed so for case " + hers.number());
        assertThatExceptionOfType(SealBroken.class).isThrownBy(() -> read(mine, "other"));
        assertThat(read(mine, "secret")).isEqualTo("Zamira");
    }

    @Test
    void aPlainValueInPlaceOfASealedOneIsRefusedWithoutBeingRepeated() {
        Case stage = cases.stage(STAGE, Map.of("secret", "Zamira"));
        store(stage, "secret", "Blerta");

        assertThatExceptionOfType(SealBroken.class)
                .isThrownBy(() -> read(stage, "secret"))
                .withMessageNotContaining("Blerta");
    }

    @Test
    void whenTheKeyOfACaseIsDestroyedItsContentIsGoneAndOtherCasesGoOn() {
        Case gone = cases.stage(STAGE, Map.of("secret", "Zamira"));
        Case other = cases.stage(STAGE, Map.of("secret", "Blerta"));

        assertThat(keys.destroy(gone.number())).isTrue();

        assertThatExceptionOfType(KeyMissing.class)
                .isThrownBy(() -> read(gone, "secret"))
                .withMessage("The key of case %s has been destroyed".formatted(gone.number()));
        assertThatExceptionOfType(KeyMissing.class)
                .isThrownBy(() -> runtime.setVariable(gone.root(), "secret", "anew"));
        assertThat(runtime.getVariable(gone.root(), "county")).isEqualTo("tirane");
        assertThat(read(other, "secret")).isEqualTo("Blerta");
        assertThat(history.createHistoricVariableInstanceQuery()
                        .processInstanceId(gone.root())
                        .variableName("secret")
                        .singleResult()
                        .getErrorMessage())
                .contains("has been destroyed");
    }

    private static String asText(Object value) {
        return value instanceof byte[] bytes ? Arrays.toString(bytes) : String.valueOf(value);
    }

    private Object read(Case stage, String name) {
        return runtime.getVariable(stage.root(), name);
    }

    private List<Map<String, Object>> rows(String table, Case stage) {
        return jdbc.queryForList(
                "select TEXT_, TEXT2_, LONG_, DOUBLE_, BYTEARRAY_ID_ from " + table
                        + " where NAME_ = 'secret' and PROC_INST_ID_ = ?",
                stage.root());
    }

    private void store(Case stage, String name, String text) {
        jdbc.update(
                "update ACT_RU_VARIABLE set TEXT_ = ? where NAME_ = ? and PROC_INST_ID_ = ?", text, name, stage.root());
    }
}
