package al.nrm.casefile;

import static java.time.format.ResolverStyle.STRICT;
import static java.time.temporal.ChronoField.YEAR;

import al.nrm.language.Words;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;

/** Keeps dates and times to days that exist, in the very form in which the form's page sends them: as text, with or without a zone offset. */
enum DateRule implements FieldRule {
    DATE(Words.known("must be a date YYYY-MM-DD"), day()),
    TIME(Words.known("must be a time HH:mm"), new DateTimeFormatterBuilder().appendPattern("HH:mm[XXX]")),
    DATETIME(Words.known("must be a date and time YYYY-MM-DDTHH:mm"), day().appendPattern("'T'HH:mm[XXX]"));

    private final String demand;
    private final DateTimeFormatter format;

    DateRule(String demand, DateTimeFormatterBuilder format) {
        this.demand = demand;
        this.format = format.toFormatter().withResolverStyle(STRICT);
    }

    @Override
    public Object read(Object sent) {
        if (sent == null || "".equals(sent)) {
            return null;
        }
        if (!(sent instanceof String text)) {
            throw new Finding(demand);
        }
        try {
            format.parse(text);
        } catch (DateTimeParseException e) { // its message holds the text
            throw new Finding(demand);
        }
        return text;
    }

    /** Exactly four digits of year: the ready-made formats also take signs and longer years. */
    private static DateTimeFormatterBuilder day() {
        return new DateTimeFormatterBuilder().appendValue(YEAR, 4).appendPattern("-MM-dd");
    }
}
