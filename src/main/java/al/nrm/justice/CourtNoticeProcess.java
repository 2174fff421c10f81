package al.nrm.justice;

/** What Java and tests rely on in the model {@code court-notice}. */
final class CourtNoticeProcess {

    static final String KEY = "court-notice";
    static final String REPORT_FORM = "court-notice-report";

    private CourtNoticeProcess() {}
}
