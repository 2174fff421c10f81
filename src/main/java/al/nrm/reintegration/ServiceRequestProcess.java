package al.nrm.reintegration;

/** What Java and tests rely on in the model {@code service-request}. */
final class ServiceRequestProcess {

    static final String KEY = "service-request";

    private ServiceRequestProcess() {}
}
