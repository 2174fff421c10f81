package al.nrm.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import al.nrm.Case;
import al.nrm.Cases;
import al.nrm.ProcessTest;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;

/** A step that fails tells whoever runs the system where it failed, and nobody what it failed with. */
@ProcessTest
@ExtendWith(OutputCaptureExtension.class)
class FailureTextTest {

    /** What Java says of the failure; another one would repeat the value. */
    private static final String SAID = "cannot be cast to";

    @Autowired
    private Cases cases;

    @Autowired
    private ManagementService management;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void messagesOfOthersAreLeftOutAndOursStay() {
        Exception cause = new NumberFormatException("For input string: \"Zamira\nCaused and continued\"");
        String text = FailureText.of(new IllegalStateException("Zamira", new NoCaseWith(cause)));

        assertThat(text)
                .doesNotContain("Zamira", "continued")
                .startsWith("java.lang.IllegalStateException\n\tat al.nrm.casefile.FailureTextTest")
                .contains("\nCaused by: al.nrm.casefile.FailureTextTest$NoCaseWith: ours\n")
                .contains("\nCaused by: java.lang.NumberFormatException\n");
    }

    private static class NoCaseWith extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NoCaseWith(Throwable cause) {
            super("ours", cause);
        }
    }

    @Test
    void ofAMessageAloneTheEnginesCodeIsLeft() {
        assertThat(FailureText.ofMessage("ENGINE-02004 Zamira is no number")).isEqualTo("ENGINE-02004");
        assertThat(FailureText.ofMessage("Zamira is no number")).doesNotContain("Zamira");
        assertThat(FailureText.ofMessage(null)).isNull();
    }

    @Test
    void aTimerThatFailsOverAValueLeavesItNeitherInTheDatabaseNorInTheLog(CapturedOutput output) {
        Case stage = cases.stage("informed-consent", Map.of());
        Job timer = management
                .createJobQuery()
                .processInstanceId(stage.root())
                .timers()
                .list()
                .get(0);
        // what the table of deadlines needs as a date, so that no ladder can be opened
        runtime.setVariable(stage.root(), "reportedAt", "no date");

        assertThatExceptionOfType(ClassCastException.class)
                .isThrownBy(() -> management.executeJob(timer.getId()))
                .withMessageContaining(SAID);

        assertThat(jdbc.queryForList(
                        "select EXCEPTION_MSG_ from ACT_RU_JOB where ID_ = ?", String.class, timer.getId()))
                .singleElement()
                .asString()
                .isNotEmpty()
                .doesNotContain(SAID);
        assertThat(management.getJobExceptionStacktrace(timer.getId()))
                .contains("\tat ")
                .doesNotContain(SAID);
        assertThat(jdbc.queryForList(
                        "select JOB_EXCEPTION_MSG_ from ACT_HI_JOB_LOG where JOB_ID_ = ? and JOB_EXCEPTION_MSG_ is not null",
                        String.class,
                        timer.getId()))
                .isNotEmpty()
                .allSatisfy(message -> assertThat(message).doesNotContain(SAID));
        assertThat(output.getAll()).doesNotContain(SAID);
    }
}
