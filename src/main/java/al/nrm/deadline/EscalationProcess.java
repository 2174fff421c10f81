package al.nrm.deadline;

/** What Java and tests rely on in the model {@code escalation}. */
final class EscalationProcess {

    static final String KEY = "escalation";
    static final String OPENED = "escalation.opened";
    static final String RESOLVED = "escalation.resolved";

    private EscalationProcess() {}
}
