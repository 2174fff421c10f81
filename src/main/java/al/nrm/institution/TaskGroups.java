package al.nrm.institution;

import static al.nrm.institution.Group.Kind.SEAT;
import static al.nrm.institution.Group.Kind.SUPERVISORS;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** Tells from the deployed models which groups may get a task of which process, and refuses a group that nobody is in. */
final class TaskGroups {

    /** Who may stand behind a role of the case; any other candidate group is an institution's or a group's own id. */
    static final Map<String, Predicate<Group>> ROLES = Map.of(
            "${reportingInstitution}", group -> group.mayStart().contains("referral"),
            "${shelter}", TaskGroups::isShelter,
            "${caseManager}", group -> isShelter(group) || group.isOf("state-social-service-regional"),
            "${policeSide}", TaskGroups::isPoliceSide,
            "${requestKeeper}", TaskGroups::isSocialSide,
            "${institution}", group -> isPoliceSide(group) || isSocialSide(group),
            "${supervisor}", group -> group.kind() == SUPERVISORS,
            "${raSeat}", group -> group.kind() == SEAT,
            "${bookedBy}",
                    group ->
                            Stream.of("consular-posts", "iom", "ra-secretariat").anyMatch(group::isOf));

    private final Institutions institutions;
    private final RepositoryService repository;

    TaskGroups(Institutions institutions, RepositoryService repository) {
        this.institutions = institutions;
        this.repository = repository;
    }

    /**
     * The groups by process id, from the newest version of each process.
     *
     * @throws IllegalStateException if a user task is meant for a group that the directory lacks
     */
    Map<String, Set<String>> byProcess() {
        Map<String, Set<String>> groups = new TreeMap<>();
        for (ProcessDefinition process :
                repository.createProcessDefinitionQuery().latestVersion().list()) {
            Set<String> found = groups.computeIfAbsent(process.getKey(), key -> new HashSet<>());
            repository
                    .getBpmnModelInstance(process.getId())
                    .getModelElementsByType(UserTask.class)
                    .forEach(task -> task.getCamundaCandidateGroupsList()
                            .forEach(candidate -> found.addAll(behind(candidate, task, process))));
        }
        return groups;
    }

    private List<String> behind(String candidate, UserTask task, ProcessDefinition process) {
        Predicate<Group> literal = group -> group.isOf(candidate) || group.id().equals(candidate);
        List<String> behind = institutions.allGroups().stream()
                .filter(ROLES.getOrDefault(candidate, literal))
                .map(Group::id)
                .toList();
        if (behind.isEmpty()) {
            throw new IllegalStateException("Process '%s', element '%s': institutions.yaml has no group behind '%s'."
                    .formatted(process.getKey(), task.getId(), candidate));
        }
        return behind;
    }

    private static boolean isShelter(Group group) {
        return group.kind() == Group.Kind.OWN && group.institution().shelter();
    }

    private static boolean isPoliceSide(Group group) {
        return group.isOf("border-police") || group.isOf("state-police-at");
    }

    private static boolean isSocialSide(Group group) {
        return group.isOf("state-social-service-regional") || group.isOf("child-protection-unit");
    }
}
