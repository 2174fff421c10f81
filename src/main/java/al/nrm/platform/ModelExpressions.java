package al.nrm.platform;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.ReadOnlyMapELResolver;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.springframework.core.annotation.AnnotationUtils;

/** Confines expressions at run time: variables, the listed beans, and no method but those of a {@link CallableFromModels} bean. */
class ModelExpressions extends JuelExpressionManager {

    private final ModelBeans modelBeans;

    ModelExpressions(ModelBeans modelBeans) {
        this.modelBeans = modelBeans;
    }

    @Override
    protected ELResolver createElResolver() {
        CompositeELResolver resolver = new CompositeELResolver();
        resolver.add(new VariableScopeElResolver());
        resolver.add(new VariableContextElResolver());
        resolver.add(new ReadOnlyMapELResolver(modelBeans));
        resolver.add(new ListedMembersOnly());
        return resolver;
    }

    /** Reads the case number of an execution, calls the methods of listed beans, and refuses every other member. */
    private static final class ListedMembersOnly extends org.camunda.bpm.impl.juel.jakarta.el.BeanELResolver {

        @Override
        public Object getValue(ELContext context, Object base, Object property) {
            if (base == null) {
                return null;
            }
            if (base instanceof DelegateExecution && "processBusinessKey".equals(property)) {
                return super.getValue(context, base, property);
            }
            throw refused(property);
        }

        @Override
        public Object invoke(ELContext context, Object base, Object method, Class<?>[] types, Object[] arguments) {
            if (base != null
                    && AnnotationUtils.findAnnotation(base.getClass(), CallableFromModels.class) != null
                    && !isObjectMethod(method)) {
                return super.invoke(context, base, method, types, arguments);
            }
            throw refused(method);
        }

        @Override
        public void setValue(ELContext context, Object base, Object property, Object value) {
            if (base != null) {
                throw refused(property);
            }
        }

        private static boolean isObjectMethod(Object method) {
            for (java.lang.reflect.Method inherited : Object.class.getMethods()) {
                if (inherited.getName().equals(String.valueOf(method))) {
                    return true;
                }
            }
            return false;
        }

        private static ELException refused(Object member) {
            return new ELException("An expression may not use '" + member + "'");
        }
    }
}
