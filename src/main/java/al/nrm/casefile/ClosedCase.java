package al.nrm.casefile;

import java.time.LocalDate;

/**
 * A case that has ended, and the rule by which its content is kept.
 *
 * @param number the case number
 * @param closedOn the day of its end in Tirana
 * @param ageGroup as last known
 * @param closureReason why it was closed
 * @param rule the row of the table of retention that holds for it
 */
record ClosedCase(String number, LocalDate closedOn, String ageGroup, String closureReason, RetentionRule rule) {}
