package al.nrm.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import al.nrm.Case;
import al.nrm.Cases;
import al.nrm.ProcessTest;
import al.nrm.TiraneTime;
import al.nrm.notification.Mails;
import al.nrm.notification.SentMails;
import java.time.Clock;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** An institution is warned once when three quarters of a step's time are over, by a mail that betrays nobody. */
@ProcessTest
@TiraneTime("2026-09-14T10:00")
class WarnBeforeDeadlineTest {

    private static final String POLICE = "state-police-at.kukes";

    @Autowired
    Cases cases;

    @Autowired
    IdentityService identities;

    @Autowired
    TaskService tasks;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    private final SentMails mails = new SentMails();
    private WarnBeforeDeadline warning;
    private String officer;

    @BeforeEach
    void anOfficerHasAnAddress() {
        warning = warning(mails);
        officer = cases.memberOf(POLICE);
        address("officer@police.example");
    }

    @AfterEach
    void theOfficerLeaves() {
        identities.deleteUser(officer);
    }

    @Test
    void whenThreeQuartersOfTheTimeAreOverEachOfficerOfTheInstitutionIsWarned() {
        Case person = convening();
        Cases.itIs("2026-09-16T15:59:59");
        warning.warn();
        assertThat(mails.about(person.number())).isEmpty();
        Cases.itIs("2026-09-16T16:00:01");
        warning.warn();
        assertThat(mails.about(person.number())).singleElement().satisfies(mail -> assertThat(mail.getTo())
                .containsExactly("officer@police.example"));
    }

    @Test
    void oncePerTaskAndNoMore() {
        Case person = convening();
        Cases.itIs("2026-09-17T08:00");
        warning.warn();
        warning.warn();
        assertThat(mails.about(person.number())).hasSize(1);
    }

    @Test
    void theMailCarriesTheCaseNumberTheStepAndTheTimeAndNothingElse() {
        Case person = convening();
        Cases.itIs("2026-09-17T08:00");
        warning.warn();
        assertThat(mails.about(person.number())).singleElement().satisfies(mail -> {
            assertThat(mail.getSubject()).isEqualTo("Case " + person.number() + ": a deadline is near");
            assertThat(mail.getText())
                    .isEqualTo("In case " + person.number()
                            + " the step \"Convene identification team\" is due at 17.09.2026 10:00 (time in Tirana).");
        });
    }

    @Test
    void aDeadlineThatHasPassedIsEscalatedAndNotWarnedOf() {
        Case person = convening();
        Cases.itIs("2026-09-17T10:00:01");
        warning.warn();
        assertThat(mails.about(person.number())).isEmpty();
    }

    @Test
    void aWarningThatTheMailServerRefusesIsTriedAgainAndHoldsNoOtherUp() {
        address("unknown@police.example");
        Case first = convening();
        Case second = convening();
        Cases.itIs("2026-09-17T08:00");
        warning.warn();
        assertThat(mails.about(first.number())).isEmpty();
        address("officer@police.example");
        warning.warn();
        assertThat(mails.about(first.number())).hasSize(1);
        assertThat(mails.about(second.number())).hasSize(1);
    }

    @Test
    void oneAddressThatDoesNotWorkKeepsNobodyElseFromBeingWarnedOnce() {
        String colleague = officer;
        officer = cases.memberOf(POLICE);
        address("unknown@police.example");
        Case person = convening();
        Cases.itIs("2026-09-17T08:00");
        warning.warn();
        warning.warn();
        identities.deleteUser(colleague);
        assertThat(mails.about(person.number())).hasSize(1);
    }

    @Test
    void withoutAMailServerNobodyCountsAsWarned() {
        Case person = convening();
        Cases.itIs("2026-09-17T08:00");
        warning(SentMails.withoutServer()).warn();
        assertThat(mails.about(person.number())).isEmpty();
        warning.warn();
        assertThat(mails.about(person.number())).hasSize(1);
    }

    @Test
    void aWarningThatBreaksHoldsNoOtherUp() {
        address("breaking@police.example");
        convening();
        String colleague = officer;
        officer = cases.memberOf("state-police-at.berat");
        address("officer@police.example");
        Case other = cases.stage("formal-identification", Map.of("county", "berat"));
        convening();
        Cases.itIs("2026-09-17T08:00");
        warning.warn();
        identities.deleteUser(colleague);
        assertThat(mails.about(other.number())).hasSize(1);
    }

    private WarnBeforeDeadline warning(Mails through) {
        return new WarnBeforeDeadline(tasks, runtime, identities, through, jdbc, transaction, clock, event -> {});
    }

    private Case convening() {
        return cases.stage("formal-identification", Map.of("county", "kukes", "fullName", "Ana Testi"));
    }

    private void address(String address) {
        User user = identities.createUserQuery().userId(officer).singleResult();
        user.setEmail(address);
        identities.saveUser(user);
    }
}
