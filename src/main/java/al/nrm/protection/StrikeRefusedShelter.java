package al.nrm.protection;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Withdraws the shelter that refused, so that the next choice is made anew and knows who was asked already. */
@Component
class StrikeRefusedShelter implements JavaDelegate {

    private static final List<String> ANSWER =
            List.of("shelter", "shelterAccepts", "refusalReason", "arrivalPossibleFrom", "shelterContact");

    @Override
    public void execute(DelegateExecution execution) {
        String refused = (String) execution.getVariable("shelter");
        String earlier = (String) execution.getVariable("refusedShelters");
        execution.setVariable("refusedShelters", earlier == null ? refused : earlier + ", " + refused);
        // The next shelter must not read, nor send unseen, what the last one answered.
        execution.setVariable("lastRefusalReason", execution.getVariable("refusalReason"));
        ANSWER.forEach(field -> execution.setVariable(field, null));
    }
}
