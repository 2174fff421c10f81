package al.nrm.platform;

import static org.assertj.core.api.Assertions.assertThat;

import al.nrm.platform.SightRelations.Office;
import al.nrm.platform.SightRelations.Relation;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** What a kind of route tells of a case, and whom (contract 1 to 4, ADR 11). */
enum SightRule {
    /** Searches and counts of open tasks: to members of the task's group, and to the operator without content. */
    TASKS(Set.of(Office.OPERATOR), true, false),

    /** The same by a stored filter: to members of the task's group. */
    FILTERS(Set.of(), true, false),

    /** One task and whose it is: likewise. */
    TASK(Set.of(Office.OPERATOR), true, false),

    /** What belongs to the work on one task: its form, comments and attachments. */
    WORK(Set.of(), true, false),

    /** The variables of one task: its form's. */
    FIELDS(Set.of(), true, false),

    /** What was done with one task: to its group, on its page. */
    DEEDS(Set.of(), true, true),

    /** The history with its open facts: to those with an office over all cases. */
    HISTORY(Set.of(Office.OBSERVER, Office.AUDITOR, Office.OPERATOR), false, false),

    /** Instances and timers: to the operator. */
    METADATA(Set.of(Office.OPERATOR), false, false),

    /** What Cockpit's pages count and list. */
    OVERVIEW(Set.of(Office.AUDITOR, Office.OPERATOR), false, false),

    /** What happened to a case and who read it, without content: to the auditor. */
    TRAIL(Set.of(Office.AUDITOR), false, false),

    /** Nothing of any case: models, people, pages. */
    NOTHING(Set.of(), false, false),

    /** Open to nobody at all. */
    CLOSED(Set.of(), false, false);

    private final Set<Office> offices;
    private final boolean toTheGroup;
    private final boolean onPagesOnly;

    SightRule(Set<Office> offices, boolean toTheGroup, boolean onPagesOnly) {
        this.offices = offices;
        this.toTheGroup = toTheGroup;
        this.onPagesOnly = onPagesOnly;
    }

    /** Whether this kind of route is worth asking as somebody to whom nobody's relation matters. */
    boolean isOfCases() {
        return this != NOTHING && this != CLOSED;
    }

    boolean isSearch() {
        return this == TASKS || this == FILTERS;
    }

    boolean shows(Relation relation, boolean pages) {
        return (pages || !onPagesOnly) && (offices.contains(relation.office()) || toTheGroup && relation.inSight());
    }

    /** What is answered where something is shown; Cockpit's lists want parameters that only its pages know. */
    Set<Integer> answers() {
        return switch (this) {
            case OVERVIEW -> Set.of(200, 400, 403, 404);
            case TRAIL -> Set.of(200, 400);
            default -> Set.of(200);
        };
    }

    /** Whether the answer is checked for what it has to show; a page or a file of lines is for what it must not alone. */
    boolean isChecked() {
        return this != TRAIL;
    }

    /** What a search by body asks for. */
    String body(Relation relation) {
        return isSearch() || this == METADATA ? "{\"processInstanceBusinessKey\":\"" + relation.number() + "\"}" : "{}";
    }

    /** Whether an answer of this kind says what it has to. */
    void checkShown(JsonNode answer, Relation relation, String cell) {
        if (isSearch() && answer.has("count") && answer.size() == 1) {
            assertThat(answer.path("count").asLong()).as(cell).isPositive();
        } else if (isSearch()) {
            assertThat(answer.toString()).as(cell).contains(relation.task());
        }
        if (this == FIELDS && !cell.contains("?")) {
            relation.shown(this)
                    .forEach(value -> assertThat(answer.toString()).as(cell).contains(value));
        }
    }
}
