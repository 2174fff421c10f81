package al.nrm.justice;

import al.nrm.casefile.CaseNumbers;
import al.nrm.casefile.FormCheck;
import al.nrm.casefile.FormRefused;
import al.nrm.casefile.Submission;
import al.nrm.deadline.WorkingCalendar;
import al.nrm.institution.Institutions;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Lets those report a step of criminal proceedings whose institution works on them, and each step once while it is dealt with. */
@Component
class CheckCourtNotice implements FormCheck {

    private static final List<String> WORK_ON_ALL =
            List.of("state-police-at", "victim-coordinator", "legal-aid-directorate");

    private static final String PROSECUTION = "competentProsecution";
    private static final String EVENT = "courtEvent";
    private static final String DAY = "eventOn";

    private final ProceedingsSoFar proceedings;
    private final Institutions institutions;
    private final RuntimeService runtime;
    private final CaseNumbers numbers;
    private final Clock clock;

    CheckCourtNotice(
            ProceedingsSoFar proceedings,
            Institutions institutions,
            RuntimeService runtime,
            CaseNumbers numbers,
            Clock clock) {
        this.proceedings = proceedings;
        this.institutions = institutions;
        this.runtime = runtime;
        this.numbers = numbers;
        this.clock = clock;
    }

    @Override
    public String form() {
        return CourtNoticeProcess.REPORT_FORM;
    }

    @Override
    public void check(Submission notice) {
        String caseNumber = CaseNumbers.asGiven((String) notice.value("caseNumber"));
        Map<String, Object> known = proceedings.of(caseNumber);
        // Of a case that others work on, the answer does not tell that it is there.
        if (known.isEmpty() || !worksOnThem(notice, known)) {
            throw new FormRefused(
                    "caseNumber", "your institution works on no criminal proceedings of a case with this number");
        }
        numbers.holdYearOf(caseNumber);
        if (isDealtWith(notice, caseNumber)) {
            throw new FormRefused(EVENT, "this is reported already and its step is open");
        }
        notice.belongsTo(caseNumber);
        known.forEach(notice::put);
        notice.put("releaseSoon", isReleaseSoon(notice));
    }

    private boolean worksOnThem(Submission notice, Map<String, Object> known) {
        String county = (String) known.get("county");
        return Stream.concat(WORK_ON_ALL.stream(), Stream.of((String) known.get(PROSECUTION)))
                .map(institution -> institutions.groupFor(institution, county))
                .anyMatch(notice.groups()::contains);
    }

    /** The same step of the same day, reported by prosecution and coordinator alike. */
    private boolean isDealtWith(Submission notice, String caseNumber) {
        return runtime
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber)
                .processDefinitionKey(CourtNoticeProcess.KEY)
                .list()
                .stream()
                .map(open -> runtime.getVariables(open.getId(), List.of(EVENT, DAY)))
                .anyMatch(open ->
                        Stream.of(EVENT, DAY).allMatch(field -> Objects.equals(open.get(field), notice.value(field))));
    }

    /** Before that the ordinary notice, within a day, is in time; from then on the warning must come before the release. */
    private boolean isReleaseSoon(Submission notice) {
        return "release".equals(notice.value(EVENT))
                && LocalDate.parse((String) notice.value(DAY))
                        .isBefore(WorkingCalendar.dayOf(clock.instant()).plusDays(3));
    }
}
