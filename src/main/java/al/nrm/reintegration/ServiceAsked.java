package al.nrm.reintegration;

import java.util.Map;

/**
 * One service that is asked of one institution.
 *
 * @param service what is asked for, as the model {@code service-request} calls it
 * @param provider group id of who owes it
 */
record ServiceAsked(String service, String provider) {

    /** Who owes what by law or by the agreement of 2023 (SOP steps P4-02 to P4-06, and free legal aid). */
    static final Map<String, String> OWED_BY = Map.of(
            "healthCard", "health-ministry",
            "school", "education-ministry",
            "jobTraining", "employment-agency",
            "economicAid", "municipality-social",
            "housing", "municipality-social",
            "legalAid", "legal-aid-directorate");

    static ServiceAsked of(Map<String, Object> request) {
        return new ServiceAsked((String) request.get("service"), (String) request.get("serviceProvider"));
    }

    static ServiceAsked read(String written) {
        String[] parts = written.split(" ");
        return new ServiceAsked(parts[0], parts[1]);
    }

    /** As it stands in a list of requests. */
    String written() {
        return service + " " + provider;
    }
}
