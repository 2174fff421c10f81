package al.nrm.institution;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.annotation.Transactional;

@SpringJUnitConfig(SeedingContext.class)
@ActiveProfiles("demo")
@TestPropertySource(properties = "nrm.demo.password=not-the-default")
@Transactional
class SeedDemoUsersTest {

    @Autowired
    Institutions institutions;

    @Autowired
    IdentityService identity;

    @Autowired
    SeedAtStart seeding;

    @Test
    void everyGroupHasAUserOfItsName() {
        Set<String> users = new TreeSet<>(institutions.groups());
        users.addAll(Set.of("auditor-2", "admin", "ra-secretariat-2", "ra-members-2", "nrm-board-2"));
        users.addAll(Set.of("nrcvt-2", "vatra-2", "different-equal-2", "tjeter-vizion-2"));

        assertThat(identity.createUserQuery().list().stream().map(User::getId).collect(toSet()))
                .isEqualTo(users);
    }

    @ParameterizedTest
    @CsvSource({
        "border-police.kukes, border-police.kukes",
        "border-police.kukes.lead, border-police.kukes.lead",
        "ra-seat.border-police, ra-seat.border-police ra-members",
        "ra-secretariat-2, ra-secretariat",
        "ra-members-2, ra-members",
        "vatra-2, vatra",
        "auditor-2, auditor",
        "admin, system-admin",
    })
    void aUserIsInTheGroupItIsNamedAfter(String user, String groups) {
        assertThat(identity.createGroupQuery().groupMember(user).list())
                .extracting(group -> group.getId())
                .containsExactlyInAnyOrder(groups.split(" "));
    }

    @Test
    void theScreenShowsTheInstitutionAndTheCounty() {
        User user = identity.createUserQuery().userId("border-police.kukes").singleResult();

        assertThat(user.getFirstName()).isEqualTo("Border and Migration Police, Kukës");
        assertThat(user.getLastName()).isEqualTo("(demo)");
    }

    @Test
    void thePasswordIsTheOneThatWasSet() {
        assertThat(identity.checkPassword("vatra", "not-the-default")).isTrue();
        assertThat(identity.checkPassword("vatra-2", "demo")).isFalse();
    }

    @Test
    void aUserThatIsThereIsLeftAlone() {
        identity.deleteMembership("ra-seat.border-police", "ra-members");
        User changed = identity.createUserQuery().userId("vatra").singleResult();
        changed.setFirstName("Drita");
        identity.saveUser(changed);
        identity.deleteUser("hotline");

        seeding.afterSingletonsInstantiated();

        assertThat(identity.createGroupQuery()
                        .groupMember("ra-seat.border-police")
                        .groupId("ra-members")
                        .count())
                .isZero();
        assertThat(identity.createUserQuery().userId("vatra").singleResult().getFirstName())
                .isEqualTo("Drita");
        assertThat(identity.createUserQuery().userId("hotline").count()).isOne();
    }
}
