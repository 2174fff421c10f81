package al.nrm.governance;

/** What Java and tests rely on in the model {@code break-glass}. */
final class BreakGlassProcess {

    static final String KEY = "break-glass";
    static final String REQUEST_FORM = "break-glass-request";
    static final String AVERT_DANGER = "Task_AvertDanger";

    private BreakGlassProcess() {}
}
