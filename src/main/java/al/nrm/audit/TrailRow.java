package al.nrm.audit;

import java.time.Instant;
import java.util.Map;

/**
 * A record as the auditor reads it: the worker once as the trail has him, and once as the person he is.
 *
 * @param who the user id; null where the record is of the engine's or nobody's doing
 */
record TrailRow(
        String chain,
        long sequence,
        Instant at,
        String kind,
        String worker,
        String who,
        String caseNumber,
        String subject,
        Map<String, String> details,
        String hash) {}
