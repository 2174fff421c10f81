package al.nrm;

import java.util.stream.Stream;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.boot.test.context.TestComponent;

/**
 * The same application with nothing sealed and nothing recorded: for the benchmark alone, as no switch of the application
 * itself turns either off.
 */
@TestComponent
class WithoutSealsAndTrail implements BeanDefinitionRegistryPostProcessor {

    @Override
    public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry beans) {
        Stream.of("protectCases", "trailInEngine", "recordChanges", "recordReads")
                .forEach(beans::removeBeanDefinition);
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        // The definitions are gone already.
    }
}
