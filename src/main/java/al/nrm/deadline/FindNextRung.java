package al.nrm.deadline;

import al.nrm.institution.Institutions;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Finds the next rung that exists for the late institution. One without a supervisor or without a seat in the
 * Responsible Authority skips that rung; where nothing is left, the secretariat is told, or the chair where the
 * secretariat itself is late, so that no missed deadline stays unseen (contract, sections 2 and 6.8).
 */
@Component
class FindNextRung implements JavaDelegate {

    private final Institutions institutions;

    FindNextRung(Institutions institutions) {
        this.institutions = institutions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String owner = (String) execution.getVariable("overdueInstitution");
        List<String> rungs = rungsFor(owner, (String) execution.getVariable("ladder"));
        String current = (String) execution.getVariable("rung");
        int next = rungs.indexOf(current) + 1;
        execution.setVariable("rung", rungs.get(next));
        execution.setVariable("higherRung", next + 1 < rungs.size());
        execution.setVariable("supervisor", institutions.leadOf(owner).orElse(null));
        execution.setVariable("raSeat", institutions.seatOf(owner).orElse(null));
    }

    private List<String> rungsFor(String owner, String ladder) {
        List<String> rungs = new ArrayList<>(DeadlineRule.rungs(ladder));
        boolean seatMissing = rungs.contains("E2") && institutions.seatOf(owner).isEmpty();
        rungs.removeIf(rung -> rung.equals("E1") && institutions.leadOf(owner).isEmpty());
        rungs.removeIf(rung -> rung.equals("E2") && seatMissing);
        if (rungs.isEmpty() || seatMissing && !rungs.contains("E3")) {
            rungs.add(0, owner.equals("ra-secretariat") ? "E4" : "E3");
        }
        return rungs.stream().distinct().sorted().toList();
    }
}
