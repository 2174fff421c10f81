package al.nrm.referral;

import al.nrm.casefile.CaseNumbers;
import al.nrm.casefile.FormCheck;
import al.nrm.casefile.FormRefused;
import al.nrm.casefile.Submission;
import al.nrm.institution.Institutions;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Begins a case only for an institution that may report, and gives it its number. */
@Component
class CheckReport implements FormCheck {

    private final Institutions institutions;
    private final CaseNumbers numbers;

    CheckReport(Institutions institutions, CaseNumbers numbers) {
        this.institutions = institutions;
        this.numbers = numbers;
    }

    @Override
    public String form() {
        return ReferralProcess.REPORT_FORM;
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
            throw new FormRefused("reportingInstitution", "your institution does not report cases");
        }
        if (mine.size() == 1) {
            report.put("reportingInstitution", mine.get(0));
        }
        report.belongsTo(numbers.next());
    }

    private List<String> reporting(Collection<String> groups) {
        return groups.stream().filter(institutions::mayReport).sorted().toList();
    }
}
