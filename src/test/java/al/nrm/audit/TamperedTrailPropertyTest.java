package al.nrm.audit;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;

/** No chain is so long and no place in it such that a change there goes unseen or is blamed on another record. */
@Tag("database-independent")
class TamperedTrailPropertyTest {

    private static final String CHAIN = "system";
    private static final WrittenTrail TRAIL = new WrittenTrail();

    private enum Column {
        KIND,
        WORKER,
        SUBJECT,
        CASE_NUMBER,
        DETAILS
    }

    @Property(tries = 100)
    void oneCharacterMoreAnywhereIsNamed(
            @ForAll @IntRange(min = 1, max = 40) int length,
            @ForAll @IntRange(min = 0, max = 1000) int where,
            @ForAll Column column) {
        int record = 1 + where % length;
        TRAIL.with(length, CHAIN, "reads:node")
                .change(
                        "update nrm_trail set %1$s = %1$s || '.' where chain = ? and sequence = ?".formatted(column),
                        CHAIN,
                        record);
        assertThat(TRAIL.verify().troubles())
                .hasSize(1)
                .allMatch(trouble -> trouble.chain().equals(CHAIN)
                        && trouble.record() == record
                        && trouble.kind() == Trouble.Kind.CHANGED);
    }

    @Property(tries = 60)
    void aRunOfRecordsThatIsRemovedIsNamedByItsFirst(
            @ForAll @IntRange(min = 2, max = 40) int length,
            @ForAll @IntRange(min = 0, max = 1000) int where,
            @ForAll @IntRange(min = 1, max = 40) int run) {
        int first = 1 + where % length;
        TRAIL.with(length, CHAIN, "reads:node")
                .change(
                        "delete from nrm_trail where chain = ? and sequence >= ? and sequence < ?",
                        CHAIN,
                        first,
                        first + run);
        assertThat(TRAIL.verify().troubles())
                .hasSize(1)
                .allMatch(trouble -> trouble.chain().equals(CHAIN) && trouble.record() == first);
    }

    @Property(tries = 60)
    void twoRecordsThatChangePlacesAreNamedByTheFirst(
            @ForAll @IntRange(min = 2, max = 40) int length,
            @ForAll @IntRange(min = 0, max = 1000) int where,
            @ForAll @IntRange(min = 0, max = 1000) int whereElse) {
        int one = 1 + where % (length - 1);
        int another = one + 1 + whereElse % (length - one);
        String move = "update nrm_trail set sequence = ? where chain = ? and sequence = ?";
        TRAIL.with(length, CHAIN)
                .change(move, -1, CHAIN, one)
                .change(move, one, CHAIN, another)
                .change(move, another, CHAIN, -1);
        assertThat(TRAIL.verify().troubles())
                .hasSize(1)
                .allMatch(trouble -> trouble.record() == one && trouble.kind() == Trouble.Kind.REORDERED);
    }

    @Property(tries = 60)
    void whatIsRewrittenFromAnyPlaceOnIsShownByTheSeal(
            @ForAll @IntRange(min = 1, max = 40) int length, @ForAll @IntRange(min = 0, max = 1000) int where) {
        int record = 1 + where % length;
        TRAIL.with(length, CHAIN);
        TRAIL.seals.seal();
        TRAIL.append(CHAIN, 3)
                .change("update nrm_trail set kind = 'forged' where chain = ? and sequence = ?", CHAIN, record)
                .rewrite(CHAIN, record);
        assertThat(TRAIL.verify().troubles())
                .hasSize(1)
                .allMatch(trouble -> trouble.chain().equals(CHAIN) && trouble.record() == length);
    }
}
