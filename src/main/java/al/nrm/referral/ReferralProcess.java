package al.nrm.referral;

/** What Java and tests rely on in the model {@code referral}. */
final class ReferralProcess {

    static final String KEY = "referral";
    static final String WITHDRAWN = "referral.withdrawn";
    static final String ENDED = "referral.ended";
    static final String REPORT_FORM = "referral-report";

    private ReferralProcess() {}
}
