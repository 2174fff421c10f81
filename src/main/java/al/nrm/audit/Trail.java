package al.nrm.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes down what happens, in the transaction that does it: of both there is either all or nothing. */
@Component
public class Trail {

    /** The chain of all that belongs to no case. */
    static final String SYSTEM = "system";

    private static final String CASE = "NRM-";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Pending.Writer writer = new Pending.Writer() {
        @Override
        public void write(List<Pending.Told> told) {
            Trail.this.write(told);
        }

        @Override
        public void writeInOwnTransaction(List<Pending.Told> told) {
            Trail.this.writeInOwnTransaction(told);
        }
    };

    private final Chains chains;
    private final CaseOfInstance cases;
    private final Workers workers;
    private final TransactionTemplate ownTransaction;
    private final Clock clock;
    private final ObjectProvider<IdentityService> identities;

    Trail(
            Chains chains,
            CaseOfInstance cases,
            Workers workers,
            PlatformTransactionManager transactions,
            Clock clock,
            ObjectProvider<IdentityService> identities) {
        this.chains = chains;
        this.cases = cases;
        this.workers = workers;
        ownTransaction = new TransactionTemplate(transactions);
        ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
        this.identities = identities;
    }

    /**
     * Appends to the chain of the case right before the running transaction commits; without one, in a transaction of its
     * own. What can't be written down doesn't happen: the transaction fails. A happening that is published as an event
     * comes here too.
     */
    @EventListener
    public void record(Happening happening) {
        Authentication who = identities.getObject().getCurrentAuthentication();
        tell(happening, null, who == null ? null : who.getUserId(), Map.of());
    }

    void tell(Happening happening, String processInstance, String user, Map<String, String> people) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Pending.Told told = new Pending.Told(now, happening, processInstance, user, people);
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            Pending.add(told, writer);
        } else {
            writeInOwnTransaction(List.of(told));
        }
    }

    private void writeInOwnTransaction(List<Pending.Told> told) {
        ownTransaction.executeWithoutResult(status -> write(told));
    }

    private void write(List<Pending.Told> all) {
        List<Pending.Told> told = Gathered.of(all);
        Map<String, String> caseOf = cases.of(told);
        workers.keep(told.stream()
                .flatMap(one -> Stream.concat(Stream.ofNullable(one.user()), one.people().values().stream())));
        TreeMap<String, List<Entry>> byChain = new TreeMap<>();
        for (Pending.Told one : told) {
            String caseNumber = one.happening().caseNumber();
            if (caseNumber == null && one.processInstance() != null) {
                caseNumber = caseOf.get(one.processInstance());
            }
            byChain.computeIfAbsent(chain(caseNumber), chain -> new ArrayList<>())
                    .add(entry(one, caseNumber));
        }
        byChain.forEach(chains::append);
    }

    /** A name that is no case number must not choose its chain. */
    private static String chain(String caseNumber) {
        return caseNumber != null && isCase(caseNumber) ? caseNumber : SYSTEM;
    }

    static boolean isCase(String chain) {
        return chain.startsWith(CASE);
    }

    private Entry entry(Pending.Told told, String caseNumber) {
        Happening happening = told.happening();
        TreeMap<String, String> details = new TreeMap<>(happening.details());
        told.people().forEach((name, user) -> details.put(name, workers.pseudonym(user)));
        return new Entry(
                told.at(),
                happening.kind(),
                workers.pseudonym(told.user()),
                happening.subject(),
                caseNumber,
                json(details));
    }

    /** The names in their order and nothing between, so that the same details are always the same text. */
    static String json(TreeMap<String, String> details) {
        try {
            return JSON.writeValueAsString(details);
        } catch (JsonProcessingException textsAlwaysAre) {
            throw new IllegalStateException(textsAlwaysAre);
        }
    }
}
