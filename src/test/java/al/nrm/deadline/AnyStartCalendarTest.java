package al.nrm.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import de.focus_shift.jollyday.core.HolidayManager;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.TimeZone;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;

/** Whatever the instant at which a deadline begins, in the years 2024 to 2035, it ends by the same few rules. */
@Tag("database-independent")
class AnyStartCalendarTest {

    private static final ZoneId TIRANE = ZoneId.of("Europe/Tirane");

    private final WorkingCalendar calendar = new WorkingCalendar();

    @Property
    void hoursAreExact(@ForAll("starts") Instant start, @ForAll @IntRange(min = -500, max = 500) int hours) {
        assertThat(calendar.after(start, hours, DeadlineUnit.HOURS)).isEqualTo(start.plus(Duration.ofHours(hours)));
    }

    @Property
    void calendarDaysEndAtTheSameLocalTime(
            @ForAll("starts") Instant start, @ForAll @IntRange(min = -120, max = 120) int days) {
        LocalDateTime wanted = local(start).plusDays(days);
        Assume.that(isShownOnce(local(start)) && isShownOnce(wanted));

        assertThat(local(calendar.after(start, days, DeadlineUnit.CALENDAR_DAYS)))
                .isEqualTo(wanted);
    }

    @Property
    void monthsEndOnTheSameDayOfTheMonthOrWithTheLastOfAShorterOne(
            @ForAll("starts") Instant start, @ForAll @IntRange(min = -36, max = 36) int months) {
        LocalDateTime sameDay = local(start).plusMonths(months);
        boolean shorter = sameDay.getDayOfMonth() < local(start).getDayOfMonth();
        LocalDateTime wanted = shorter ? sameDay.toLocalDate().plusDays(1).atStartOfDay() : sameDay;
        Assume.that(isShownOnce(local(start)) && isShownOnce(wanted) && months != 0);

        assertThat(local(calendar.after(start, months, DeadlineUnit.MONTHS))).isEqualTo(wanted);
    }

    @Property
    void workingDaysThatBeginOnOneEndAtTheSameLocalTime(
            @ForAll("startsOnWorkingDays") Instant start, @ForAll @IntRange(min = -60, max = 60) int days) {
        assertThat(local(calendar.after(start, days, DeadlineUnit.WORKING_DAYS)).toLocalTime())
                .isEqualTo(local(start).toLocalTime());
    }

    @Property
    void workingDaysNeverEndOnADayOff(@ForAll("starts") Instant start, @ForAll @IntRange(min = 1, max = 60) int days) {
        LocalDateTime end = local(calendar.after(start, days, DeadlineUnit.WORKING_DAYS));
        LocalDateTime endCountedBack = local(calendar.after(start, -days, DeadlineUnit.WORKING_DAYS));

        assertThat(calendar.isWorkingDay(end.toLocalDate())).as("%s", end).isTrue();
        assertThat(calendar.isWorkingDay(endCountedBack.toLocalDate()))
                .as("%s", endCountedBack)
                .isTrue();
    }

    @Property
    void workingDaysLeaveThatManyWholeDaysOfWork(
            @ForAll("starts") Instant start, @ForAll @IntRange(min = 1, max = 60) int days) {
        Instant end = calendar.after(start, days, DeadlineUnit.WORKING_DAYS);

        assertThat(workBetween(local(start), local(end))).isEqualTo(Duration.ofDays(days));
    }

    @Property
    void aLaterStartNeverEndsEarlier(
            @ForAll("starts") Instant start,
            @ForAll("gaps") Duration gap,
            @ForAll @IntRange(min = -30, max = 30) int amount,
            @ForAll DeadlineUnit unit) {
        assertThat(calendar.after(start.plus(gap), amount, unit)).isAfterOrEqualTo(calendar.after(start, amount, unit));
    }

    @Property
    void noneOfAnythingIsTheStartItself(@ForAll("starts") Instant start, @ForAll DeadlineUnit unit) {
        assertThat(calendar.after(start, 0, unit)).isEqualTo(start);
    }

    @Property(tries = 100)
    void theZoneOfTheServerMakesNoDifference(
            @ForAll("starts") Instant start,
            @ForAll @IntRange(min = -30, max = 30) int amount,
            @ForAll DeadlineUnit unit) {
        Instant inUtc = afterInZone("UTC", start, amount, unit);

        assertThat(afterInZone("Europe/Tirane", start, amount, unit)).isEqualTo(inUtc);
        assertThat(afterInZone("America/New_York", start, amount, unit)).isEqualTo(inUtc);
        assertThat(afterInZone("Pacific/Kiritimati", start, amount, unit)).isEqualTo(inUtc);
    }

    /** Instants of twelve years, every second one within two days of a change of the clocks. */
    @Provide
    Arbitrary<Instant> starts() {
        long first = Instant.parse("2024-01-01T00:00:00Z").getEpochSecond();
        long last = Instant.parse("2035-12-31T23:59:59Z").getEpochSecond();
        Arbitrary<Instant> anywhere =
                Arbitraries.longs().between(first, last).withoutEdgeCases().map(Instant::ofEpochSecond);
        Arbitrary<Instant> nearChange = anywhere.flatMap(instant -> {
            Instant change = TIRANE.getRules().nextTransition(instant).getInstant();
            return Arbitraries.integers().between(-2 * 86_400, 2 * 86_400).map(change::plusSeconds);
        });
        return Arbitraries.oneOf(anywhere, nearChange);
    }

    @Provide
    Arbitrary<Instant> startsOnWorkingDays() {
        return starts().filter(start -> calendar.isWorkingDay(local(start).toLocalDate()));
    }

    /** From a second to a week, the short ones often. */
    @Provide
    Arbitrary<Duration> gaps() {
        Arbitrary<Integer> minutes = Arbitraries.integers().between(1, 180).map(each -> each * 60);
        return Arbitraries.oneOf(minutes, Arbitraries.integers().between(1, 7 * 86_400))
                .map(Duration::ofSeconds);
    }

    private Duration workBetween(LocalDateTime start, LocalDateTime end) {
        Duration work = Duration.ZERO;
        for (LocalDate day = start.toLocalDate(); !day.isAfter(end.toLocalDate()); day = day.plusDays(1)) {
            LocalDateTime from = start.isAfter(day.atStartOfDay()) ? start : day.atStartOfDay();
            LocalDateTime to = end.isBefore(day.plusDays(1).atStartOfDay())
                    ? end
                    : day.plusDays(1).atStartOfDay();
            work = calendar.isWorkingDay(day) ? work.plus(Duration.between(from, to)) : work;
        }
        return work;
    }

    /** By a calendar that computes everything anew, so that no result of another zone is remembered. */
    private static Instant afterInZone(String zone, Instant start, int amount, DeadlineUnit unit) {
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone(zone));
            HolidayManager.clearManagerCache();
            return new WorkingCalendar().after(start, amount, unit);
        } finally {
            TimeZone.setDefault(before);
        }
    }

    private static boolean isShownOnce(LocalDateTime local) {
        return TIRANE.getRules().getValidOffsets(local).size() == 1;
    }

    private static LocalDateTime local(Instant instant) {
        return LocalDateTime.ofInstant(instant, TIRANE);
    }
}
