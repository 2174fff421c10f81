package al.nrm.institution;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Gives a new installation its first administrator, from the environment; everybody else is entered by a person. */
@Component
@Profile("!demo")
class SeedFirstAdministrator {

    private final IdentityService identity;
    private final String user;
    private final String password;

    SeedFirstAdministrator(
            IdentityService identity,
            @Value("${nrm.admin.user}") String user,
            @Value("${nrm.admin.password}") String password) {
        this.identity = identity;
        this.user = user;
        this.password = password;
    }

    /** Creates the user where he is missing; a password changed later is left alone. */
    void seed() {
        if (identity.createUserQuery().userId(user).count() > 0) {
            return;
        }
        User administrator = identity.newUser(user);
        administrator.setFirstName("First");
        administrator.setLastName("Administrator");
        administrator.setPassword(password);
        identity.saveUser(administrator);
        identity.createMembership(user, "system-admin");
    }
}
