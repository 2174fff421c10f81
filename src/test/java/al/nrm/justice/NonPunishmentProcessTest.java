package al.nrm.justice;

import static al.nrm.Cases.tirane;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import al.nrm.Case;
import al.nrm.Cases;
import al.nrm.CoversProcess;
import al.nrm.ProcessTest;
import al.nrm.TiraneTime;
import al.nrm.casefile.FormRefused;
import java.util.Map;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Victims charged and punished: at every charge prosecution and lawyer look whether it is linked to the trafficking (P6-06). */
@ProcessTest
@CoversProcess("non-punishment")
@TiraneTime("2026-11-02T10:00")
class NonPunishmentProcessTest {

    @Autowired
    Cases cases;

    private static final String PROSECUTION = "prosecution.tirane";
    private static final String LAWYERS = "legal-aid-directorate";

    @Test
    void prosecutionAndLawyerAreAskedAtOnceAndIndependently() {
        Case person = charged();
        assertThat(person.open()).containsExactly("P6-06 " + LAWYERS, "P6-06 " + PROSECUTION);
        assertThat(person.due(person.task("P6-06", PROSECUTION))).isEqualTo(tirane("2026-11-05T10:00"));
        assertThat(person.due(person.task("P6-06", LAWYERS))).isEqualTo(tirane("2026-11-05T10:00"));
    }

    @ParameterizedTest
    @CsvSource({"none, true", "dropped, true", "stands, false"})
    void whereNoDisputedChargeStandsTheCheckpointIsPassed(String result, boolean link) {
        Case person = check(result).completeAs("P6-06", LAWYERS, Map.of("lawyerSeesLink", link));
        assertThat(person.end()).isEqualTo("EndEvent_CheckpointPassed");
    }

    @Test
    void victimsChargedAndPunishedAChargeThatTheLawyerLinksToTraffickingIsLookedAtByAnotherProsecutor() {
        Case person = check("stands").completeAs("P6-06", LAWYERS, Map.of("lawyerSeesLink", true));
        assertThat(person.open()).containsExactly("P6-06 " + PROSECUTION);
        String another = cases.memberOf(PROSECUTION);
        assertThatThrownBy(() -> person.completeAs("P6-06", another, Map.of("answerToLawyer", " ")))
                .isInstanceOf(FormRefused.class)
                .hasMessageStartingWith("answerToLawyer: ");
        person.completeAs("P6-06", another, Map.of("chargeReviewed", "dropped"));
        assertThat(person.end()).isEqualTo("EndEvent_LawyerAnswered");
        assertThat(person.fact("chargeReviewed")).containsExactly("dropped");
    }

    @Test
    void whoUpheldTheChargeDoesNotAnswerTheLawyer() {
        Case person = check("stands").completeAs("P6-06", LAWYERS, Map.of("lawyerSeesLink", true));
        assertThatThrownBy(() -> person.complete("P6-06")).isInstanceOf(FormFieldValidationException.class);
        assertThat(person.open()).containsExactly("P6-06 " + PROSECUTION);
    }

    @Test
    void noFindingIsWithoutReasons() {
        Case person = charged();
        assertThatThrownBy(() -> person.completeAs("P6-06", PROSECUTION, Map.of("chargeReason", "")))
                .isInstanceOf(FormRefused.class)
                .hasMessageStartingWith("chargeReason: ");
        assertThatThrownBy(() -> person.completeAs("P6-06", LAWYERS, Map.of("lawyerOpinion", "")))
                .isInstanceOf(FormRefused.class)
                .hasMessageStartingWith("lawyerOpinion: ");
    }

    @Test
    void whoeverIsLateIsReportedToTheChair() {
        Case person = charged();
        person.miss(person.task("P6-06", PROSECUTION));
        person.miss(person.task("P6-06", LAWYERS));
        assertThat(person.ladder()).containsExactly("E4 ra-chair", "E4 ra-chair");
        person.completeAs("P6-06", PROSECUTION, Map.of("chargeResult", "stands"))
                .completeAs("P6-06", LAWYERS, Map.of("lawyerSeesLink", true));
        assertThat(person.ladder()).isEmpty();
        person.miss("P6-06");
        assertThat(person.open()).containsExactly("E4 ra-chair", "P6-06 " + PROSECUTION);
    }

    private Case check(String result) {
        return charged().completeAs("P6-06", PROSECUTION, Map.of("chargeResult", result));
    }

    private Case charged() {
        return cases.stage(
                "non-punishment",
                Map.of("competentProsecution", "prosecution", "eventNote", "Fined for border crossing."));
    }
}
