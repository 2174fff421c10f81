package al.nrm.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long the content of a closed case is kept: by the reason for closing, then by the person's age (domain 10.2). */
@Tag("database-independent")
class RetentionDecisionTest {

    private static final Path FILE = Path.of("processes/retention.dmn");
    private static final DmnEngine ENGINE =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    a screening without indicators      | noIndicators | adult | 2026-09-14 | 1990-01-01 | 2027-09-14
                    a child screened without indicators | noIndicators | child | 2026-09-14 | 2015-01-01 | 2027-09-14
                    an adult who refused                | refused      | adult | 2026-09-14 |            | 2027-09-14
                    not a victim                        | notVictim    | adult | 2026-09-14 | 1990-01-01 | 2027-09-14
                    a victim                            | goalsMet     | adult | 2026-09-14 | 1990-01-01 | 2036-09-14
                    closed on a leap day                | goalsMet     | adult | 2028-02-29 | 1990-01-01 | 2038-02-28
                    a reason not recorded               |              | adult | 2026-09-14 | 1990-01-01 | 2036-09-14
                    a child of eleven                   | goalsMet     | child | 2026-09-14 | 2015-03-02 | 2043-03-02
                    a child born on a leap day          | movedAbroad  | child | 2026-09-14 | 2012-02-29 | 2040-02-29
                    an age in doubt                     | goalsMet     | doubt | 2026-09-14 | 2009-03-02 | 2037-03-02
                    a child whose birth nobody knows    | goalsMet     | child | 2026-09-14 |            | 2054-09-14
                    a child once, closed at thirty      | died         | child | 2040-05-01 | 2010-05-01 | 2040-05-01
                    """)
    void theFirstRuleThatFitsSaysUntilWhen(
            String what, String reason, String ageGroup, LocalDate closed, LocalDate born, LocalDate until)
            throws IOException {
        try (InputStream model = Files.newInputStream(FILE)) {
            RetentionRule rule = RetentionRule.of(ENGINE.evaluateDecisionTable(
                                    "retention",
                                    model,
                                    Variables.putValue("closureReason", reason).putValue("ageGroup", ageGroup))
                            .getSingleResult()
                            .getEntryMap())
                    .orElseThrow();

            assertThat(rule.keptUntil(closed, born)).as(what).isEqualTo(until);
            assertThat(rule.legalBasis()).contains("Law 124/2024");
            assertThat(rule.status()).isEqualTo("default");
        }
    }

    @ParameterizedTest
    @CsvSource({
        ", closure, Law",
        "0, closure, Law",
        "-1, closure, Law",
        "1, Birth, Law",
        "1, , Law",
        "1, closure, ",
        "1, birth, ' '"
    })
    void aSlipInTheTableErasesNothing(Integer years, String countedFrom, String legalBasis) {
        Map<String, Object> row = new HashMap<>();
        row.put("years", years);
        row.put("countedFrom", countedFrom);
        row.put("legalBasis", legalBasis);
        assertThat(RetentionRule.of(row)).isEmpty();
    }

    @Test
    void theTableHasTheFourRulesTestedHere() throws IOException {
        try (InputStream model = Files.newInputStream(FILE)) {
            assertThat(Dmn.readModelFromStream(model).getModelElementsByType(Rule.class))
                    .hasSize(4);
        }
    }
}
