package al.nrm.casefile;

import org.camunda.bpm.engine.ProcessEngineException;

/** Something protected belongs to no case, so there is no key to seal or open it with; it is refused, never left plain. */
class NoCase extends ProcessEngineException {

    private static final long serialVersionUID = 1L;

    NoCase() {
        super("What is protected is stored for a case only, and there is none here");
    }
}
