package al.nrm.online;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The weights of an online report add up, and danger alone makes harm imminent. */
@Tag("database-independent")
class OnlineSeverityDecisionTest {

    private static final Path FILE = Path.of("processes/online-severity.dmn");
    private static final DmnEngine ENGINE =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    every report counts               | false | adult |      |        | 1
                    danger                            | true  | adult |      |        | 101
                    a child                           | false | child |      |        | 31
                    age in doubt                      | false | doubt |      |        | 21
                    filming or live-streaming         | false | adult | E08  |        | 41
                    paid abuse                        | false | adult | E02  |        | 41
                    control                           | false | adult | K01  |        | 41
                    blackmail with images             | false | adult | K03  |        | 41
                    grooming                          | false | adult | R05  |        | 21
                    another indicator                 | false | adult | A02  |        | 1
                    a county                          | false | adult |      | tirane | 11
                    a child streamed and controlled   | false | child | E08 K01 |     | 111
                    a groomed child in Albania        | false | child | R05  | vlore  | 61
                    everything                        | true  | child | E08 E02 K01 K03 R05 | vlore | 321
                    """)
    void theWeightsOfAllRulesThatFitAreAdded(
            String report, boolean danger, String ageGroup, String indicators, String county, int severity)
            throws IOException {
        try (InputStream model = Files.newInputStream(FILE)) {
            Integer found = ENGINE.evaluateDecisionTable(
                            "online-severity",
                            model,
                            Variables.putValue("immediateDanger", danger)
                                    .putValue("ageGroup", ageGroup)
                                    .putValue(
                                            "indicators",
                                            indicators == null ? List.of() : List.of(indicators.split(" ")))
                                    .putValue("county", county))
                    .getSingleEntry();
            assertThat(found).isEqualTo(severity);
        }
    }

    @Test
    void thereAreTenRules() {
        assertThat(Dmn.readModelFromFile(FILE.toFile()).getModelElementsByType(Rule.class))
                .hasSize(10);
    }
}
