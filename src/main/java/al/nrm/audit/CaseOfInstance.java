package al.nrm.audit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds the case of a process instance, in what was told of it or in the engine's history, which is written by then. */
@Component
class CaseOfInstance {

    private final KnownCases cases;

    CaseOfInstance(KnownCases cases) {
        this.cases = cases;
    }

    /** By process instance; one without a case has no entry. */
    Map<String, String> of(List<Pending.Told> told) {
        Map<String, String> known = new HashMap<>();
        for (Pending.Told one : told) {
            if (one.processInstance() != null && one.happening().caseNumber() != null) {
                known.put(one.processInstance(), one.happening().caseNumber());
            }
        }
        Set<String> unknown = told.stream()
                .map(Pending.Told::processInstance)
                .filter(instance -> instance != null && !known.containsKey(instance))
                .collect(Collectors.toSet());
        known.putAll(cases.ofInstances(unknown));
        return known;
    }
}
