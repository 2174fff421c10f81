package al.nrm.deadline;

import al.nrm.language.Words;
import java.util.Arrays;

/** The units in which a deadline is written, under the very words of the deadline table. */
public enum DeadlineUnit {
    HOURS(Words.known("hours")),
    CALENDAR_DAYS(Words.known("calendar days")),
    WORKING_DAYS(Words.known("working days")),
    MONTHS(Words.known("months"));

    private final String words;

    DeadlineUnit(String words) {
        this.words = words;
    }

    /**
     * The unit that the deadline table calls by these words.
     *
     * @param words "hours", "calendar days", "working days" or "months"
     * @throws IllegalArgumentException if no unit is called so, naming the words
     */
    public static DeadlineUnit of(String words) {
        return Arrays.stream(values())
                .filter(unit -> unit.words.equals(words))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No unit of deadlines is called '" + words + "'"));
    }

    /** The words of the deadline table. */
    @Override
    public String toString() {
        return words;
    }
}
