package al.nrm.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes who read what into a chain of this node's own, so that a reader never waits for whoever changes the case. Those who
 * read in the same moment are written together: by one of them for all, on one connection and with one commit.
 */
@Component
class ReadsChain {

    static final String PREFIX = "reads:";

    private final Chains chains;
    private final Workers workers;
    private final TransactionTemplate ownTransaction;
    private final String name;
    private final ConcurrentLinkedQueue<Batch> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock turn = new ReentrantLock(true);

    /** Two nodes of one name share a chain and wait for each other; nothing else comes of it. */
    ReadsChain(
            Chains chains,
            Workers workers,
            PlatformTransactionManager transactions,
            @Value("${nrm.node:node}") String node) {
        this.chains = chains;
        this.workers = workers;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.name = PREFIX + node;
    }

    /** The records of one answer, and what became of them; only who has the turn looks at that. */
    private static final class Batch {

        private final String user;
        private final List<Entry> entries;
        private boolean done;
        private Throwable failure;

        private Batch(String user, List<Entry> entries) {
            this.user = user;
            this.entries = entries;
        }
    }

    /**
     * Returns when the records are in the database for good.
     *
     * @param user whose they are, or null
     */
    void append(String user, List<Entry> entries) {
        Batch mine = new Batch(user, entries);
        waiting.add(mine);
        turn.lock();
        try {
            if (!mine.done) {
                writeAll();
            }
        } finally {
            turn.unlock();
        }
        if (mine.failure != null) {
            throw new Unrecorded(mine.failure);
        }
    }

    private void writeAll() {
        List<Batch> batches = new ArrayList<>();
        for (Batch next = waiting.poll(); next != null; next = waiting.poll()) {
            batches.add(next);
        }
        Throwable failure = new IllegalStateException("The writing was cut short");
        try {
            ownTransaction.executeWithoutResult(status -> {
                workers.keep(batches.stream().map(batch -> batch.user).filter(Objects::nonNull));
                chains.append(
                        name,
                        batches.stream()
                                .flatMap(batch -> batch.entries.stream())
                                .toList());
            });
            failure = null;
        } catch (RuntimeException e) {
            failure = e;
        } finally {
            // Whatever happened, an error too: nobody takes what is not written for written.
            for (Batch batch : batches) {
                batch.done = true;
                batch.failure = failure;
            }
        }
    }
}
