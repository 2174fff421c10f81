package al.nrm.platform;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Component;

/** The only beans that a deployed model can name: this application's delegates and what is {@link CallableFromModels}. */
@Component
public class ModelBeans extends AbstractMap<Object, Object> {

    private final ListableBeanFactory beans;

    ModelBeans(ListableBeanFactory beans) {
        this.beans = beans;
    }

    /**
     * The names a service task or message event may use in {@code camunda:delegateExpression}.
     *
     * @return bean names, sorted
     */
    public Set<String> delegates() {
        return names(beans.getBeanNamesForType(JavaDelegate.class, false, false));
    }

    /**
     * The names whose methods an expression may call.
     *
     * @return bean names, sorted
     */
    public Set<String> callable() {
        return names(beans.getBeanNamesForAnnotation(CallableFromModels.class));
    }

    private static Set<String> names(String[] names) {
        return new TreeSet<>(Set.of(names));
    }

    // Looked up at each use, because the engine is built before the beans that need it.

    @Override
    public boolean containsKey(Object name) {
        return delegates().contains(name) || callable().contains(name);
    }

    @Override
    public Object get(Object name) {
        return containsKey(name) ? beans.getBean((String) name) : null;
    }

    @Override
    public Set<Map.Entry<Object, Object>> entrySet() {
        return Set.of();
    }
}
