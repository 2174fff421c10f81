package al.nrm.casefile;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** A rule about one form that the form itself cannot state; a feature provides it as a bean. */
public interface FormCheck {

    /**
     * The form it is about.
     *
     * @return form id
     */
    String form();

    /**
     * What a sender may choose from in fields whose values depend on who sends; without a choice the field is not asked.
     *
     * @param groups the sender's groups
     * @return values by field key
     */
    default Map<String, List<String>> choices(Collection<String> groups) {
        return Map.of();
    }

    /**
     * What a field of a choice shows before the sender has touched it; every other choice stays open.
     *
     * @param groups the sender's groups
     * @return value by field key
     */
    default Map<String, String> presets(Collection<String> groups) {
        return Map.of();
    }

    /**
     * Checks and completes what was sent, before anything is stored.
     *
     * @param submission what the form accepted, and who sent it
     * @throws FormRefused where the submission must not stand; REST answers 400 with its message
     */
    void check(Submission submission);
}
