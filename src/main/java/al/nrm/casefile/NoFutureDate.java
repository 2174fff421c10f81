package al.nrm.casefile;

import static java.time.ZoneOffset.UTC;

import java.time.LocalDate;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/**
 * Keeps a day to those that have come, today among them: nobody is born tomorrow. Written in a form as the property
 * {@code latest} with the value {@code today}.
 */
final class NoFutureDate implements FieldRule {

    @Override
    public Object read(Object sent) {
        Object day = DateRule.DATE.read(sent);
        // The earliest place on earth, where it is today already: a consular post may lie east of Tirana.
        LocalDate latest = ClockUtil.getCurrentTime()
                .toInstant()
                .atOffset(UTC)
                .plusHours(14)
                .toLocalDate();
        if (day != null && LocalDate.parse((String) day).isAfter(latest)) {
            throw new Finding("must not lie in the future");
        }
        return day;
    }
}
