package al.nrm.platform;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Profiles;

/** Outside the demo profile, a missing or default password stops the start before anything is opened. */
class RefuseDefaultSecrets implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

    /** Every default that programs and manuals are known to use is shorter. */
    private static final int LEAST_LENGTH = 12;

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        ConfigurableEnvironment environment = event.getEnvironment();
        boolean nobodyCanCome = event.getSpringApplication().getWebApplicationType() == WebApplicationType.NONE;
        if (nobodyCanCome || environment.acceptsProfiles(Profiles.of("demo"))) {
            return;
        }
        require(environment, "spring.datasource.password", "NRM_DB_PASSWORD");
        require(environment, "spring.flyway.password", "NRM_DB_OWNER_PASSWORD");
        require(environment, "nrm.admin.password", "NRM_ADMIN_PASSWORD");
        String user = environment.getProperty("nrm.admin.user", "");
        if (user.isBlank()) {
            throw new IllegalStateException("nrm.admin.user: name the first administrator (NRM_ADMIN_USER)");
        }
    }

    private static void require(ConfigurableEnvironment environment, String secret, String variable) {
        String value = environment.getProperty(secret, "");
        if (value.strip().length() < LEAST_LENGTH) {
            throw new IllegalStateException("%s: set a secret of your own of at least %d characters (%s)"
                    .formatted(secret, LEAST_LENGTH, variable));
        }
    }
}
