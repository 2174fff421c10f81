package al.nrm.institution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.authorization.Permissions.ACCESS;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.CREATE_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.SUSPEND;
import static org.camunda.bpm.engine.authorization.Resources.APPLICATION;
import static org.camunda.bpm.engine.authorization.Resources.GROUP;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_DEFINITION;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Each test finds the directory seeded by the start of its context, and leaves it so: its transaction is rolled back. */
@SpringJUnitConfig(SeedingContext.class)
@ExtendWith(OutputCaptureExtension.class)
@Transactional
class SeedDirectoryTest {

    @Autowired
    Institutions institutions;

    @Autowired
    AuthorizationService authorizations;

    @Autowired
    IdentityService identity;

    @Autowired
    RepositoryService repository;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void everyGroupOfTheDirectoryIsAGroupOfTheEngine() {
        assertThat(identity.createGroupQuery().list())
                .allSatisfy(group -> assertThat(group.getType()).isEqualTo("institution"))
                .extracting(group -> group.getId())
                .containsExactlyInAnyOrderElementsOf(institutions.groups());
        assertThat(identity.createGroupQuery()
                        .groupId("border-police.kukes")
                        .singleResult()
                        .getName())
                .isEqualTo("Border and Migration Police, Kukës");
    }

    @Test
    void withoutTheDemoProfileThereIsNoUserAtAll() {
        assertThat(identity.createUserQuery().count()).isZero();
    }

    @Test
    void aSecondStartChangesNothing() {
        Set<String> before = authorizationsAsTheyStand();

        seed(institutions);

        assertThat(authorizationsAsTheyStand()).isEqualTo(before);
    }

    @Test
    void whatAnAdministratorRemovedStaysRemoved() {
        authorizations.deleteAuthorization(
                grant("hotline", PROCESS_DEFINITION, "referral").getId());
        Authorization narrowed = grant("vatra", PROCESS_DEFINITION, "referral");
        narrowed.removePermission(CREATE_INSTANCE);
        authorizations.saveAuthorization(narrowed);

        seed(institutions);

        assertThat(may("hotline", READ, PROCESS_DEFINITION, "referral")).isFalse();
        assertThat(may("vatra", READ, PROCESS_DEFINITION, "referral")).isTrue();
        assertThat(may("vatra", CREATE_INSTANCE, PROCESS_DEFINITION, "referral"))
                .isFalse();
    }

    @Test
    void whatAnAdministratorAddedOrRenamedStays() {
        Authorization widened = grant("hotline", PROCESS_DEFINITION, "referral");
        widened.addPermission(SUSPEND);
        authorizations.saveAuthorization(widened);
        var group = identity.createGroupQuery().groupId("hotline").singleResult();
        group.setName("116 006");
        identity.saveGroup(group);

        seed(institutions);

        assertThat(may("hotline", SUSPEND, PROCESS_DEFINITION, "referral")).isTrue();
        assertThat(identity.createGroupQuery().groupId("hotline").singleResult().getName())
                .isEqualTo("116 006");
    }

    @Test
    void whatTheFileNoLongerGrantsGoesAndWhatAnAdministratorAddedThereStays() throws IOException {
        Authorization widened = grant("vatra", PROCESS_DEFINITION, "incident");
        widened.addPermission(SUSPEND);
        authorizations.saveAuthorization(widened);

        seed(directory("starts: [referral, incident", "starts: [referral"));

        assertThat(grant("hotline", PROCESS_DEFINITION, "incident")).isNull();
        assertThat(may("vatra", CREATE_INSTANCE, PROCESS_DEFINITION, "incident"))
                .isFalse();
        assertThat(may("vatra", SUSPEND, PROCESS_DEFINITION, "incident")).isTrue();
        assertThat(may("hotline", CREATE_INSTANCE, PROCESS_DEFINITION, "referral"))
                .isTrue();
    }

    @Test
    void whatTheFileNewlyGrantsComes() throws IOException {
        seed(directory("seats-start: [incident]", "seats-start: [incident, referral]"));

        assertThat(may("ra-seat.border-police", CREATE_INSTANCE, PROCESS_DEFINITION, "referral"))
                .isTrue();
    }

    @Test
    void anInstitutionThatTheFileNoLongerKnowsLosesItsRights() throws IOException {
        seed(directory("- id: dpo", "- id: data-protection"));

        assertThat(authorizations.createAuthorizationQuery().groupIdIn("dpo").list())
                .allMatch(grant -> grant.getResourceType() == GROUP.resourceType());
        assertThat(may("data-protection", ACCESS, APPLICATION, "tasklist")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"customs", "border-police.paris", "${customs}"})
    void aModelThatNamesAGroupWhichTheDirectoryLacksStopsTheStart(String group) {
        SeedingContext.deploy(repository, "border-check", "hotline", group);

        assertThatThrownBy(() -> seed(institutions))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Process 'border-check', element 'Task_Second': institutions.yaml has no group behind '"
                        + group + "'.");
    }

    @Test
    void aProcessToStartThatIsNotDeployedIsWarnedOf(CapturedOutput log) {
        seed(institutions);

        assertThat(log).contains("no process 'incident' to start is deployed").doesNotContain("no process 'referral'");
    }

    @Test
    void aFileWithoutAnOfficeOverAllCasesStopsTheStart() {
        assertThatThrownBy(() -> seed(directory("- id: auditor", "- id: inspector")))
                .hasMessage("institutions.yaml lacks 'auditor', which looks over all cases.");
    }

    @Test
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    void twoNodesThatStartTogetherSeedOnce() {
        Set<String> groupsAndGrants = authorizationsAsTheyStand();
        for (String table : List.of("act_ru_authorization", "act_id_group", "nrm_seeded_grant")) {
            jdbc.update("delete from " + table);
        }

        CompletableFuture.allOf(
                        CompletableFuture.runAsync(() -> seed(institutions)),
                        CompletableFuture.runAsync(() -> seed(institutions)))
                .join();

        assertThat(authorizationsAsTheyStand()).hasSameSizeAs(groupsAndGrants);
    }

    private void seed(Institutions directory) {
        SeedDirectory seeding = new SeedDirectory(directory, authorizations, identity, repository, jdbc, event -> {});
        transaction.executeWithoutResult(status -> seeding.seed());
    }

    private static Institutions directory(String from, String to) throws IOException {
        String file = new ClassPathResource("institutions.yaml").getContentAsString(StandardCharsets.UTF_8);
        assertThat(file).contains(from);
        return new Institutions(DirectoryFile.parse(new StringReader(file.replace(from, to))));
    }

    private boolean may(String group, Permission permission, Resource resource, String resourceId) {
        return authorizations.isUserAuthorized("nobody", List.of(group), permission, resource, resourceId);
    }

    private Authorization grant(String group, Resource resource, String resourceId) {
        return authorizations
                .createAuthorizationQuery()
                .groupIdIn(group)
                .resourceType(resource)
                .resourceId(resourceId)
                .singleResult();
    }

    private Set<String> authorizationsAsTheyStand() {
        return authorizations.createAuthorizationQuery().list().stream()
                .map(Object::toString)
                .collect(Collectors.toSet());
    }
}
