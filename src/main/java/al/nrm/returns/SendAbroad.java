package al.nrm.returns;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Puts a message for a focal point abroad into the outbox: exactly the fields that the diagram names, and who the person
 * is only where the person has agreed to that.
 */
@Component
class SendAbroad implements JavaDelegate {

    private final Outbox outbox;

    SendAbroad(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Map<String, Object> fields = new TreeMap<>(execution.getVariablesLocal());
        fields.keySet().retainAll(MessageField.names());
        fields.values().removeIf(Objects::isNull);
        if (!Boolean.TRUE.equals(execution.getVariable("consentShareWithSender"))) {
            fields.keySet().removeIf(MessageField::saysWhoThePersonIs);
        }
        outbox.put(execution.getProcessBusinessKey(), fields);
    }
}
