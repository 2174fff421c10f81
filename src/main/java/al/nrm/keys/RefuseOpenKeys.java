package al.nrm.keys;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Profiles;

/** Outside the demo profile, a missing or made-up master key, or no store of its own for keys, stops the start. */
class RefuseOpenKeys implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

    private static final int LEAST_LENGTH = 12;

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        ConfigurableEnvironment environment = event.getEnvironment();
        boolean noKeyIsUsed = event.getSpringApplication().getWebApplicationType() == WebApplicationType.NONE;
        if (noKeyIsUsed || environment.acceptsProfiles(Profiles.of("demo"))) {
            return;
        }
        KeySettings settings = KeySettings.of(environment);
        if (settings.password().strip().length() < LEAST_LENGTH) {
            throw new IllegalStateException(
                    "nrm.keys.password: set a secret of your own of at least %d characters".formatted(LEAST_LENGTH)
                            + " (NRM_KEYS_PASSWORD)");
        }
        new GivenMasterKeys(settings.masterKeys());
    }
}
