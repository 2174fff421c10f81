package al.nrm.institution;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;

import al.nrm.audit.Happening;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Brings the directory into the engine's groups and grants: what the file newly grants comes, what it no longer grants
 * goes, and what an administrator added or removed by hand stays.
 */
@Component
class SeedDirectory {
    private static final Logger LOG = LoggerFactory.getLogger(SeedDirectory.class);
    private static final String GROUP_TYPE = "institution";

    private final Institutions institutions;
    private final IdentityService identity;
    private final TaskGroups taskGroups;
    private final EngineGrants engine;
    private final SeededGrants seeded;
    private final ApplicationEventPublisher events;

    SeedDirectory(
            Institutions institutions,
            AuthorizationService authorizations,
            IdentityService identity,
            RepositoryService repository,
            JdbcTemplate jdbc,
            ApplicationEventPublisher events) {
        this.institutions = institutions;
        this.identity = identity;
        taskGroups = new TaskGroups(institutions, repository);
        engine = new EngineGrants(authorizations);
        seeded = new SeededGrants(jdbc);
        this.events = events;
    }

    /**
     * Seeds groups and grants; wants a transaction around it.
     *
     * @throws IllegalStateException if a model names a group that the directory lacks
     */
    void seed() {
        Map<String, Set<String>> groupsByProcess = taskGroups.byProcess();
        warnOfUnknownProcesses(groupsByProcess.keySet());
        Set<Grant> wanted = Grants.of(institutions, groupsByProcess);
        seeded.lock();
        int groups = createMissingGroups();
        Set<Grant> known = seeded.all();
        Set<Grant> granted = without(wanted, known);
        Set<Grant> withdrawn = without(known, wanted);
        engine.bring(granted);
        seeded.add(granted);
        engine.withdraw(withdrawn);
        seeded.remove(withdrawn);
        tell(groups, granted, withdrawn);
        LOG.info(
                "Institutions: {} groups created, {} grants given, {} withdrawn",
                groups,
                granted.size(),
                withdrawn.size());
    }

    /** The trail keeps each grant that came or went with the file. */
    private void tell(int groups, Set<Grant> granted, Set<Grant> withdrawn) {
        if (groups + granted.size() + withdrawn.size() > 0) {
            events.publishEvent(new Happening(
                    null,
                    "grants.seeded",
                    null,
                    Map.of(
                            "groups", String.valueOf(groups),
                            "given", listed(granted),
                            "withdrawn", listed(withdrawn))));
        }
    }

    private static String listed(Set<Grant> grants) {
        return grants.stream()
                .map(grant -> String.join(
                        " ",
                        grant.target().group(),
                        grant.target().resource().toString(),
                        grant.target().resourceId(),
                        grant.permission()))
                .sorted()
                .collect(joining(", "));
    }

    /** No reason to stop: the right lies ready for a process that is published later. */
    private void warnOfUnknownProcesses(Set<String> deployed) {
        institutions.allGroups().stream()
                .flatMap(group -> group.mayStart().stream())
                .distinct()
                .filter(process -> !deployed.contains(process))
                .forEach(process -> LOG.warn("institutions.yaml: no process '{}' to start is deployed", process));
    }

    private int createMissingGroups() {
        Set<String> existing = identity.createGroupQuery().list().stream()
                .map(group -> group.getId())
                .collect(toSet());
        Set<String> missing = new LinkedHashSet<>(institutions.groups());
        missing.removeAll(existing);
        missing.forEach(id -> {
            var group = identity.newGroup(id);
            group.setName(institutions.nameOf(id));
            group.setType(GROUP_TYPE);
            identity.saveGroup(group);
        });
        return missing.size();
    }

    private static Set<Grant> without(Set<Grant> grants, Set<Grant> others) {
        return grants.stream().filter(grant -> !others.contains(grant)).collect(toCollection(LinkedHashSet::new));
    }
}
