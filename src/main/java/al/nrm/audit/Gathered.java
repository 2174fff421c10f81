package al.nrm.audit;

import al.nrm.audit.Pending.Told;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one transaction tells, without what it tells twice: the variables of a process are one record, as they are when it
 * commits, and a change of a task that changes nothing is none.
 */
final class Gathered {

    private final Map<Object, Told> gathered = new LinkedHashMap<>();
    private final Map<String, Told> lastOfTask = new HashMap<>();

    private Gathered() {}

    static List<Told> of(Collection<Told> all) {
        Gathered gathered = new Gathered();
        all.forEach(gathered::add);
        return List.copyOf(gathered.gathered.values());
    }

    private void add(Told told) {
        String kind = told.happening().kind();
        String subject = told.happening().subject();
        if (kind.equals(Changes.VARIABLES_CHANGED)) {
            gathered.merge(List.of(kind, subject), told, Gathered::joined);
        } else if (kind.equals(Changes.TASK_CHANGED) && same(lastOfTask.get(subject), told)) {
            return;
        } else {
            gathered.put(new Object(), told);
        }
        if (Changes.TASK_STATES.contains(kind)) {
            lastOfTask.put(subject, told);
        }
    }

    private static Told joined(Told earlier, Told later) {
        Map<String, String> details = new HashMap<>(earlier.happening().details());
        details.putAll(later.happening().details());
        Happening of = later.happening();
        return new Told(
                earlier.at(),
                new Happening(of.caseNumber(), of.kind(), of.subject(), details),
                later.processInstance(),
                later.user(),
                later.people());
    }

    private static boolean same(Told earlier, Told later) {
        return earlier != null
                && earlier.happening().details().equals(later.happening().details())
                && earlier.people().equals(later.people());
    }
}
