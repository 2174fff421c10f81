package al.nrm.reintegration;

import al.nrm.deadline.WorkingCalendar;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Leads a person through the phases of the programme in their order, one at a time, and back where more support is needed.
 * A phase's time counts from its beginning: deciding to stay in it gives no more of it.
 */
@Component
class EnterPhase implements JavaDelegate {

    /** Emergency lasts at most 12 months (study, section 4.2, read in a shelter's rules); the others are defaults. */
    private static final List<String> PHASES = List.of("emergency", "semiIndependent", "independent", "left");

    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm").withZone(WorkingCalendar.ZONE);

    private final Clock clock;

    EnterPhase(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String phase = (String) execution.getVariable("phase");
        String next = next(phase, (String) execution.getVariable("phaseDecision"));
        if (!next.equals(phase)) {
            execution.setVariable("phaseBeganOn", LOCAL.format(clock.instant()));
        }
        execution.setVariable("phase", next);
    }

    private static String next(String phase, String decision) {
        if (phase == null) {
            return PHASES.get(0);
        }
        int now = PHASES.indexOf(phase);
        return switch (decision) {
            case "onward" -> PHASES.get(now + 1);
            case "back" -> PHASES.get(Math.max(0, now - 1));
            default -> "leftEarly";
        };
    }
}
