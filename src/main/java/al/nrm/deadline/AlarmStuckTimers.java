package al.nrm.deadline;

import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Raises the alarm in the log for as long as a timer has failed for good, because its deadline would pass unseen. */
@Component
class AlarmStuckTimers {

    private static final Logger LOG = LoggerFactory.getLogger(AlarmStuckTimers.class);

    private final ManagementService management;

    AlarmStuckTimers(ManagementService management) {
        this.management = management;
    }

    @Scheduled(fixedDelayString = "${nrm.alarm.every:PT10M}")
    void alarm() {
        List<Job> stuck =
                management.createJobQuery().timers().noRetriesLeft().active().list();
        if (!stuck.isEmpty()) {
            LOG.error(
                    "{} timers have failed for good; when the cause is mended, an administrator runs each by POST /job/(id)/execute: {}",
                    stuck.size(),
                    stuck.stream().map(Job::getId).toList());
        }
    }
}
