package al.nrm.casefile;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Tells whether the data of a case may still reach those who help: while the referral runs and no adult has refused it
 * or taken it back. A child's protection never waits for a consent.
 */
@Component
class CaseInForce {

    private static final String AGE = "ageGroup";
    private static final String CONSENT = "consentDataSharing";

    private final ProcessEngine engine;

    CaseInForce(@Lazy ProcessEngine engine) {
        this.engine = engine;
    }

    boolean isInForce(String caseNumber) {
        // Asked for whoever sees a task, who need not see the referral.
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(commands -> commands.runWithoutAuthorization(() -> shares(caseNumber)));
    }

    private boolean shares(String caseNumber) {
        RuntimeService runtime = engine.getRuntimeService();
        List<ProcessInstance> referrals = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber)
                .processDefinitionKeyIn(CaseNumbers.BEGINNINGS.toArray(String[]::new))
                .list();
        return !referrals.isEmpty()
                && referrals.stream()
                        .map(referral -> runtime.getVariables(referral.getId(), List.of(AGE, CONSENT)))
                        .noneMatch(CaseInForce::isRefused);
    }

    private static boolean isRefused(Map<String, Object> facts) {
        return "adult".equals(facts.get(AGE)) && Boolean.FALSE.equals(facts.get(CONSENT));
    }
}
