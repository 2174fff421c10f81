package al.nrm.audit;

import java.util.List;

/**
 * What a verification found.
 *
 * @param troubles of each chain the first; empty where all is as it was written
 */
public record Verdict(long chains, long records, long seals, List<Trouble> troubles) {

    public boolean isWhole() {
        return troubles.isEmpty();
    }
}
