package al.nrm.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.TimeZone;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Deadlines end on the dates and at the hours that a person with an Albanian wall calendar would name. */
@Tag("database-independent")
class WorkingCalendarTest {

    private static final ZoneId TIRANE = ZoneId.of("Europe/Tirane");

    private final WorkingCalendar calendar = new WorkingCalendar();

    @ParameterizedTest(name = "{1} working days from {0}: {2}")
    @CsvSource({
        "2026-02-16T10:00, 1, 2026-02-17T10:00", // plain week
        "2026-02-20T10:00, 1, 2026-02-23T10:00", // Friday to Monday
        "2026-02-20T10:00, 5, 2026-02-27T10:00",
        "2026-03-19T16:30, 1, 2026-03-24T16:30", // Eid al-Fitr on Friday, Nevruz's substitute on Monday
        "2026-11-27T09:00, 1, 2026-12-02T09:00", // Independence and Liberation Day on a weekend
        "2025-04-18T09:00, 1, 2025-04-23T09:00", // both Easters on one Sunday
        "2024-12-31T09:00, 1, 2025-01-06T09:00", // New Year and the government's day
        "2027-12-24T09:00, 1, 2027-12-28T09:00", // Christmas on Saturday
        "2026-05-26T11:15, 10, 2026-06-10T11:15", // across Eid al-Adha
        "2024-02-28T12:00, 1, 2024-02-29T12:00", // leap day
        "2024-02-29T12:00, 1, 2024-03-01T12:00",
        "2026-10-23T10:00, 1, 2026-10-26T10:00", // over the change to winter time
        "2026-03-27T10:00, 1, 2026-03-30T10:00" // over the change to summer time
    })
    void workingDaysSkipWeekendsAndHolidays(LocalDateTime start, int days, LocalDateTime end) {
        assertThat(after(start, days, DeadlineUnit.WORKING_DAYS)).isEqualTo(end);
    }

    @ParameterizedTest(name = "1 working day from {0}: {1}")
    @CsvSource({
        "2026-02-21T12:00, 2026-02-24T00:00", // Saturday: all of Monday
        "2026-02-22T23:59, 2026-02-24T00:00", // Sunday alike
        "2026-11-21T08:00, 2026-11-25T00:00", // Monday is Alphabet Day's substitute: all of Tuesday
        "2026-05-27T08:00, 2026-05-29T00:00" // a holiday in the week
    })
    void aReportOnADayOffLeavesTheWholeOfTheNextWorkingDay(LocalDateTime start, LocalDateTime end) {
        assertThat(after(start, 1, DeadlineUnit.WORKING_DAYS)).isEqualTo(end);
    }

    @ParameterizedTest(name = "{1} working days before {0}: {2}")
    @CsvSource({
        "2026-02-23T10:00, 1, 2026-02-20T10:00", // Monday: Friday, not Sunday
        "2026-03-24T10:00, 1, 2026-03-19T10:00", // after Eid al-Fitr and Nevruz: the last working day
        "2026-04-14T10:00, 3, 2026-04-08T10:00", // after Orthodox Easter
        "2026-02-22T15:00, 1, 2026-02-20T00:00" // Sunday: the whole of Friday is left
    })
    void aNegativeNumberOfWorkingDaysCountsBack(LocalDateTime start, int days, LocalDateTime end) {
        assertThat(after(start, -days, DeadlineUnit.WORKING_DAYS)).isEqualTo(end);
    }

    @ParameterizedTest(name = "{1} calendar days from {0}: {2}")
    @CsvSource({
        "2026-03-28T10:00, 1, 2026-03-29T08:00:00Z", // 23 hours
        "2026-03-28T10:00, 10, 2026-04-07T08:00:00Z",
        "2026-10-24T10:00, 1, 2026-10-25T09:00:00Z", // 25 hours
        "2026-03-28T02:30, 1, 2026-03-29T01:00:00Z", // 02:30 does not exist: 03:00
        "2026-10-24T02:30, 1, 2026-10-25T00:30:00Z", // 02:30 comes twice: the first
        "2026-10-26T02:30, -1, 2026-10-25T00:30:00Z",
        "2027-02-28T10:00, 1, 2027-03-01T09:00:00Z",
        "2028-02-28T10:00, 1, 2028-02-29T09:00:00Z",
        "2028-02-29T10:00, 365, 2029-02-28T09:00:00Z",
        "2026-11-21T10:00, 1, 2026-11-22T09:00:00Z" // weekends count
    })
    void calendarDaysKeepTheHourOnTheWall(LocalDateTime start, int days, Instant end) {
        assertThat(calendar.after(instant(start), days, DeadlineUnit.CALENDAR_DAYS))
                .isEqualTo(end);
    }

    @Test
    void aStartInTheRepeatedHourCountsAsItsEnd() {
        Instant secondHalfPastTwo = Instant.parse("2026-10-25T01:30:00Z");

        assertThat(calendar.after(secondHalfPastTwo, 1, DeadlineUnit.CALENDAR_DAYS))
                .isEqualTo(Instant.parse("2026-10-26T02:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Europe/Tirane"})
    void tenDaysOverTheChangeOfClocksEndAtTenInWhateverZoneTheServerRuns(String zone) {
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone(zone));
            assertThat(calendar.after(Instant.parse("2026-10-24T08:00:00Z"), 10, DeadlineUnit.of("calendar days")))
                    .isEqualTo(Instant.parse("2026-11-03T09:00:00Z"));
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @ParameterizedTest
    @CsvSource({"2026-03-28T10:00, 2026-03-29T11:00", "2026-10-24T10:00, 2026-10-25T09:00"})
    void twentyFourHoursAreNoDayWhenTheClocksChange(LocalDateTime start, LocalDateTime end) {
        assertThat(after(start, 24, DeadlineUnit.HOURS)).isEqualTo(end);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "2026-07-01,             2026-06-30T22:00:00Z",
        "2026-07-01T09:30,       2026-07-01T07:30:00Z",
        "2026-01-15T09:30,       2026-01-15T08:30:00Z",
        "2026-07-01T09:30Z,      2026-07-01T09:30:00Z",
        "2026-07-01T09:30+02:00, 2026-07-01T07:30:00Z",
        // skipped by the clocks
        "2026-03-29T02:30,       2026-03-29T01:00:00Z",
    })
    void aDayOrTimeThatAFormHoldsIsReadByTheClocksOfAlbania(String written, Instant moment) {
        assertThat(WorkingCalendar.momentOf(written)).isEqualTo(moment);
    }

    @ParameterizedTest
    @CsvSource({"hours, HOURS", "calendar days, CALENDAR_DAYS", "working days, WORKING_DAYS"})
    void aUnitIsReadAndWrittenInTheWordsOfTheTable(String words, DeadlineUnit unit) {
        assertThat(DeadlineUnit.of(words)).isEqualTo(unit).hasToString(words);
    }

    @Test
    void aUnitThatTheTableDoesNotKnowIsRefusedByName() {
        assertThatThrownBy(() -> DeadlineUnit.of("weeks"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'weeks'");
    }

    private LocalDateTime after(LocalDateTime start, int amount, DeadlineUnit unit) {
        return LocalDateTime.ofInstant(calendar.after(instant(start), amount, unit), TIRANE);
    }

    private static Instant instant(LocalDateTime local) {
        return local.atZone(TIRANE).toInstant();
    }
}
