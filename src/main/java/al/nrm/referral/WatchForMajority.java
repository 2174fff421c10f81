package al.nrm.referral;

import al.nrm.casefile.CaseNumbers;
import al.nrm.deadline.WorkingCalendar;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sees that a child of a running case has turned 18, on the day or, after an outage, on the first day it can. A timer would
 * keep the birthday readable for years, so it looks.
 */
@Component
class WatchForMajority {

    private static final Logger LOG = LoggerFactory.getLogger(WatchForMajority.class);
    private static final int MAJORITY = 18;
    private static final String PROCESS = "coming-of-age";

    private final RuntimeService runtime;
    private final CaseSoFar caseSoFar;
    private final CaseNumbers numbers;
    private final TransactionTemplate transaction;
    private final Clock clock;

    WatchForMajority(
            RuntimeService runtime,
            CaseSoFar caseSoFar,
            CaseNumbers numbers,
            TransactionTemplate transaction,
            Clock clock) {
        this.runtime = runtime;
        this.caseSoFar = caseSoFar;
        this.numbers = numbers;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Whose age is in doubt is a child until the assessment of age says otherwise (P2-05), whatever birthday was given. */
    @Scheduled(fixedDelayString = "${nrm.majority.every:PT1H}")
    void look() {
        runtime
                .createProcessInstanceQuery()
                .processDefinitionKey(ReferralProcess.KEY)
                .variableValueEquals("ageGroup", "child")
                .list()
                .stream()
                .filter(this::isAdultNow)
                .forEach(this::askOrGoOn);
    }

    /** Who was born on 29 February comes of age on 1 March: of two days the one that protects longer. */
    private boolean isAdultNow(ProcessInstance referral) {
        String born = (String) runtime.getVariable(referral.getId(), "dateOfBirth");
        LocalDate today = WorkingCalendar.dayOf(clock.instant());
        return born != null && Period.between(LocalDate.parse(born), today).getYears() >= MAJORITY;
    }

    private void askOrGoOn(ProcessInstance referral) {
        try {
            transaction.executeWithoutResult(status -> ask(referral.getBusinessKey()));
        } catch (RuntimeException unasked) {
            // The next look tries again; the message may hold what is protected.
            LOG.warn(
                    "Nobody was asked about the majority in case {}: {}",
                    referral.getBusinessKey(),
                    unasked.getClass().getSimpleName());
        }
    }

    /** Once, of however many nodes that look; not before the talk about consent, nor after the response has ended. */
    private void ask(String caseNumber) {
        numbers.holdYearOf(caseNumber);
        boolean asked = runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(caseNumber)
                        .processDefinitionKey(PROCESS)
                        .count()
                > 0;
        if (!asked && caseSoFar.isConsentInForce(caseNumber)) {
            Map<String, Object> facts = caseSoFar.of(caseNumber, List.of("fullName", "dateOfBirth"));
            facts.put("caseNumber", caseNumber);
            runtime.createMessageCorrelation(PROCESS + ".reached")
                    .processInstanceBusinessKey(caseNumber)
                    .setVariables(facts)
                    .correlateStartMessage();
        }
    }
}
