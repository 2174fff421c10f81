package al.nrm.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What a transaction has to tell: collected while it runs and written at its end, behind all that it changed. */
final class Pending implements TransactionSynchronization, Ordered {

    private final Writer writer;
    private List<Told> told = new ArrayList<>();
    private boolean written;
    private boolean over;

    private Pending(Writer writer) {
        this.writer = writer;
    }

    /**
     * What happened, with what only its own moment knows. The case may still be unknown where the process instance is
     * known, because a case gets its number while its first process starts.
     *
     * @param user the id of whoever did it, or null for the engine
     * @param people details that are ids of persons
     */
    record Told(Instant at, Happening happening, String processInstance, String user, Map<String, String> people) {}

    /** Writes what was told. */
    interface Writer {

        void write(List<Told> told);

        void writeInOwnTransaction(List<Told> told);
    }

    /** Adds to the running transaction, which must be there. */
    static void add(Told told, Writer writer) {
        Pending pending = (Pending) TransactionSynchronizationManager.getResource(Pending.class);
        if (pending == null || pending.isOfAnEarlierTransaction()) {
            TransactionSynchronizationManager.unbindResourceIfPossible(Pending.class);
            pending = new Pending(writer);
            TransactionSynchronizationManager.registerSynchronization(pending);
            pending.resume();
        }
        pending.told.add(told);
        if (pending.written && !pending.over) {
            pending.write();
        }
    }

    private boolean isOfAnEarlierTransaction() {
        return over && !TransactionSynchronizationManager.getSynchronizations().contains(this);
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        written = true;
        write();
    }

    private void write() {
        List<Told> all = told;
        told = new ArrayList<>();
        writer.write(all);
    }

    @Override
    public void beforeCompletion() {
        over = true;
    }

    /** What is told once the commit has begun comes too late for it. */
    @Override
    public void afterCompletion(int status) {
        if (TransactionSynchronizationManager.getResource(Pending.class) == this) {
            suspend();
        }
        if (status == STATUS_COMMITTED && !told.isEmpty()) {
            writer.writeInOwnTransaction(told);
        }
    }

    @Override
    public void suspend() {
        TransactionSynchronizationManager.unbindResource(Pending.class);
    }

    @Override
    public void resume() {
        TransactionSynchronizationManager.bindResource(Pending.class, this);
    }
}
