package al.nrm;

import org.camunda.bpm.cockpit.Cockpit;
import org.camunda.bpm.cockpit.impl.DefaultCockpitRuntimeDelegate;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Lets the servers of several test contexts each speak to their own engine: the engine's API asks a registry of the whole
 * JVM for the one called "default", and would find that of the context which started last.
 */
class OwnEngine implements TestExecutionListener {

    @Override
    public void beforeTestClass(TestContext test) {
        test.getApplicationContext()
                .getBeanProvider(ProcessEngine.class)
                .ifAvailable(ProcessEngines::registerProcessEngine);
        // Cockpit remembers the database of the first engine of that name.
        Cockpit.setCockpitRuntimeDelegate(new DefaultCockpitRuntimeDelegate());
    }
}
