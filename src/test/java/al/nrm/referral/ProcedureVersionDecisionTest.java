package al.nrm.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
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

/** A case is governed by the procedures that were in force on the day of its report. */
@Tag("database-independent")
class ProcedureVersionDecisionTest {

    private static final Path FILE = Path.of("processes/procedure-version.dmn");
    private static final DmnEngine ENGINE =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    @ParameterizedTest
    @CsvSource({
        "2026-11-21, DCM-499-2018",
        "2018-08-29, DCM-499-2018",
        "2018-08-28, DCM-582-2011",
        "2011-07-27, DCM-582-2011"
    })
    void theDayOfTheReportDecides(LocalDate reportedOn, String procedureVersion) throws IOException {
        assertThat(evaluate(reportedOn).<String>getSingleEntry()).isEqualTo(procedureVersion);
        assertThat(evaluate(reportedOn.toString()).<String>getSingleEntry()).isEqualTo(procedureVersion);
    }

    @Test
    void noProceduresGovernACaseReportedBeforeTheFirstOnes() throws IOException {
        assertThat(evaluate(LocalDate.of(2011, 7, 26))).isEmpty();
    }

    @Test
    void theTableHasTheTwoRulesTestedHere() throws IOException {
        try (InputStream model = Files.newInputStream(FILE)) {
            assertThat(Dmn.readModelFromStream(model).getModelElementsByType(Rule.class))
                    .hasSize(2);
        }
    }

    private static DmnDecisionTableResult evaluate(Object reportedOn) throws IOException {
        try (InputStream model = Files.newInputStream(FILE)) {
            return ENGINE.evaluateDecisionTable(
                    "procedure-version", model, Variables.putValue("reportedOn", reportedOn));
        }
    }
}
