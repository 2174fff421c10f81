package al.nrm.platform;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import java.util.EnumSet;
import org.camunda.bpm.spring.boot.starter.webapp.CamundaBpmWebappInitializer;
import org.camunda.bpm.spring.boot.starter.webapp.filter.LazyDelegateFilter;
import org.camunda.bpm.spring.boot.starter.webapp.filter.ResourceLoadingProcessEnginesFilter;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.stereotype.Component;

/**
 * Opens the web apps although nobody is in {@code camunda-admin}: that group may do everything, so it has no member here,
 * and without one the web apps would show their set-up page, which is closed, and nothing else.
 */
@Component
class WithoutSetupPage implements BeanPostProcessor {

    /** The name by which the starter knows the filter; it maps none of that name that is there already. */
    private static final String FILTER = "Engines Filter";

    /** Serves the web apps' pages and never asks for a first user. */
    public static class Pages extends ResourceLoadingProcessEnginesFilter {

        @Override
        protected boolean needsInitialUser(String engineName) {
            return false;
        }
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof CamundaBpmWebappInitializer webApps ? withOwnPages(webApps) : bean;
    }

    private static ServletContextInitializer withOwnPages(CamundaBpmWebappInitializer webApps) {
        return context -> {
            FilterRegistration pages = context.addFilter(FILTER, new LazyDelegateFilter<>(Pages.class));
            webApps.onStartup(context);
            // After the starter's filters: the page needs the nonce that the one for security headers has made.
            pages.addMappingForUrlPatterns(
                    EnumSet.of(DispatcherType.REQUEST), true, "/camunda", "/camunda/", "/camunda/app/*");
        };
    }
}
