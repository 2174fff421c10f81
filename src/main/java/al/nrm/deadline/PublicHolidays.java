package al.nrm.deadline;

import static java.util.stream.Collectors.toCollection;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Year;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;

/** Knows every day that a holiday takes off the working week: the feasts, as announced, and their substitute days. */
class PublicHolidays {

    private final HolidayManager computed = HolidayManager.getInstance(ManagerParameters.create(calendarFile()));
    private final List<Correction> corrections;
    private final Map<Integer, Set<LocalDate>> daysOff = new ConcurrentHashMap<>();

    PublicHolidays() {
        this(correctionFile());
    }

    /**
     * @param correctionLines lines of {@code corrections.csv}
     * @throws IllegalArgumentException if a line is malformed, adds what is computed anyway or removes what is not: then a
     *     date is wrong, and it shows at the start and not on the day
     */
    PublicHolidays(Stream<String> correctionLines) {
        corrections = correctionLines
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Correction::parse)
                .toList();
        corrections.forEach(correction -> feastsOf(correction.feast().date().getYear()));
    }

    /** Whether this day is a feast or stands in for one that fell on a weekend. */
    boolean include(LocalDate day) {
        return daysOff.computeIfAbsent(day.getYear(), this::daysOffOf).contains(day);
    }

    private Set<LocalDate> daysOffOf(int year) {
        // With the year before: a feast on its last weekend is made up for in January.
        List<LocalDate> feasts = Stream.of(year - 1, year)
                .flatMap(each -> feastsOf(each).stream())
                .map(Feast::date)
                .sorted()
                .toList();
        Set<LocalDate> off = new HashSet<>(feasts);
        feasts.stream().filter(WorkingCalendar::isWeekend).forEach(feast -> off.add(substituteOf(feast, off)));
        return Set.copyOf(off);
    }

    private static LocalDate substituteOf(LocalDate feast, Set<LocalDate> off) {
        LocalDate day = feast;
        while (WorkingCalendar.isWeekend(day) || off.contains(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    private Set<Feast> feastsOf(int year) {
        Set<Feast> feasts = computed.getHolidays(Year.of(year)).stream()
                .map(holiday -> new Feast(holiday.getDate(), holiday.getPropertiesKey()))
                .collect(toCollection(HashSet::new));
        corrections.stream()
                .filter(correction -> correction.feast().date().getYear() == year)
                .forEach(correction -> correction.applyTo(feasts));
        return feasts;
    }

    private static URL calendarFile() {
        try {
            return new ClassPathResource("holidays/albania.xml").getURL();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> correctionFile() {
        try {
            return new ClassPathResource("holidays/corrections.csv")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Feast(LocalDate date, String name) {}

    private record Correction(boolean adds, Feast feast, String line) {

        static Correction parse(String line) {
            String[] cells = line.split(";", -1);
            boolean complete = cells.length == 4 && Stream.of(cells).noneMatch(String::isBlank);
            if (!complete || !cells[1].matches("added|removed")) {
                throw new IllegalArgumentException("Not date;added or removed;holiday;source: " + line);
            }
            return new Correction(cells[1].equals("added"), new Feast(LocalDate.parse(cells[0]), cells[2]), line);
        }

        void applyTo(Set<Feast> feasts) {
            boolean changed = adds ? feasts.add(feast) : feasts.remove(feast);
            if (!changed) {
                throw new IllegalArgumentException("Corrects nothing: " + line);
            }
        }
    }
}
