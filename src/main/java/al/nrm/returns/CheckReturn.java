package al.nrm.returns;

import al.nrm.casefile.CaseNumbers;
import al.nrm.casefile.FormCheck;
import al.nrm.casefile.FormRefused;
import al.nrm.casefile.Submission;
import al.nrm.deadline.WorkingCalendar;
import al.nrm.institution.Institution;
import al.nrm.institution.Institutions;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Begins the case of a person abroad only for an institution that may, and gives it its number. */
@Component
class CheckReturn implements FormCheck {

    /** How an institution's returns are announced, whatever it chooses, where there is one way alone. */
    private static final Map<String, String> CHANNELS = Map.of("consular-posts", "consular", "border-police", "border");

    private final Institutions institutions;
    private final CaseNumbers numbers;
    private final Clock clock;

    CheckReturn(Institutions institutions, CaseNumbers numbers, Clock clock) {
        this.institutions = institutions;
        this.numbers = numbers;
        this.clock = clock;
    }

    @Override
    public String form() {
        return ReturnProcess.REPORT_FORM;
    }

    @Override
    public Map<String, List<String>> choices(Collection<String> groups) {
        List<String> mine = reporting(groups);
        return Map.of("reportingInstitution", mine.size() > 1 ? mine : List.of());
    }

    @Override
    public Map<String, String> presets(Collection<String> groups) {
        List<String> ways = reporting(groups).stream()
                .map(group -> channel(group).orElse("foreignReferral"))
                .distinct()
                .toList();
        return ways.size() == 1 ? Map.of("channel", ways.get(0)) : Map.of();
    }

    @Override
    public void check(Submission report) {
        List<String> mine = reporting(report.groups());
        if (mine.isEmpty()) {
            throw new FormRefused("reportingInstitution", "your institution does not report returns");
        }
        if (mine.size() == 1) {
            report.put("reportingInstitution", mine.get(0));
        }
        channel((String) report.value("reportingInstitution")).ifPresent(channel -> report.put("channel", channel));
        // Whoever meets the person in Albania is the first responder there, until a shelter is found to be it.
        report.put("firstResponder", institutions.groupFor("border-police", (String) report.value("county")));
        report.belongsTo(numbers.next(WorkingCalendar.dayOf(clock.instant()).getYear()));
    }

    private Optional<String> channel(String group) {
        return institutions.byGroup(group).map(Institution::id).map(CHANNELS::get);
    }

    private List<String> reporting(Collection<String> groups) {
        return institutions.starters(groups, ReturnProcess.KEY);
    }
}
