package al.nrm.referral;

import al.nrm.casefile.CaseNumbers;
import al.nrm.casefile.FormCheck;
import al.nrm.casefile.FormRefused;
import al.nrm.casefile.Submission;
import al.nrm.deadline.WorkingCalendar;
import al.nrm.institution.Institution;
import al.nrm.institution.Institutions;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Begins a case only for an institution that may report, and gives it its number. */
@Component
class CheckReport implements FormCheck {

    /** Institutions that find people in one way alone; the others choose. */
    private static final Map<String, String> CHANNELS = Map.of(
            "border-police", "border",
            "consular-posts", "consular",
            "mobile-unit", "mobileUnit",
            "hotline", "hotline",
            "health-services", "health",
            "schools", "school");

    private final Institutions institutions;
    private final CaseNumbers numbers;
    private final Clock clock;

    CheckReport(Institutions institutions, CaseNumbers numbers, Clock clock) {
        this.institutions = institutions;
        this.numbers = numbers;
        this.clock = clock;
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
    public Map<String, String> presets(Collection<String> groups) {
        List<String> mine = reporting(groups);
        Map<String, String> presets = new HashMap<>();
        onlyOne(mine, this::county).ifPresent(county -> presets.put("county", county));
        onlyOne(mine, this::channel).ifPresent(channel -> presets.put("channel", channel));
        return presets;
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
        report.belongsTo(numbers.next(WorkingCalendar.dayOf(clock.instant()).getYear()));
    }

    private Optional<String> county(String group) {
        return institutions.counties().stream()
                .filter(county -> group.endsWith("." + county))
                .findFirst();
    }

    private Optional<String> channel(String group) {
        return institutions.byGroup(group).map(Institution::id).map(CHANNELS::get);
    }

    /** What the institutions that someone reports for have in common. */
    private static Optional<String> onlyOne(List<String> mine, Function<String, Optional<String>> what) {
        List<Optional<String>> found = mine.stream().map(what).distinct().toList();
        return found.size() == 1 ? found.get(0) : Optional.empty();
    }

    private List<String> reporting(Collection<String> groups) {
        return institutions.starters(groups, ReferralProcess.KEY);
    }
}
