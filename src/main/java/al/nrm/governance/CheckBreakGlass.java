package al.nrm.governance;

import al.nrm.casefile.CaseNumbers;
import al.nrm.casefile.FormCheck;
import al.nrm.casefile.FormRefused;
import al.nrm.casefile.Submission;
import al.nrm.deadline.WorkingCalendar;
import al.nrm.institution.Institutions;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/** Lets a supervisor alone open a case in an emergency, only a case that runs, and once at a time; notes who did and when. */
@Component
class CheckBreakGlass implements FormCheck {

    /** What the case itself holds, settled and not merely proposed by a stage; all of it is open (contract, section 4). */
    private static final List<String> SETTLED = List.of(
            "procedureVersion",
            "reportedAt",
            "county",
            "channel",
            "ageGroup",
            "sex",
            "interpreterLanguage",
            "caseManager",
            "shelter");

    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(WorkingCalendar.ZONE);

    private final Institutions institutions;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final CaseNumbers numbers;
    private final Clock clock;

    CheckBreakGlass(
            Institutions institutions, RuntimeService runtime, TaskService tasks, CaseNumbers numbers, Clock clock) {
        this.institutions = institutions;
        this.runtime = runtime;
        this.tasks = tasks;
        this.numbers = numbers;
        this.clock = clock;
    }

    @Override
    public String form() {
        return BreakGlassProcess.REQUEST_FORM;
    }

    @Override
    public Map<String, List<String>> choices(Collection<String> groups) {
        List<String> mine = supervising(groups);
        return Map.of("supervisor", mine.size() > 1 ? mine : List.of());
    }

    @Override
    public void check(Submission request) {
        List<String> mine = supervising(request.groups());
        if (mine.isEmpty()) {
            throw new FormRefused("supervisor", "only a supervisor may open a case in an emergency; call yours");
        }
        if (mine.size() == 1) {
            request.put("supervisor", mine.get(0));
        }
        String caseNumber = CaseNumbers.asGiven((String) request.value("caseNumber"));
        List<ProcessInstance> beginnings = beginningsOf(caseNumber);
        numbers.holdYearOf(caseNumber);
        if (isOpenFor((String) request.value("supervisor"), caseNumber)) {
            throw new FormRefused("caseNumber", "you have this case open already: its task is in your list");
        }
        request.belongsTo(caseNumber);
        request.put("openedBy", request.user());
        request.put("openedAt", LOCAL.format(clock.instant()));
        SETTLED.forEach(fact -> request.put(fact, null));
        beginnings.forEach(beginning -> runtime.getVariables(beginning.getId(), SETTLED).entrySet().stream()
                .filter(fact -> fact.getValue() != null)
                .forEach(fact -> request.put(fact.getKey(), fact.getValue())));
    }

    /** More than one where a report or a return has led to a referral, which then knows what the other does not. */
    private List<ProcessInstance> beginningsOf(String caseNumber) {
        List<ProcessInstance> beginnings = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber)
                .processDefinitionKeyIn(CaseNumbers.BEGINNINGS.toArray(String[]::new))
                .list();
        if (beginnings.isEmpty()) {
            throw new FormRefused(
                    "caseNumber", "no case with this number is open; where someone is in danger, call the police now");
        }
        return beginnings;
    }

    private boolean isOpenFor(String supervisor, String caseNumber) {
        return tasks.createTaskQuery()
                        .processInstanceBusinessKey(caseNumber)
                        .taskDefinitionKey(BreakGlassProcess.AVERT_DANGER)
                        .taskCandidateGroup(supervisor)
                        .includeAssignedTasks()
                        .count()
                > 0;
    }

    private List<String> supervising(Collection<String> groups) {
        return groups.stream().filter(institutions::isLead).sorted().toList();
    }
}
