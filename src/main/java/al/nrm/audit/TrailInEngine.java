package al.nrm.audit;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.springframework.stereotype.Component;

/** Puts into the engine what tells the trail of comments, attachments and models; history events come by themselves. */
@Component
class TrailInEngine extends AbstractCamundaConfiguration {

    private final Trail trail;

    TrailInEngine(Trail trail) {
        this.trail = trail;
    }

    @Override
    public void preInit(SpringProcessEngineConfiguration engine) {
        engine.setCustomPostCommandInterceptorsTxRequired(
                with(engine.getCustomPostCommandInterceptorsTxRequired(), new RecordNotes(trail)));
        engine.setCustomPostCommandInterceptorsTxRequiresNew(
                with(engine.getCustomPostCommandInterceptorsTxRequiresNew(), new RecordNotes(trail)));
        engine.setCustomPostDeployers(with(engine.getCustomPostDeployers(), new RecordDeployments(trail)));
    }

    private static <T> List<T> with(List<T> present, T another) {
        List<T> all = present == null ? new ArrayList<>() : new ArrayList<>(present);
        all.add(another);
        return all;
    }
}
