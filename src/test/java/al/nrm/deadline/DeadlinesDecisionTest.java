package al.nrm.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every step has the deadline, the ladder and the room for extension that the mechanism gave it. */
@Tag("database-independent")
class DeadlinesDecisionTest {

    /** Rule, step, age group, channel: time and unit, extensions and each one's length, suspension, ladder, status. */
    private static final String RULES = """
            rule_P1-01           | P1-01        | adult | patrol | 1  | hours         | 0 | 0  | 0  | E1, E3     | default
            rule_P1-02           | P1-02        | adult | patrol | 2  | hours         | 0 | 0  | 0  | E1, E4     | default
            rule_P1-03           | P1-03        | adult | patrol | 2  | hours         | 0 | 0  | 0  | E3         | default
            rule_P1-04           | P1-04        | adult | patrol | 8  | hours         | 0 | 0  | 0  | E1         | default
            rule_P1-05           | P1-05        | adult | patrol | 8  | hours         | 0 | 0  | 0  | E1         | default
            rule_P1-06           | P1-06        | child | patrol | 2  | hours         | 0 | 0  | 0  | E1, E3     | default
            rule_P1-07           | P1-07        | adult | patrol | 4  | hours         | 0 | 0  | 0  | E1         | default
            rule_P1-08           | P1-08        | adult | patrol | 24 | hours         | 0 | 0  | 0  | E2, E3, E4 | default
            rule_P1-09           | P1-09        | adult | patrol | 1  | working days  | 0 | 0  | 0  | E4         | default
            rule_P1-10           | P1-10        | adult | border | 24 | hours         | 0 | 0  | 0  | E1, E2     | default
            rule_P1-11           | P1-11        | adult | patrol | 5  | working days  | 0 | 0  | 0  | E1         | default
            rule_P1-12           | P1-12        | adult | patrol | 5  | working days  | 0 | 0  | 0  | E4         | default
            rule_P1-13           | P1-13        | adult | patrol | 2  | working days  | 0 | 0  | 0  | E1, E3     | default
            rule_P2-01_border    | P2-01        | adult | border | 24 | hours         | 0 | 0  | 0  | E1, E2, E3 | default
            rule_P2-01_elsewhere | P2-01        | adult | patrol | 72 | hours         | 0 | 0  | 0  | E1, E2, E3 | default
            rule_P2-02           | P2-02        | adult | patrol | 2  | working days  | 0 | 0  | 0  | E1         | default
            rule_P2-03           | P2-03        | child | patrol | 2  | working days  | 0 | 0  | 0  | E1         | default
            rule_P2-04           | P2-04        | child | patrol | 24 | hours         | 0 | 0  | 0  | E3, E4     | default
            rule_P2-05           | P2-05        | doubt | patrol | 10 | working days  | 1 | 10 | 0  | E3         | default
            rule_P2-06           | P2-06        | adult | patrol | 10 | working days  | 1 | 10 | 30 | E2, E3     | default
            rule_P2-07           | P2-07        | adult | patrol | 5  | working days  | 1 | 17 | 30 | E3, E4     | default
            rule_P2-08           | P2-08        | adult | patrol | 2  | working days  | 0 | 0  | 0  | E1         | default
            rule_P2-09           | P2-09        | adult | patrol | 15 | working days  | 0 | 0  | 0  | E4, E5     | default
            rule_P2-10           | P2-10        | adult | patrol | 2  | working days  | 0 | 0  | 0  | E1         | default
            rule_P3-01           | P3-01        | adult | patrol | 2  | hours         | 0 | 0  | 0  | E4         | default
            rule_P3-02           | P3-02        | adult | patrol | 4  | hours         | 0 | 0  | 0  | E3         | default
            rule_P3-03_child     | P3-03        | child | patrol | 6  | hours         | 0 | 0  | 0  | E2, E3     | default
            rule_P3-03_adult     | P3-03        | adult | patrol | 12 | hours         | 0 | 0  | 0  | E2, E3     | default
            rule_P3-04           | P3-04        | child | patrol | 72 | hours         | 0 | 0  | 0  | E3, E4     | verified
            rule_P3-05           | P3-05        | adult | patrol | 24 | hours         | 0 | 0  | 0  | E1         | default
            rule_P3-06           | P3-06        | adult | patrol | 24 | hours         | 0 | 0  | 0  | E1, E3     | default
            rule_P3-06-wait      | P3-06-wait   | adult | patrol | 30 | calendar days | 0 | 0  | 0  | ''         | default
            rule_P3-06-review    | P3-06-review | adult | patrol | 24 | hours         | 0 | 0  | 0  | E1, E3     | default
            rule_P3-07_child     | P3-07        | child | patrol | 24 | hours         | 0 | 0  | 0  | E1, E2     | default
            rule_P3-07_adult     | P3-07        | adult | patrol | 48 | hours         | 0 | 0  | 0  | E1, E2     | default
            rule_P3-08           | P3-08        | adult | patrol | 10 | calendar days | 1 | 5  | 30 | E1         | default
            rule_P3-09_child     | P3-09        | child | patrol | 15 | calendar days | 1 | 7  | 0  | E1, E3     | default
            rule_P3-09_adult     | P3-09        | adult | patrol | 21 | calendar days | 1 | 7  | 0  | E1, E3     | default
            rule_P3-10           | P3-10        | adult | border | 2  | working days  | 0 | 0  | 0  | E3, E4     | default
            rule_P3-11-wait      | P3-11-wait   | adult | border | 75 | calendar days | 0 | 0  | 0  | ''         | default
            rule_P3-11           | P3-11        | adult | border | 5  | working days  | 0 | 0  | 0  | E3         | default
            rule_P3-12           | P3-12        | adult | border | 10 | calendar days | 1 | 5  | 0  | E2, E4     | default
            rule_P3-13_child     | P3-13        | child | patrol | 0  | hours         | 0 | 0  | 0  | E1, E3     | default
            rule_P3-13_adult     | P3-13        | adult | patrol | 24 | hours         | 0 | 0  | 0  | E1, E3     | default
            rule_P3-14           | P3-14        | adult | patrol | 5  | working days  | 0 | 0  | 0  | E4         | default
            rule_P3-15           | P3-15        | adult | patrol | 2  | working days  | 0 | 0  | 0  | E1, E4     | default
            rule_P3-16           | P3-16        | adult | patrol | 5  | working days  | 0 | 0  | 0  | E1, E3     | default
            rule_P3-17           | P3-17        | adult | patrol | 24 | hours         | 0 | 0  | 0  | E1, E3     | default
            rule_P3-18           | P3-18        | adult | patrol | 2  | working days  | 0 | 0  | 0  | E3         | default
            rule_P4-01-request   | P4-01-request | adult | patrol | 5  | working days  | 1 | 5  | 30 | E1, E3     | default
            rule_P4-01           | P4-01        | adult | patrol | 10 | working days  | 1 | 10 | 0  | E2, E4     | default
            rule_P4-02           | P4-02        | adult | patrol | 10 | working days  | 1 | 5  | 0  | E2, E4     | default
            rule_P4-03           | P4-03        | adult | patrol | 5  | working days  | 0 | 0  | 0  | E2, E4     | default
            rule_P4-04           | P4-04        | adult | patrol | 10 | working days  | 1 | 10 | 0  | E2, E4     | default
            rule_P4-05           | P4-05        | adult | patrol | 10 | working days  | 1 | 5  | 0  | E1, E3     | default
            rule_P4-06           | P4-06        | adult | patrol | 30 | calendar days | 1 | 30 | 0  | E1, E3     | default
            rule_P4-07-wait      | P4-07-wait   | adult | patrol | 30 | calendar days | 0 | 0  | 0  | ''         | default
            rule_P4-07-wait-4    | P4-07-wait-4 | adult | patrol | 90 | calendar days | 0 | 0  | 0  | ''         | default
            rule_P4-07           | P4-07        | adult | patrol | 5  | working days  | 1 | 5  | 30 | E1, E3     | default
            rule_P4-08           | P4-08        | adult | patrol | 12 | months        | 0 | 0  | 0  | E3         | default
            rule_P4-09-wait      | P4-09-wait   | adult | patrol | 1  | months        | 0 | 0  | 0  | ''         | default
            rule_P4-09-wait-2    | P4-09-wait-2 | adult | patrol | 2  | months        | 0 | 0  | 0  | ''         | default
            rule_P4-09-wait-3    | P4-09-wait-3 | adult | patrol | 3  | months        | 0 | 0  | 0  | ''         | default
            rule_P4-09-wait-4    | P4-09-wait-4 | adult | patrol | 6  | months        | 0 | 0  | 0  | ''         | default
            rule_P4-09-wait-5    | P4-09-wait-5 | adult | patrol | 12 | months        | 0 | 0  | 0  | ''         | default
            rule_P4-09           | P4-09        | adult | patrol | 5  | working days  | 1 | 5  | 0  | E1         | default
            rule_P4-10           | P4-10        | adult | patrol | 10 | working days  | 1 | 10 | 0  | E3         | default
            rule_P5-01           | P5-01        | adult | patrol | 1  | hours         | 0 | 0  | 0  | E2, E3     | default
            rule_P5-02_abroad    | P5-02        | adult | foreignReferral | 48 | hours         | 0 | 0  | 0  | E4         | default
            rule_P5-02           | P5-02        | adult | patrol | 1  | working days  | 0 | 0  | 0  | E4         | default
            rule_P5-03           | P5-03        | adult | patrol | 2  | working days  | 0 | 0  | 0  | E2, E3     | default
            rule_P5-04_child     | P5-04        | child | patrol | 48 | hours         | 0 | 0  | 0  | E2         | default
            rule_P5-04_adult     | P5-04        | adult | patrol | 5  | working days  | 0 | 0  | 0  | E2         | default
            rule_P5-05           | P5-05        | adult | patrol | 10 | working days  | 0 | 0  | 0  | E1, E3     | default
            rule_P5-06           | P5-06        | adult | patrol | 5  | working days  | 0 | 0  | 0  | E3, E4     | default
            rule_P5-07           | P5-07        | adult | patrol | 5  | working days  | 0 | 0  | 0  | E3         | default
            rule_P5-07-booking   | P5-07-booking | adult | patrol | 5  | working days  | 0 | 0  | 0  | E3         | default
            rule_P5-07-cancellation | P5-07-cancellation | adult | patrol | 24 | hours         | 0 | 0  | 0  | E3         | default
            rule_P5-08           | P5-08        | adult | patrol | 8  | hours         | 0 | 0  | 0  | E2, E4     | default
            rule_P5-09           | P5-09        | adult | patrol | 3  | working days  | 0 | 0  | 0  | E4         | default
            rule_P5-09-booking   | P5-09-booking | adult | patrol | 1  | working days  | 0 | 0  | 0  | E4         | default
            rule_P5-10           | P5-10        | adult | patrol | 2  | hours         | 0 | 0  | 0  | E2, E3     | default
            rule_P5-11           | P5-11        | adult | patrol | 5  | working days  | 0 | 0  | 0  | E3, E4     | default
            rule_P5-11-wait      | P5-11-wait   | adult | patrol | 48 | hours         | 0 | 0  | 0  | ''         | default
            rule_P5-11-answer    | P5-11-answer | adult | patrol | 2  | working days  | 0 | 0  | 0  | E3, E4     | default
            rule_P5-12           | P5-12        | adult | patrol | 5  | working days  | 0 | 0  | 0  | E3         | default
            rule_P5-13           | P5-13        | adult | patrol | 24 | hours         | 0 | 0  | 0  | E4         | default
            rule_P5-13-wait      | P5-13-wait   | adult | patrol | 1  | months        | 0 | 0  | 0  | ''         | default
            rule_P5-13-progress  | P5-13-progress | adult | patrol | 5  | working days  | 0 | 0  | 0  | E4         | default
            rule_P5-14           | P5-14        | adult | patrol | 4  | hours         | 0 | 0  | 0  | E2         | default
            rule_P6-01           | P6-01        | adult | patrol | 24 | hours         | 0 | 0  | 0  | E1, E2     | default
            rule_P6-02           | P6-02        | adult | patrol | 10 | working days  | 0 | 0  | 0  | E2, E4     | default
            rule_P6-02-read      | P6-02-read   | adult | patrol | 5  | working days  | 0 | 0  | 0  | E1         | default
            rule_P6-03           | P6-03        | adult | patrol | 5  | working days  | 0 | 0  | 0  | E4         | default
            rule_P6-04           | P6-04        | adult | patrol | 48 | hours         | 0 | 0  | 0  | E1, E4     | default
            rule_P6-05_child     | P6-05        | child | patrol | 24 | hours         | 0 | 0  | 0  | E1, E3     | default
            rule_P6-05_adult     | P6-05        | adult | patrol | 5  | working days  | 0 | 0  | 0  | E1, E3     | default
            rule_P6-06           | P6-06        | adult | patrol | 3  | working days  | 0 | 0  | 0  | E4         | default
            rule_P6-06-answer    | P6-06-answer | adult | patrol | 3  | working days  | 0 | 0  | 0  | E4         | default
            rule_P6-07           | P6-07        | adult | patrol | 2  | working days  | 0 | 0  | 0  | E1         | default
            rule_P6-08           | P6-08        | adult | patrol | 24 | hours         | 0 | 0  | 0  | E1, E4     | default
            rule_P6-08-release   | P6-08-release | adult | patrol | 24 | hours         | 0 | 0  | 0  | E1, E4     | default
            rule_P6-08-wait      | P6-08-wait   | adult | patrol | 180 | calendar days | 0 | 0  | 0  | ''         | default
            rule_P6-08-status    | P6-08-status | adult | patrol | 5  | working days  | 0 | 0  | 0  | E1, E4     | default
            rule_P6-09           | P6-09        | adult | patrol | 3  | calendar days | 0 | 0  | 0  | E1         | default
            rule_P6-09-ruling    | P6-09-ruling | adult | patrol | 60 | calendar days | 0 | 0  | 0  | E1         | default
            rule_P6-10           | P6-10        | adult | patrol | 10 | working days  | 0 | 0  | 0  | E4         | default
            rule_P6-10-answer    | P6-10-answer | adult | patrol | 10 | working days  | 0 | 0  | 0  | E4         | default
            rule_P6-11-offer     | P6-11-offer  | adult | patrol | 10 | working days  | 0 | 0  | 0  | E1, E3     | default
            rule_P6-11           | P6-11        | adult | patrol | 3  | working days  | 0 | 0  | 0  | E1, E3     | default
            rule_P6-11-suit      | P6-11-suit   | adult | patrol | 30 | calendar days | 0 | 0  | 0  | E1, E3     | default
            rule_P6-12-wait      | P6-12-wait   | adult | patrol | 90 | calendar days | 0 | 0  | 0  | ''         | default
            rule_P6-12           | P6-12        | adult | patrol | 10 | working days  | 0 | 0  | 0  | E4, E5     | default
            rule_P10-01          | P10-01       | adult | patrol | 72 | hours         | 0 | 0  | 0  | E4         | default
            rule_P10-01-assessment | P10-01-assessment | adult | patrol | 4 | hours   | 0 | 0  | 0  | E4         | default
            rule_P10-01-containment | P10-01-containment | adult | patrol | 24 | hours | 0 | 0 | 0  | E4         | default
            rule_P10-01-person   | P10-01-person | adult | patrol | 3 | working days  | 0 | 0  | 0  | E1, E3     | default
            rule_P10-02          | P10-02       | adult | patrol | 30 | calendar days | 0 | 0  | 0  | E4         | default
            rule_P10-02-records  | P10-02-records | adult | patrol | 10 | working days | 0 | 0 | 0  | E1, E3     | default
            rule_P10-03          | P10-03       | adult | patrol | 4  | hours         | 0 | 0  | 0  | E4         | default
            rule_P10-04          | P10-04       | adult | patrol | 3  | working days  | 0 | 0  | 0  | E4         | default
            rule_P10-05          | P10-05       | adult | patrol | 10 | working days  | 0 | 0  | 0  | E4         | default
            rule_P12-01          | P12-01       | child | online | 24 | hours         | 0 | 0  | 0  | E1, E3     | default
            rule_P12-01-imminent | P12-01-imminent | child | online | 1 | hours       | 0 | 0  | 0  | E1, E3     | default
            rule_P12-02          | P12-02       | child | online | 24 | hours         | 0 | 0  | 0  | E1, E2     | default
            rule_P12-03          | P12-03       | child | online | 24 | hours         | 0 | 0  | 0  | E2, E3     | default
            rule_P12-04          | P12-04       | child | online | 48 | hours         | 0 | 0  | 0  | E2, E3     | default
            rule_P12-05          | P12-05       | child | online | 7  | calendar days | 0 | 0  | 0  | E1, E3     | default
            rule_E1              | E1           | adult | patrol | 12 | hours         | 0 | 0  | 0  | ''         | default
            rule_E2              | E2           | adult | patrol | 12 | hours         | 0 | 0  | 0  | ''         | default
            rule_E3              | E3           | adult | patrol | 12 | hours         | 0 | 0  | 0  | ''         | default
            rule_E4              | E4           | adult | patrol | 12 | hours         | 0 | 0  | 0  | ''         | default
            rule_E5              | E5           | adult | patrol | 12 | hours         | 0 | 0  | 0  | ''         | default
            """;

    /** A service that nobody answers for: the institution's seat in the Responsible Authority has five working days. */
    private static final List<String> A_WEEK_PER_RUNG = List.of("P4-01", "P4-02", "P4-03", "P4-04");

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static DmnDecisionTableEvaluationEvent seen;
    private static final DmnEngine ENGINE = engine();
    private static final DmnDecision DEADLINES = deadlines();

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = RULES)
    void theRuleGivesItsDeadline(
            String rule,
            String step,
            String ageGroup,
            String channel,
            int amount,
            String unit,
            int extensions,
            int extensionAmount,
            int suspensionDays,
            String ladder,
            String status) {
        Map<String, Object> row =
                evaluate(step, ageGroup, channel, TODAY).getSingleResult().getEntryMap();

        assertThat(seen.getMatchingRules()).singleElement().extracting("id").isEqualTo(rule);
        assertThat(row)
                .containsEntry("amount", amount)
                .containsEntry("unit", unit)
                .containsEntry("extensions", extensions)
                .containsEntry("extensionAmount", extensionAmount)
                .containsEntry("suspensionDays", suspensionDays)
                .containsEntry("ladder", ladder)
                .containsEntry("status", status);
        assertThat(row.get("rungHours")).isEqualTo(A_WEEK_PER_RUNG.contains(step) ? 168 : null);
        assertThat((String) row.get("legalBasis")).contains(status.equals("default") ? "default" : "2016");
    }

    @Test
    void everyRuleOfTheTableIsTestedHereOnce() {
        assertThat(Dmn.readModelFromStream(file()).getModelElementsByType(Rule.class))
                .extracting(Rule::getId)
                .containsExactlyInAnyOrderElementsOf(RULES.lines()
                        .map(line -> line.substring(0, line.indexOf('|')).strip())
                        .toList())
                .hasSize(133);
    }

    @Test
    void doubtAboutTheAgeGivesTheDeadlinesOfAChild() {
        RULES.lines().map(line -> line.split("\\|")[1].strip()).distinct().forEach(step -> assertThat(
                        evaluate(step, "doubt", "patrol", TODAY)
                                .getSingleResult()
                                .getEntryMap())
                .as(step)
                .isEqualTo(evaluate(step, "child", "patrol", TODAY)
                        .getSingleResult()
                        .getEntryMap()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"P1-99", "", "p1-04", "P3-06-"})
    void aStepThatTheTableDoesNotKnowHasNoDeadline(String step) {
        assertThat(evaluate(step, "adult", "border", TODAY)).isEmpty();
    }

    @Test
    void theDeadlinesHoldForCasesReportedSinceTheProceduresOf2018() {
        assertThat(evaluate("P1-04", "adult", "patrol", LocalDate.of(2018, 8, 29)))
                .hasSize(1);
        assertThat(evaluate("P1-04", "adult", "patrol", LocalDate.of(2018, 8, 28)))
                .isEmpty();
    }

    /** Anything else would stand in the decision history as a serialized Java object, or fail to be stored there. */
    @Test
    void theTableReadsAndGivesPlainValuesOnly() {
        evaluate("P3-13", "child", "patrol", TODAY);

        assertThat(seen.getInputs()).hasSize(4).allSatisfy(input -> assertThat(
                        input.getValue().getType().isPrimitiveValueType())
                .isTrue());
        assertThat(seen.getMatchingRules().get(0).getOutputEntries().values())
                .hasSize(8)
                .allSatisfy(output -> assertThat(output.getValue().getType().isPrimitiveValueType())
                        .isTrue());
    }

    private static DmnDecisionTableResult evaluate(String step, String ageGroup, String channel, LocalDate reportedOn) {
        return ENGINE.evaluateDecisionTable(
                DEADLINES,
                Variables.putValue("step", step)
                        .putValue("ageGroup", ageGroup)
                        .putValue("channel", channel)
                        .putValue("reportedOn", reportedOn));
    }

    private static DmnEngine engine() {
        DefaultDmnEngineConfiguration configuration =
                (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        configuration.setCustomPostDecisionTableEvaluationListeners(List.of(event -> seen = event));
        return configuration.buildEngine();
    }

    private static DmnDecision deadlines() {
        return ENGINE.parseDecision("deadlines", file());
    }

    private static InputStream file() {
        try {
            return Files.newInputStream(Path.of("processes/deadlines.dmn"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
