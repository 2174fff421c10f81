package al.nrm.returns;

/** What Java and tests rely on in the models of a return. */
final class ReturnProcess {

    static final String KEY = "return";
    static final String REPORT_FORM = "return-report";
    static final String WITHDRAWAL_FORM = "return-withdrawal-report";

    /** Heard by a return from the request to the arrival, and not after it. */
    static final String WITHDRAWN = "return.withdrawn";

    /** Heard while the focal point abroad has not acknowledged a referral of ours. */
    static final String ACKNOWLEDGED = "transnational-referral.acknowledged";

    /** Processes whose forms show what focal points abroad report. */
    static final String FEEDBACK = "return-feedback";

    static final String OUTGOING = "outgoing-return";

    /** All that focal points abroad have reported of a case. */
    static final String REPORT_FROM_ABROAD = "reportFromAbroad";

    private ReturnProcess() {}
}
