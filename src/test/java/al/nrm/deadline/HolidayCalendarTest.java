package al.nrm.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The weekdays on which Albania does not work are those that were announced, or else those that the law implies. */
@Tag("database-independent")
class HolidayCalendarTest {

    private final WorkingCalendar calendar = new WorkingCalendar();

    @ParameterizedTest
    @CsvSource({
        // Nevruz, Eid al-Fitr, Alphabet and Liberation Day on weekends; both Easters on one Sunday; two government days
        "2025, 01-01 01-02 01-03 03-14 03-24 03-31 04-21 04-22 05-01 06-06 09-05 11-24 11-28 12-01 12-08 12-25 12-26",
        // Independence and Liberation Day are Saturday and Sunday: Monday and Tuesday
        "2026, 01-01 01-02 03-16 03-20 03-23 04-06 04-13 05-01 05-27 09-07 11-23 11-30 12-01 12-08 12-25",
        // Labour Day and Orthodox Easter share a weekend; Independence Day's Monday is Liberation Day: Tuesday
        "2027, 01-01 01-04 03-09 03-15 03-22 03-29 05-03 05-04 05-17 09-06 11-22 11-29 11-30 12-08 12-27"
    })
    void noOtherWeekdayIsOff(int year, String daysOff) {
        List<MonthDay> expected = Stream.of(daysOff.split(" "))
                .map(day -> MonthDay.parse("--" + day))
                .toList();

        assertThat(weekdaysOf(year).filter(Predicate.not(calendar::isWorkingDay)))
                .extracting(MonthDay::from)
                .containsExactlyElementsOf(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-04-01, 2024-05-06",
        "2028-04-17, 2028-04-18",
        "2029-04-02, 2029-04-09",
        "2030-04-22, 2030-04-29",
        "2031-04-14, 2031-04-15",
        "2032-03-29, 2032-05-03",
        "2033-04-18, 2033-04-25",
        "2034-04-10, 2034-04-11",
        "2035-03-26, 2035-04-30"
    })
    void bothEastersGiveADayOffAfterTheirSunday(LocalDate catholic, LocalDate orthodox) {
        assertThat(List.of(catholic, orthodox)).noneMatch(calendar::isWorkingDay);
    }

    @Test
    void weekendsAreOffAllTheSame() {
        assertThat(calendar.isWorkingDay(LocalDate.parse("2026-11-21"))).isFalse();
        assertThat(calendar.isWorkingDay(LocalDate.parse("2026-11-22"))).isFalse();
        assertThat(calendar.isWorkingDay(LocalDate.parse("2026-11-20"))).isTrue();
    }

    @Test
    void alphabetDayIsAHolidaySince2024() {
        assertThat(calendar.isWorkingDay(LocalDate.parse("2023-11-22"))).isTrue();
        assertThat(calendar.isWorkingDay(LocalDate.parse("2024-11-22"))).isFalse();
    }

    @Test
    void saintTeresaIsKeptInSeptemberAndNoLongerInOctober() {
        assertThat(calendar.isWorkingDay(LocalDate.parse("2024-09-05"))).isFalse();
        assertThat(calendar.isWorkingDay(LocalDate.parse("2026-10-19"))).isTrue();
    }

    @Test
    void aYearMayHoldEidAlFitrTwice() {
        assertThat(calendar.isWorkingDay(LocalDate.parse("2033-01-03"))).isFalse();
        assertThat(calendar.isWorkingDay(LocalDate.parse("2033-12-23"))).isFalse();
    }

    @Test
    void aYearWhoseFeastsCannotBeComputedIsRefusedRatherThanGuessed() {
        assertThatThrownBy(() -> calendar.isWorkingDay(LocalDate.parse("2174-06-01")))
                .isInstanceOf(DateTimeException.class);
    }

    @Test
    void aFeastThatIsAnnouncedForAnotherDayTakesItsSubstituteAlong() {
        // Computed for Sunday 16 May 2027 with Monday off; announced here for Tuesday.
        PublicHolidays holidays = new PublicHolidays(Stream.of(
                "# a comment, and an empty line",
                "",
                "2027-05-16;removed;EID_AL_ADHA;an announcement",
                "2027-05-18;added;EID_AL_ADHA;an announcement"));

        assertThat(holidays.include(LocalDate.parse("2027-05-17"))).isFalse();
        assertThat(holidays.include(LocalDate.parse("2027-05-18"))).isTrue();
    }

    @Test
    void aFeastOnTheLastSundayOfTheYearIsMadeUpForAfterNewYear() {
        PublicHolidays holidays = new PublicHolidays(Stream.of("2028-12-31;added;NEW_YEARS_EVE;an announcement"));

        assertThat(holidays.include(LocalDate.parse("2029-01-03"))).isTrue();
        assertThat(holidays.include(LocalDate.parse("2029-01-04"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2027-03-10;removed;EID_AL_FITR;computed for the 9th",
        "2027-03-09;removed;EID_AL_ADHA;another feast",
        "2027-03-09;added;EID_AL_FITR;computed anyway",
        "2027-03-09;moved;EID_AL_FITR;no such word",
        "2027-03-09;removed;EID_AL_FITR;",
        "2027-03-09;removed;EID_AL_FITR"
    })
    void aCorrectionThatCannotBeMeantIsRefusedAtTheStart(String line) {
        assertThatThrownBy(() -> new PublicHolidays(Stream.of(line)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(line);
    }

    private static Stream<LocalDate> weekdaysOf(int year) {
        return LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(Predicate.not(WorkingCalendar::isWeekend));
    }
}
