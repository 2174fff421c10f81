package al.nrm.governance;

import al.nrm.casefile.CaseNumbers;
import al.nrm.casefile.FormCheck;
import al.nrm.casefile.FormRefused;
import al.nrm.casefile.Submission;
import al.nrm.deadline.WorkingCalendar;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Date;
import org.springframework.stereotype.Component;

/** Opens a file for a breach, with a number of the same series as the cases, whose clocks never count from the future. */
@Component
class CheckBreachReport implements FormCheck {

    private static final String DETECTED = "detectedAt";

    private final CaseNumbers numbers;
    private final Clock clock;

    CheckBreachReport(CaseNumbers numbers, Clock clock) {
        this.numbers = numbers;
        this.clock = clock;
    }

    @Override
    public String form() {
        return "data-breach-report";
    }

    @Override
    public void check(Submission report) {
        Instant now = clock.instant();
        Instant detected = WorkingCalendar.momentOf((String) report.value(DETECTED));
        if (WorkingCalendar.dayOf(detected).isAfter(WorkingCalendar.dayOf(now))) {
            throw new FormRefused(DETECTED, "this day is still to come");
        }
        if (detected.isAfter(now)) {
            report.put(
                    DETECTED,
                    LocalDateTime.ofInstant(now, WorkingCalendar.ZONE)
                            .withSecond(0)
                            .withNano(0)
                            .toString());
        }
        report.belongsTo(numbers.next(WorkingCalendar.dayOf(now).getYear()));
        report.put("reportedAt", Date.from(now));
    }
}
