package al.nrm.online;

import al.nrm.casefile.CaseNumbers;
import al.nrm.deadline.WorkingCalendar;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes a case of every report that has come in a batch, the worst first. Report and case are one transaction: whatever stops
 * the server, a report either waits or has its one case, and the next look goes on where the last one ended.
 */
@Component
class OpenOnlineReports {

    private static final Logger LOG = LoggerFactory.getLogger(OpenOnlineReports.class);

    /** Few, because something worse may come in meanwhile. */
    private static final int AT_A_TIME = 50;

    private final WaitingReports reports;
    private final CaseNumbers numbers;
    private final RuntimeService runtime;
    private final TransactionTemplate transaction;

    OpenOnlineReports(
            WaitingReports reports, CaseNumbers numbers, RuntimeService runtime, TransactionTemplate transaction) {
        this.reports = reports;
        this.numbers = numbers;
        this.runtime = runtime;
        this.transaction = transaction;
    }

    @Scheduled(fixedDelayString = "${nrm.online.every:PT2S}")
    void open() {
        List<String> waiting;
        long opened;
        do {
            waiting = reports.waiting(AT_A_TIME);
            opened = waiting.stream().filter(this::openOrGoOn).count();
        } while (opened > 0);
    }

    private boolean openOrGoOn(String report) {
        try {
            return Boolean.TRUE.equals(transaction.execute(
                    status -> reports.take(report).map(this::begin).orElse(false)));
        } catch (RuntimeException failed) {
            // It goes on waiting: the next look tries again. Its message may hold what was reported.
            LOG.warn(
                    "Online report {} has no case yet: {}",
                    report,
                    failed.getClass().getSimpleName());
            return false;
        }
    }

    private boolean begin(WaitingReports.Waiting report) {
        String caseNumber =
                numbers.next(WorkingCalendar.dayOf(report.receivedAt()).getYear());
        runtime.startProcessInstanceByKey(
                OnlineReportProcess.KEY,
                caseNumber,
                report.said()
                        .variables()
                        .putValue("caseNumber", caseNumber)
                        .putValue("reportingInstitution", report.reporter())
                        .putValue("reportedAt", Date.from(report.receivedAt()))
                        .putValue("severity", report.severity())
                        .putValue(RegisterOnlineReport.REPORT, report.id()));
        reports.belongsTo(report.id(), caseNumber);
        return true;
    }
}
