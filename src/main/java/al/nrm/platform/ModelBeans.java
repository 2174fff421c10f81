package al.nrm.platform;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** The only beans that a deployed model can name: this application's delegates and what is {@link CallableFromModels}. */
@Component
public class ModelBeans extends AbstractMap<Object, Object> {

    private final ListableBeanFactory beans;

    // Looked for at the first use and not before, because the engine is built before the beans that need it.
    private final Supplier<Set<String>> delegates;
    private final Supplier<Set<String>> callable;

    ModelBeans(ListableBeanFactory beans) {
        this.beans = beans;
        delegates = SingletonSupplier.of(() -> names(beans.getBeanNamesForType(JavaDelegate.class, false, false)));
        callable = SingletonSupplier.of(() -> names(beans.getBeanNamesForAnnotation(CallableFromModels.class)));
    }

    /**
     * The names a service task or message event may use in {@code camunda:delegateExpression}.
     *
     * @return bean names, sorted
     */
    public Set<String> delegates() {
        return delegates.get();
    }

    /**
     * The names whose methods an expression may call.
     *
     * @return bean names, sorted
     */
    public Set<String> callable() {
        return callable.get();
    }

    private static Set<String> names(String[] names) {
        return Collections.unmodifiableSet(new TreeSet<>(Set.of(names)));
    }

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
