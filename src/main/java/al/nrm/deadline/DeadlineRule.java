package al.nrm.deadline;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * One row of the table of deadlines.
 *
 * @param amount how many units the step has
 * @param unit the unit that the amount and an extension count in
 * @param extensions how often the deadline may be extended
 * @param extensionAmount how many units one extension may add at most
 * @param suspensionDays for how many calendar days the deadline may be suspended at most; 0 where it may not
 * @param ladder the rungs that a missed deadline climbs, in their order
 * @param rungHours how many hours each rung has; null where the rungs' own rows say it
 */
record DeadlineRule(
        int amount,
        DeadlineUnit unit,
        int extensions,
        int extensionAmount,
        int suspensionDays,
        List<String> ladder,
        Integer rungHours) {

    static DeadlineRule of(Map<String, Object> row) {
        return new DeadlineRule(
                number(row, "amount"),
                DeadlineUnit.of((String) row.get("unit")),
                number(row, "extensions"),
                number(row, "extensionAmount"),
                number(row, "suspensionDays"),
                rungs((String) row.get("ladder")),
                row.get("rungHours") == null ? null : number(row, "rungHours"));
    }

    static List<String> rungs(String ladder) {
        return Arrays.stream(ladder.split("[,\\s]+"))
                .filter(rung -> !rung.isEmpty())
                .toList();
    }

    private static int number(Map<String, Object> row, String column) {
        return ((Number) row.get(column)).intValue();
    }
}
