package al.nrm.deadline;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.time.zone.ZoneOffsetTransition;
import org.springframework.stereotype.Component;

/** Turns a deadline into an instant by the clocks and the holidays of Albania, alike on every machine in whatever zone. */
@Component
public class WorkingCalendar {

    /** The zone whose clocks every deadline and every day of the mechanism follow. */
    public static final ZoneId ZONE = ZoneId.of("Europe/Tirane");

    private static final DateTimeFormatter FIELD = DateTimeFormatter.ofPattern("uuuu-MM-dd['T'HH:mm[XXX]]");

    private final PublicHolidays holidays = new PublicHolidays();

    /**
     * The instant at which {@code amount} units after {@code start} end. Of two starts the later one never ends earlier.
     *
     * <ul>
     *   <li>hours: exactly so many hours, across a clock change too;
     *   <li>calendar days: the same local time in Europe/Tirane; where the clocks skip it, the moment after the gap;
     *       where they show it twice, the first. A start in the hour that they show again counts as the end of that hour;
     *   <li>working days: the same local time on the working day so many after the start's. A start on a day off counts
     *       as 00:00 of the next working day, so that the deadline ends on a working day and leaves that many whole ones;
     *   <li>months: the same local time on the day of the same number; where that month is too short to have it, the end of
     *       its last day.
     * </ul>
     *
     * @param amount number of units; 0 gives the start itself, a negative number counts back ("three working days before
     *     arrival") by the same rules
     * @throws java.time.DateTimeException for working days outside the years 1884 to 2173, whose feasts cannot be computed
     */
    public Instant after(Instant start, int amount, DeadlineUnit unit) {
        if (amount == 0) {
            return start;
        }
        return switch (unit) {
            case HOURS -> start.plus(amount, ChronoUnit.HOURS);
            case CALENDAR_DAYS -> firstMomentOf(localTime(start).plusDays(amount));
            case WORKING_DAYS -> firstMomentOf(plusWorkingDays(localTime(start), amount));
            case MONTHS -> firstMomentOf(plusMonths(localTime(start), amount));
        };
    }

    /**
     * Whether public bodies work on this day: no Saturday, no Sunday, no holiday and no substitute of one (law 7651/1992;
     * see {@code holidays/albania.xml}). The list is that of the law since 2018; decisions by date are kept from 2024 on.
     *
     * @throws java.time.DateTimeException outside the years 1884 to 2173, whose feasts cannot be computed
     */
    public boolean isWorkingDay(LocalDate day) {
        return !isWeekend(day) && !holidays.include(day);
    }

    /** The day that it is in Albania at that moment. */
    public static LocalDate dayOf(Instant moment) {
        return moment.atZone(ZONE).toLocalDate();
    }

    /**
     * The moment that a form's field means: the beginning of a day, or a time by the clocks of Albania where it names no
     * offset of its own.
     *
     * @param written {@code YYYY-MM-DD} or {@code YYYY-MM-DDTHH:mm}, with or without an offset
     * @throws java.time.format.DateTimeParseException for any other text
     */
    public static Instant momentOf(String written) {
        TemporalAccessor read = FIELD.parseBest(written, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
        if (read instanceof OffsetDateTime moment) {
            return moment.toInstant();
        }
        return firstMomentOf(read instanceof LocalDateTime local ? local : ((LocalDate) read).atStartOfDay());
    }

    static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private LocalDateTime plusWorkingDays(LocalDateTime start, int amount) {
        LocalDate startDay = start.toLocalDate();
        // Any later hour would let Saturday's deadline end after that of Monday morning.
        LocalDateTime end =
                isWorkingDay(startDay) ? start : nextWorkingDay(startDay, 1).atStartOfDay();
        for (int left = Math.abs(amount); left > 0; left--) {
            end = nextWorkingDay(end.toLocalDate(), Integer.signum(amount)).atTime(end.toLocalTime());
        }
        return end;
    }

    /** The 31st at 09:00 must not end before the 30th at 10:00: both end with the last of a month of 28 days. */
    private static LocalDateTime plusMonths(LocalDateTime start, int amount) {
        LocalDateTime end = start.plusMonths(amount);
        boolean hasNoSuchDay = end.getDayOfMonth() < start.getDayOfMonth();
        return hasNoSuchDay ? end.toLocalDate().plusDays(1).atStartOfDay() : end;
    }

    private LocalDate nextWorkingDay(LocalDate day, int step) {
        LocalDate next = day.plusDays(step);
        while (!isWorkingDay(next)) {
            next = next.plusDays(step);
        }
        return next;
    }

    private static LocalDateTime localTime(Instant instant) {
        LocalDateTime local = LocalDateTime.ofInstant(instant, ZONE);
        ZoneOffsetTransition change = ZONE.getRules().getTransition(local);
        boolean repeated = change != null && change.isOverlap() && !instant.isBefore(change.getInstant());
        // The second 02:05 is later than the first 02:55, but its digits would end its deadline earlier.
        return repeated ? change.getDateTimeBefore() : local;
    }

    private static Instant firstMomentOf(LocalDateTime local) {
        ZoneOffsetTransition change = ZONE.getRules().getTransition(local);
        boolean skipped = change != null && change.isGap();
        // Java's own answer to a skipped 02:30 is 03:30, which is later than what 03:10 gives.
        return skipped ? change.getInstant() : local.atZone(ZONE).toInstant();
    }
}
