package al.nrm.casefile;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.springframework.stereotype.Component;

/** Puts {@link SeenTasks} in the place where the engine answers every search for tasks. */
@Component
class NarrowSearches extends AbstractCamundaConfiguration implements SessionFactory {

    @Override
    public void preInit(SpringProcessEngineConfiguration engine) {
        List<SessionFactory> factories = new ArrayList<>(List.of(this));
        if (engine.getCustomSessionFactories() != null) {
            factories.addAll(engine.getCustomSessionFactories());
        }
        engine.setCustomSessionFactories(factories);
    }

    @Override
    public Class<?> getSessionType() {
        return TaskManager.class;
    }

    @Override
    public Session openSession() {
        return new SeenTasks();
    }
}
