package al.nrm.casefile;

import java.nio.charset.StandardCharsets;
import org.camunda.bpm.engine.impl.history.event.HistoricIncidentEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricJobLogEvent;
import org.camunda.bpm.engine.impl.persistence.entity.ByteArrayEntity;
import org.camunda.bpm.engine.impl.persistence.entity.IncidentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;

/** Of a job that failed, the engine's rows say where, and nothing of what it failed with. */
final class FailureRows {

    private static final String STACK_TRACE = "job.exceptionByteArray";

    private FailureRows() {}

    static void strip(Object row) {
        if (row instanceof JobEntity job) {
            job.setExceptionMessage(FailureText.ofMessage(job.getExceptionMessage()));
        } else if (row instanceof HistoricJobLogEvent log) {
            log.setJobExceptionMessage(FailureText.ofMessage(log.getJobExceptionMessage()));
        } else if (row instanceof IncidentEntity incident) {
            incident.setIncidentMessage(FailureText.ofMessage(incident.getIncidentMessage()));
        } else if (row instanceof HistoricIncidentEventEntity incident) {
            incident.setIncidentMessage(FailureText.ofMessage(incident.getIncidentMessage()));
        } else if (row instanceof ByteArrayEntity trace && STACK_TRACE.equals(trace.getName())) {
            String stripped = FailureText.ofTrace(new String(trace.getBytes(), StandardCharsets.UTF_8));
            trace.setBytes(stripped.getBytes(StandardCharsets.UTF_8));
        }
    }
}
