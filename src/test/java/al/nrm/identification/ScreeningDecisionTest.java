package al.nrm.identification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionLiteralExpressionEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionLogicEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.spin.Spin;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The screening says what the national rule, the ILO rule and the rule for children say, whichever protects more. */
@Tag("database-independent")
class ScreeningDecisionTest {

    /** Rule, and a person it applies to: age group, indicators, result of the screening. */
    private static final String RULES = """
            rule_potentialByNationalRule         | adult | R02 V01 E06             | potential
            rule_potentialByIloRule              | adult | E01 E03 K01 K02         | potential
            rule_potentialByChildRule            | child | V06                     | potential
            rule_watch                           | adult | E01                     | watch
            rule_none                            | adult |                         | none
            rule_national-rule_adult             | adult | R02 A03 E06             | potential
            rule_national-rule_child             | doubt | R02 E06                 | potential
            rule_national-rule_otherwise         | adult | R02 E06                 | watch
            rule_ilo-rule_exploitationAndOneMore | adult | E05 E06 V01 V08         | potential
            rule_ilo-rule_anyThree               | adult | R01 R03 C01 C02 K01 K02 | potential
            rule_ilo-rule_anyIndicator           | adult | R01 R03 C01 C02 K01     | watch
            rule_ilo-rule_otherwise              | adult |                         | none
            rule_child-rule_strong               | doubt | K01                     | potential
            rule_child-rule_otherwise            | child | K05                     | watch
            rule_age-column_adult                | adult | C02                     | watch
            rule_age-column_child                | doubt | C02                     | none
            """;

    private static final Map<String, DmnDecisionLogicEvaluationEvent> SEEN = new HashMap<>();
    private static final DmnEngine ENGINE = engine();
    private static final DmnDecision SCREENING = ENGINE.parseDecision("screening", file());
    private static final DmnDecision POSITIVE = ENGINE.parseDecision("screening-positive-dimensions", file());
    private static final DmnDecision INDICATORS = ENGINE.parseDecision("screening-indicators", file());

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = RULES)
    void theRuleApplies(String rule, String ageGroup, String codes, String result) {
        assertThat(screen(ageGroup, codesIn(codes))).isEqualTo(result);
        assertThat(rulesThatApplied()).contains(rule);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("al.nrm.identification.Indicator#catalogue")
    void aCodeAloneCountsOnlyForTheAgeGroupsItIsMarkedFor(Indicator indicator) {
        Map<String, Object> row = Map.of(
                "codes", indicator.code(),
                "dimensions", indicator.dimension(),
                "weights", indicator.weight(),
                "sections", indicator.section());

        for (String ageGroup : List.of("adult", "child", "doubt")) {
            boolean marked = ageGroup.equals("adult") ? indicator.adult() : indicator.child();
            boolean enough = !ageGroup.equals("adult") && indicator.weight().equals("strong");

            assertThat(evaluate(INDICATORS, ageGroup, List.of(indicator.code())).getResultList())
                    .as(ageGroup)
                    .isEqualTo(marked ? List.of(row) : List.of());
            assertThat(screen(ageGroup, List.of(indicator.code())))
                    .as(ageGroup)
                    .isEqualTo(!marked ? "none" : enough ? "potential" : "watch");
        }
    }

    @ParameterizedTest(name = "{1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
                    adult | R01 R03                 | deceptive recruitment
                    adult | R01 R02                 | deceptive recruitment
                    child | A03 A04                 | vulnerability at destination
                    adult | R02 R04 R05             | deceptive recruitment
                    adult | A01 A02 A03             | vulnerability at destination
                    adult | R01                     | ''
                    adult | R02                     | ''
                    adult | A03                     | ''
                    adult | R02 R04                 | ''
                    adult | A01 A03                 | ''
                    adult | R01 C01 V08 E01 K01 A01 | ''
                    adult | A03 A04                 | ''
                    child | K02 K04                 | ''
                    adult | K05 E01 K01 E03         | exploitation, coercion at destination
                    """)
    void aDimensionIsPositiveFromTheSmallestCombinationsOn(String ageGroup, String codes, String positive) {
        assertThat(evaluate(POSITIVE, ageGroup, codesIn(codes)).<String>getSingleEntry())
                .isEqualTo(positive);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    exploitation alone                       | E01 E03 E05             | watch
                    exploitation and a dimension not reached | E01 E03 K05 K06         | watch
                    exploitation and one more                | E01 E03 A01 A02 A03     | potential
                    two without exploitation                 | R01 R03 C01 C03         | watch
                    two and exploitation not reached         | V08 V01 K01 K02 E01     | watch
                    three without exploitation               | V08 V01 K01 K02 C01 C03 | potential
                    one in each of A, B and C                | R05 A03 E06             | potential
                    none in B                                | R01 R03 E06             | watch
                    none in A                                | K01 V08 C01 E01         | watch
                    none in C                                | R01 K01 V08 C01         | watch
                    """)
    void anAdultIsPotentialByTheNationalOrTheIloRule(String ticked, String codes, String result) {
        assertThat(screen("adult", codesIn(codes))).as(ticked).isEqualTo(result);
    }

    @Test
    void anyoneNotKnownToBeAnAdultIsScreenedAsAChild() {
        assertThat(screen("doubt", List.of("E02"))).isEqualTo("potential");
        assertThat(screen(null, List.of("E02"))).isEqualTo("potential");
    }

    @Test
    void aCodeThatTheCatalogueDoesNotKnowCountsNothing() {
        assertThat(screen("child", List.of("X01", "R08", "XE01", "E010", "e01", "", "E01, R01")))
                .isEqualTo("none");
        assertThat(screen("child", null)).isEqualTo("none");
    }

    @Test
    void theListMayComeAsTheJsonOfTheForm() {
        assertThat(screen("adult", Spin.JSON("[\"R02\", \"V01\", \"E06\"]"))).isEqualTo("potential");
        assertThat(screen("adult", Spin.JSON("[]"))).isEqualTo("none");
    }

    @Test
    void theTablesSayWhatTheRulesSayOfThreeThousandRandomFindings() {
        Random random = new Random(582_499);
        Map<String, Integer> frequency = new HashMap<>();
        List<String> codes =
                new ArrayList<>(Indicator.catalogue().map(Indicator::code).toList());
        for (int i = 0; i < 3_000; i++) {
            Collections.shuffle(codes, random);
            List<String> ticked = List.copyOf(codes.subList(0, random.nextInt(12)));
            String ageGroup =
                    List.of("adult", "adult", "adult", "child", "doubt").get(random.nextInt(5));

            String result = screen(ageGroup, ticked);

            assertThat(result)
                    .as("%s %s", ageGroup, ticked)
                    .isEqualTo(Indicator.screen(ageGroup.equals("adult"), ticked));
            frequency.merge(ageGroup + " " + result, 1, Integer::sum);
        }
        assertThat(frequency)
                .as("every result came up for everyone")
                .hasSize(9)
                .allSatisfy((result, times) -> assertThat(times).isGreaterThan(10));
    }

    @Test
    void everyRuleIsTestedHere() {
        Set<String> tested = new TreeSet<>(Set.of(
                "rule_combinations_twoStrong",
                "rule_combinations_strongAndMedium",
                "rule_combinations_strongAndWeak",
                "rule_combinations_threeMedium",
                "rule_combinations_twoMediumAndWeak"));
        Indicator.catalogue().forEach(indicator -> tested.add("rule_" + indicator.code()));
        RULES.lines().forEach(line -> tested.add(line.split(" ")[0]));

        assertThat(Dmn.readModelFromStream(file()).getModelElementsByType(Rule.class))
                .extracting(Rule::getId)
                .containsExactlyInAnyOrderElementsOf(tested)
                .hasSize(60);
    }

    /** Anything else would stand in the decision history as a serialized Java object, or fail to be stored there. */
    @Test
    void theTablesReadAndGivePlainValuesOnly() {
        screen("adult", Spin.JSON("[\"E01\", \"E03\", \"K01\", \"K02\"]"));

        assertThat(SEEN.values()).hasSize(8).allSatisfy(event -> assertThat(valuesOf(event))
                .isNotEmpty()
                .allSatisfy(value ->
                        assertThat(value.getType().isPrimitiveValueType()).isTrue()));
    }

    private static String screen(String ageGroup, Object indicators) {
        return evaluate(SCREENING, ageGroup, indicators).getSingleEntry();
    }

    private static DmnDecisionResult evaluate(DmnDecision decision, String ageGroup, Object indicators) {
        SEEN.clear();
        return ENGINE.evaluateDecision(
                decision, Variables.putValue("ageGroup", ageGroup).putValue("indicators", indicators));
    }

    private static List<String> codesIn(String codes) {
        return codes == null ? List.of() : List.of(codes.split(" "));
    }

    private static List<String> rulesThatApplied() {
        return SEEN.values().stream()
                .filter(DmnDecisionTableEvaluationEvent.class::isInstance)
                .map(DmnDecisionTableEvaluationEvent.class::cast)
                .flatMap(event -> event.getMatchingRules().stream())
                .map(DmnEvaluatedDecisionRule::getId)
                .toList();
    }

    private static List<TypedValue> valuesOf(DmnDecisionLogicEvaluationEvent event) {
        List<TypedValue> values = new ArrayList<>();
        if (event instanceof DmnDecisionTableEvaluationEvent table) {
            table.getInputs().forEach(input -> values.add(input.getValue()));
            table.getMatchingRules()
                    .forEach(rule -> rule.getOutputEntries().values().forEach(output -> values.add(output.getValue())));
        } else {
            values.add(((DmnDecisionLiteralExpressionEvaluationEvent) event).getOutputValue());
        }
        return values;
    }

    private static DmnEngine engine() {
        DefaultDmnEngineConfiguration configuration =
                (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        configuration.setCustomPostDecisionEvaluationListeners(List.of(event -> {
            SEEN.put(event.getDecisionResult().getDecision().getKey(), event.getDecisionResult());
            event.getRequiredDecisionResults()
                    .forEach(required -> SEEN.put(required.getDecision().getKey(), required));
        }));
        return configuration.buildEngine();
    }

    private static InputStream file() {
        try {
            return Files.newInputStream(Path.of("processes/screening.dmn"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
