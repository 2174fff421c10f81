package al.nrm.casefile;

import java.util.concurrent.Callable;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Lets a program's message act on the case that it belongs to, in its sender's name, who need see nothing of that case. */
@Component
public class WholeCase {

    private final ProcessEngine engine;

    WholeCase(@Lazy ProcessEngine engine) {
        this.engine = engine;
    }

    /**
     * Does something whose right has been checked already, by who brings the message and what it answers.
     *
     * @param act what to do with the engine's services
     * @return what the act gives
     */
    public <T> T act(Callable<T> act) {
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(commands -> commands.runWithoutAuthorization(act));
    }
}
