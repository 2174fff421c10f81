package al.nrm.institution;

import static al.nrm.institution.Group.Kind.SEAT;
import static al.nrm.institution.Group.Kind.SUPERVISORS;
import static java.util.Map.entry;

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
    static final Map<String, Predicate<Group>> ROLES = Map.ofEntries(
            entry("${reportingInstitution}", group -> group.mayStart().contains("referral")),
            entry("${shelter}", TaskGroups::isShelter),
            entry("${caseManager}", group -> isShelter(group) || group.isOf("state-social-service-regional")),
            entry("${policeSide}", TaskGroups::isPoliceSide),
            entry("${requestKeeper}", TaskGroups::isSocialSide),
            entry("${competentProsecution}", group -> group.isOf("prosecution") || group.isOf("spak")),
            entry("${institution}", group -> isPoliceSide(group) || isSocialSide(group)),
            entry("${serviceProvider}", TaskGroups::givesServices),
            entry("${supervisor}", group -> group.kind() == SUPERVISORS),
            entry("${raSeat}", group -> group.kind() == SEAT),
            entry("${roleKeeper}", TaskGroups::keepsRole),
            entry("${bookedBy}", TaskGroups::books));

    /** Who beside the shelters can be asked for a service that has no step of its own (form {@code reintegration-request-services}). */
    private static final Set<String> SERVICES = Set.of(
            "legal-aid-directorate",
            "mary-ward-loreto",
            "terre-des-hommes",
            "labour-inspectorate",
            "health-services",
            "child-protection-unit",
            "state-police",
            "asset-agency",
            "witness-protection",
            "arsis",
            "world-vision",
            "iom");

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

    private static boolean givesServices(Group group) {
        return isShelter(group) || SERVICES.stream().anyMatch(group::isOf);
    }

    private static boolean books(Group group) {
        return Stream.of("consular-posts", "iom", "ra-secretariat").anyMatch(group::isOf);
    }

    private static boolean keepsRole(Group group) {
        return ROLES.get("${caseManager}").test(group) || group.isOf("child-rights-agency");
    }

    private static boolean isPoliceSide(Group group) {
        return group.isOf("border-police") || group.isOf("state-police-at");
    }

    private static boolean isSocialSide(Group group) {
        return group.isOf("state-social-service-regional") || group.isOf("child-protection-unit");
    }
}
