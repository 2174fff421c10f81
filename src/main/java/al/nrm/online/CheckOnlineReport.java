package al.nrm.online;

import al.nrm.casefile.CaseNumbers;
import al.nrm.casefile.FormCheck;
import al.nrm.casefile.FormRefused;
import al.nrm.casefile.Submission;
import al.nrm.deadline.WorkingCalendar;
import al.nrm.institution.Institutions;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Begins a case only for an institution that takes online reports, once for each of its references, and without any material. */
@Component
class CheckOnlineReport implements FormCheck {

    private final Institutions institutions;
    private final OnlineIntake intake;
    private final CaseNumbers numbers;
    private final Clock clock;

    CheckOnlineReport(Institutions institutions, OnlineIntake intake, CaseNumbers numbers, Clock clock) {
        this.institutions = institutions;
        this.intake = intake;
        this.numbers = numbers;
        this.clock = clock;
    }

    @Override
    public String form() {
        return OnlineReportProcess.REPORT_FORM;
    }

    @Override
    public Map<String, List<String>> choices(Collection<String> groups) {
        List<String> mine = reporting(groups);
        return Map.of("reportingInstitution", mine.size() > 1 ? mine : List.of());
    }

    @Override
    public void check(Submission report) {
        List<String> mine = reporting(report.groups());
        if (mine.isEmpty()) {
            throw new FormRefused("reportingInstitution", "your institution does not take online reports");
        }
        if (mine.size() == 1) {
            report.put("reportingInstitution", mine.get(0));
        }
        NoMaterial.check(report::value);
        if (intake.isKnown((String) report.value("reportingInstitution"), (String) report.value("reference"))) {
            throw new FormRefused("reference", "you have reported this already, and it is being looked into");
        }
        report.belongsTo(numbers.next(WorkingCalendar.dayOf(clock.instant()).getYear()));
    }

    private List<String> reporting(Collection<String> groups) {
        return institutions.starters(groups, OnlineReportProcess.KEY);
    }
}
