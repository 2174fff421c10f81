package al.nrm;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Lets a test that talks HTTP reach the engine of its own context: the engine's API finds engines by name in a list of the
 * whole JVM, where the context that was started last has taken the name.
 */
public class OwnEngine implements BeforeAllCallback {

    @Override
    public void beforeAll(ExtensionContext test) {
        ProcessEngines.registerProcessEngine(
                SpringExtension.getApplicationContext(test).getBean(ProcessEngine.class));
    }
}
