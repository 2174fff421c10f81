package al.nrm.casefile;

import java.time.LocalDate;

/**
 * A case that has ended, and the rule by which its content is kept.
 *
 * @param number the case number
 * @param closedOn the day in Tirana on which the last that worked on its content ended
 * @param ageGroup as last known
 * @param closureReason why it was closed
 * @param county where it belonged
 * @param rule the row of the table of retention that holds for it
 */
record ClosedCase(
        String number, LocalDate closedOn, String ageGroup, String closureReason, String county, RetentionRule rule) {

    /**
     * The first day on which the content need not be kept any more.
     *
     * @param born the person's birth, or null where nobody knows
     */
    LocalDate keptUntil(LocalDate born) {
        return rule.keptUntil(closedOn, born);
    }
}
