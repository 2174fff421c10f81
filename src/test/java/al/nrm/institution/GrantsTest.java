package al.nrm.institution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;
import static org.camunda.bpm.engine.authorization.Permissions.ACCESS;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.CREATE_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_HISTORY;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_TASK;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.UPDATE_INSTANCE;
import static org.camunda.bpm.engine.authorization.Resources.APPLICATION;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_INSTANCE;

import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.ProcessInstancePermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

/** What the start of the server has granted to whom; none of these tests changes anything. */
@SpringJUnitConfig(SeedingContext.class)
class GrantsTest {

    @Autowired
    Institutions institutions;

    @Autowired
    AuthorizationService authorizations;

    @Autowired
    IdentityService identity;

    @Test
    void aFirstResponderMayStartAReferral() {
        assertThat(may("hotline", READ, PROCESS_DEFINITION, "referral")).isTrue();
        assertThat(may("hotline", CREATE_INSTANCE, PROCESS_DEFINITION, "referral"))
                .isTrue();
        assertThat(may("hotline", CREATE, PROCESS_INSTANCE, "any")).isTrue();
        assertThat(may("hotline", ACCESS, APPLICATION, "tasklist")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"prosecution.kukes", "hotline.lead", "ra-seat.border-police", "ra-members", "auditor"})
    void whoeverIsNoFirstResponderMayNot(String group) {
        assertThat(may(group, CREATE_INSTANCE, PROCESS_DEFINITION, "referral")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "incident, hotline, true",
        "incident, hotline.lead, true",
        "incident, ra-seat.border-police, true",
        "incident, system-admin, false",
        "deadline-change, hotline.lead, true",
        "deadline-change, ra-secretariat, true",
        "deadline-change, ra-chair, true",
        "deadline-change, hotline, false",
        "break-glass, hotline.lead, true",
        "break-glass, vatra.lead, true",
        "break-glass, hotline, false",
        "break-glass, ra-secretariat, false",
        "break-glass, ra-seat.border-police, false",
        "break-glass, dpo, false",
        "escalation, hotline.lead, false",
    })
    void whatElseMayBeStarted(String process, String group, boolean allowed) {
        assertThat(may(group, CREATE_INSTANCE, PROCESS_DEFINITION, process)).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({
        "referral, health-services.berat schools.vlore vatra, prosecution.kukes health-services.berat.lead",
        "placement, vatra nrcvt ra-secretariat, arsis shelters-coalition",
        "assistance, vatra state-social-service-regional.fier ra-seat.health-ministry, ra-seat.border-police arsis",
        "team, border-police.kukes state-police-at.kukes state-social-service-regional.kukes"
                + " child-protection-unit.kukes, state-police.kukes ra-members",
        "decision, border-police.kukes child-protection-unit.kukes ra-members, state-police.kukes",
        "escalation, vatra.lead schools.vlore.lead ra-seat.border-police, vatra ra-members",
    })
    void aGroupReadsTheModelsItMayHaveTasksOfAndNoOthers(String process, String readers, String others) {
        assertThat(readers.split(" ")).allSatisfy(group -> assertThat(may(group, READ, PROCESS_DEFINITION, process))
                .isTrue());
        assertThat(others.split(" ")).allSatisfy(group -> assertThat(may(group, READ, PROCESS_DEFINITION, process))
                .isFalse());
    }

    @Test
    void nobodyOfTheStaffHasAnythingOnAllResourcesButTheRightToStart() {
        assertThat(authorizations.createAuthorizationQuery().resourceId(ANY).list())
                .filteredOn(grant -> grant.getResourceType() != PROCESS_INSTANCE.resourceType())
                .extracting(Authorization::getGroupId)
                .containsOnly("ra-secretariat", "ra-chair", "national-coordinator", "auditor", "system-admin");
        assertThat(authorizations
                        .createAuthorizationQuery()
                        .resourceType(PROCESS_INSTANCE)
                        .list())
                .allSatisfy(grant -> assertThat(grant.getPermissions(ProcessInstancePermissions.values()))
                        .containsOnly(ProcessInstancePermissions.NONE, ProcessInstancePermissions.CREATE));
    }

    @ParameterizedTest
    @CsvSource({
        "ra-secretariat, true, false, false",
        "ra-chair, true, false, false",
        "national-coordinator, true, false, false",
        "auditor, true, false, true",
        "system-admin, true, true, true",
        "ra-members, false, false, false",
        "hotline, false, false, false",
    })
    void whoLooksOverAllCases(String group, boolean history, boolean running, boolean cockpit) {
        assertThat(may(group, READ_HISTORY, PROCESS_DEFINITION, "any")).isEqualTo(history);
        assertThat(may(group, READ_TASK, PROCESS_DEFINITION, "any")).isEqualTo(running);
        assertThat(may(group, READ_INSTANCE, PROCESS_DEFINITION, "any")).isEqualTo(running);
        assertThat(may(group, UPDATE_INSTANCE, PROCESS_DEFINITION, "any")).isEqualTo(running);
        assertThat(may(group, ACCESS, APPLICATION, "cockpit")).isEqualTo(cockpit);
    }

    @Test
    void rightsAreOnlyEverGrantedAndToNoAdministrators() {
        assertThat(authorizations.createAuthorizationQuery().list())
                .allSatisfy(grant -> assertThat(grant.getAuthorizationType()).isEqualTo(AUTH_TYPE_GRANT))
                .extracting(Authorization::getGroupId)
                .isSubsetOf(institutions.groups());
        assertThat(identity.createGroupQuery().groupId("camunda-admin").count()).isZero();
    }

    private boolean may(String group, Permission permission, Resource resource, String resourceId) {
        return authorizations.isUserAuthorized("nobody", List.of(group), permission, resource, resourceId);
    }
}
