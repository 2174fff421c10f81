package al.nrm.platform;

import java.util.List;
import java.util.Map;

/** What every new deployment must pass, through whatever door it comes. */
public interface DeploymentCheck {

    /**
     * Checks the resources of a new deployment.
     *
     * @param resources content by resource name
     * @return what is wrong, each a sentence that names resource, rule and element; empty where nothing is
     */
    List<String> findings(Map<String, byte[]> resources);
}
