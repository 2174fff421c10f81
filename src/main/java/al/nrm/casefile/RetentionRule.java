package al.nrm.casefile;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A row of {@code retention.dmn}: for how long the content of a closed case is kept.
 *
 * @param years after the closure, or of age
 * @param fromBirth whether the years are counted from the person's birth
 * @param legalBasis why
 * @param status {@code verified} where a source gives the period, otherwise {@code default}
 */
record RetentionRule(int years, boolean fromBirth, String legalBasis, String status) {

    /** As much as the register of erasures takes. */
    private static final int LONGEST_BASIS = 1000;

    /** The rule of a row; none where the row makes no sense, so that a slip in the table erases nothing. */
    static Optional<RetentionRule> of(Map<String, Object> row) {
        boolean sound = row.get("years") instanceof Number years
                && years.intValue() >= 1
                && Set.of("closure", "birth").contains(String.valueOf(row.get("countedFrom")))
                && row.get("legalBasis") instanceof String basis
                && !basis.isBlank()
                && basis.length() <= LONGEST_BASIS;
        return sound
                ? Optional.of(new RetentionRule(
                        ((Number) row.get("years")).intValue(),
                        "birth".equals(row.get("countedFrom")),
                        (String) row.get("legalBasis"),
                        (String) row.get("status")))
                : Optional.empty();
    }

    /**
     * The first day on which the content need not be kept any more.
     *
     * @param closed day of the closure
     * @param born the person's birth, or null where nobody knows: then the years begin with the closure, which is never too
     *     early
     */
    LocalDate keptUntil(LocalDate closed, LocalDate born) {
        LocalDate end = (fromBirth && born != null ? born : closed).plusYears(years);
        return end.isBefore(closed) ? closed : end;
    }
}
