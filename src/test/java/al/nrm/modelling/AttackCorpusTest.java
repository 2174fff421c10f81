package al.nrm.modelling;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;

/** The corpus against the rules themselves, which is where a new attack is tried first. */
@Tag("database-independent")
class AttackCorpusTest extends AttackCorpus {

    private static final ModelRules RULES = SampleModels.rules();

    @Override
    List<String> findings(Map<String, byte[]> resources) {
        return RULES.findings(resources);
    }
}
