package al.nrm.platform;

import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.delegate.BaseDelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.impl.el.JuelExpression;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.ReadOnlyMapELResolver;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.impl.util.ReflectUtil;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ValueExpression;
import org.springframework.core.annotation.AnnotationUtils;

/** Confines expressions at run time: variables, the listed beans, and no method but those of a {@link CallableFromModels} bean. */
class ModelExpressions extends JuelExpressionManager {

    private final ModelBeans modelBeans;

    ModelExpressions(ModelBeans modelBeans) {
        this.modelBeans = modelBeans;
        addFunction("endOfToday", ReflectUtil.getMethod(Functions.class, "endOfToday"));
    }

    /** What an expression may call besides the engine's own functions; public, because the engine's EL calls it. */
    public static final class Functions {

        private static final ZoneId TIRANE = ZoneId.of("Europe/Tirane");

        private Functions() {}

        /** The instant at which the present day ends in Tirana, for the filters of the task list. */
        public static Date endOfToday() {
            LocalDate today = LocalDate.ofInstant(ClockUtil.getCurrentTime().toInstant(), TIRANE);
            return Date.from(today.plusDays(1).atStartOfDay(TIRANE).toInstant());
        }
    }

    @Override
    public Expression createExpression(String expression) {
        return new Confined(createValueExpression(expression), this, expression);
    }

    /** Without a scope it is a stored filter that asks, and of a filter's expressions only the house's own are evaluated. */
    private static final class Confined extends JuelExpression {

        private static final Set<String> OF_FILTERS =
                Set.of("${currentUser()}", "${currentUserGroups()}", "${now()}", "${dateTime()}", "${endOfToday()}");

        Confined(ValueExpression expression, ModelExpressions expressions, String text) {
            super(expression, expressions, text);
        }

        @Override
        public Object getValue(VariableScope scope, BaseDelegateExecution context) {
            if (scope == null && !isLiteralText() && !OF_FILTERS.contains(getExpressionText())) {
                // No exception of the engine's own: it would wrap that, and the API call it an error of the system.
                throw new InvalidRequestException(
                        Response.Status.BAD_REQUEST, "A filter may use no expression but " + new TreeSet<>(OF_FILTERS));
            }
            return super.getValue(scope, context);
        }
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
