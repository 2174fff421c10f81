package al.nrm.institution;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Gives the demonstration a user in every group, named like it (contract, section 1); no other profile has them. */
@Component
@Profile("demo")
class SeedDemoUsers {
    private static final String RA_MEMBERS = "ra-members";

    private final Institutions institutions;
    private final IdentityService identity;
    private final String password;

    SeedDemoUsers(
            Institutions institutions, IdentityService identity, @Value("${nrm.demo.password:demo}") String password) {
        this.institutions = institutions;
        this.identity = identity;
        this.password = password;
    }

    /** Creates the users that are missing, and leaves the others and their groups as they are. */
    void seed() {
        Set<String> existing =
                identity.createUserQuery().list().stream().map(User::getId).collect(toSet());
        for (Group group : institutions.allGroups()) {
            List<String> groups =
                    group.kind() == Group.Kind.SEAT ? List.of(group.id(), RA_MEMBERS) : List.of(group.id());
            create(existing, group.id(), "(demo)", groups);
            if (hasSecondUser(group)) {
                create(existing, group.id() + "-2", "(demo 2)", groups);
            }
        }
        create(existing, "admin", "(demo)", List.of("system-admin"));
    }

    /** Four eyes want two people: wherever one group answers for both pairs. */
    private static boolean hasSecondUser(Group group) {
        return Set.of("ra-secretariat", RA_MEMBERS, "nrm-board", "auditor").contains(group.id())
                || group.kind() == Group.Kind.OWN && group.institution().shelter();
    }

    private void create(Set<String> existing, String id, String mark, List<String> groups) {
        if (existing.contains(id)) {
            return;
        }
        User user = identity.newUser(id);
        user.setFirstName(institutions.nameOf(groups.get(0)));
        user.setLastName(mark);
        user.setPassword(password);
        identity.saveUser(user);
        groups.forEach(group -> identity.createMembership(id, group));
    }
}
