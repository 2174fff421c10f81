package al.nrm.online;

/** What Java and tests rely on in the model {@code online-report}. */
final class OnlineReportProcess {

    static final String KEY = "online-report";
    static final String REPORT_FORM = "online-report-report";

    private OnlineReportProcess() {}
}
