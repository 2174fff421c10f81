package al.nrm.protection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shelter proposed is that of the first rule that fits, and there is always one. */
@Tag("database-independent")
class ShelterMatchingDecisionTest {

    private static final Path FILE = Path.of("processes/shelter-matching.dmn");
    private static final DmnEngine ENGINE =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    high security                    | true  | ALB | false | adult | female  | nrcvt
                    high security before every other | true  | ALB | true  | child | male    | nrcvt
                    a foreigner                      | false | SRB | false | adult | female  | nrcvt
                    a stateless child                | false | XXA | false | child | female  | nrcvt
                    a man of unknown nationality     | false | XXX | false | adult | male    | nrcvt
                    a trial in Tirana                | false | ALB | true  | adult | female  | nrcvt
                    a child with a trial in Tirana   | false | ALB | true  | child | male    | nrcvt
                    a child                          | false | ALB | false | child | female  | tjeter-vizion
                    a boy                            | false | ALB | false | child | male    | tjeter-vizion
                    an age in doubt                  | false | ALB | false | doubt | male    | tjeter-vizion
                    a man                            | false | ALB | false | adult | male    | different-equal
                    a woman                          | false | ALB | false | adult | female  | vatra
                    another sex                      | false | ALB | false | adult | other   | vatra
                    sex unknown                      | false | ALB | false | adult | unknown | vatra
                    security and trial not asked     |       | ALB |       | adult | female  | vatra
                    """)
    void theFirstRuleThatFitsProposesTheShelter(
            String person,
            Boolean highSecurity,
            String nationality,
            Boolean trialInTirana,
            String ageGroup,
            String sex,
            String shelter)
            throws IOException {
        try (InputStream model = Files.newInputStream(FILE)) {
            DmnDecisionTableResult result = ENGINE.evaluateDecisionTable(
                    "shelter-matching",
                    model,
                    Variables.putValue("highSecurity", highSecurity)
                            .putValue("nationality", nationality)
                            .putValue("trialInTirana", trialInTirana)
                            .putValue("ageGroup", ageGroup)
                            .putValue("sex", sex));

            assertThat(result.<String>getSingleEntry()).as(person).isEqualTo(shelter);
        }
    }

    @Test
    void theTableHasTheSixRulesTestedHere() throws IOException {
        try (InputStream model = Files.newInputStream(FILE)) {
            assertThat(Dmn.readModelFromStream(model).getModelElementsByType(Rule.class))
                    .hasSize(6);
        }
    }
}
