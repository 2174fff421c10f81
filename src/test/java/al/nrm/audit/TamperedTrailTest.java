package al.nrm.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import al.nrm.audit.Trouble.Kind;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is done to a trail behind the application's back, verification names the record it was done to first. */
@Tag("database-independent")
class TamperedTrailTest {

    private static final String CHAIN = "system";
    private static final String OTHER = "reads:node";
    private static final int RECORDS = 9;
    private static final WrittenTrail TRAIL = new WrittenTrail();

    @BeforeEach
    void writeAnew() {
        TRAIL.with(RECORDS, CHAIN, OTHER);
    }

    @Test
    void anUntouchedTrailIsWhole() {
        TRAIL.seals.seal();
        TRAIL.append(CHAIN, 2);
        String kept = TRAIL.seals.seal().code();
        assertThat(TRAIL.verify(kept)).isEqualTo(new Verdict(3, 2 * RECORDS + 4, 2, List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "happened_at = dateadd(millisecond, 1, happened_at)",
                "kind = 'test.other'",
                "worker = 'w-other'",
                "subject = 'other'",
                "subject = null",
                "case_number = 'other'",
                "case_number = null",
                "details = '{}'",
                "previous_hash = hash",
                "hash = previous_hash"
            })
    void aChangedColumnNamesItsRecord(String change) {
        TRAIL.change("update nrm_trail set " + change + " where chain = ? and sequence = 5", CHAIN);
        assertFirst(Kind.CHANGED, CHAIN, 5);
    }

    @Test
    void textMovedFromOneColumnToTheNextIsAChange() {
        TRAIL.change("update nrm_trail set kind = kind || worker, worker = '' where chain = ? and sequence = 5", CHAIN);
        assertFirst(Kind.CHANGED, CHAIN, 5);
    }

    @Test
    void aRecordMovedToAnotherChainIsMissedInItsOwn() {
        TRAIL.change(
                "update nrm_trail set chain = ?, sequence = ? where chain = ? and sequence = 5",
                OTHER,
                RECORDS + 1,
                CHAIN);
        assertThat(TRAIL.verify().troubles())
                .extracting(Trouble::kind, Trouble::chain, Trouble::record)
                .contains(tuple(Kind.REMOVED, CHAIN, 5L))
                .anyMatch(found -> found.toList().contains(OTHER));
    }

    @ParameterizedTest
    @CsvSource({"1, REMOVED", "5, REMOVED", "9, CUT_OFF"})
    void aRemovedRecordIsNamed(long record, Kind kind) {
        TRAIL.change("delete from nrm_trail where chain = ? and sequence = ?", CHAIN, record);
        assertFirst(kind, CHAIN, record);
    }

    @Test
    void aRemovedRecordIsNamedWhereTheOthersMovedUp() {
        TRAIL.change("delete from nrm_trail where chain = ? and sequence = 5", CHAIN);
        moveAllBehind(5, -1);
        assertFirst(Kind.REMOVED, CHAIN, 5);
    }

    @Test
    void anInsertedRecordIsNamedThoughItsHashIsRight() {
        moveAllBehind(4, 1);
        TRAIL.change(
                "insert into nrm_trail select chain, 5, happened_at, 'forged', worker, subject, case_number, details,"
                        + " previous_hash, hash from nrm_trail where chain = ? and sequence = 4",
                CHAIN);
        StoredRecord forged = record(5);
        byte[] before = record(4).hash();
        TRAIL.change(
                "update nrm_trail set previous_hash = ?, hash = ? where chain = ? and sequence = 5",
                before,
                new RecordHash().of(CHAIN, 5, forged.entry(), before),
                CHAIN);
        assertFirst(Kind.INSERTED, CHAIN, 5);
    }

    @Test
    void anInsertedRecordWithoutARightHashIsNamed() {
        moveAllBehind(4, 1);
        TRAIL.change(
                "insert into nrm_trail select chain, 5, happened_at, 'forged', worker, subject, case_number, details,"
                        + " previous_hash, hash from nrm_trail where chain = ? and sequence = 4",
                CHAIN);
        assertFirst(Kind.INSERTED, CHAIN, 5);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, RECORDS + 1, RECORDS + 5})
    void aRecordOutsideTheChainIsNamed(long place) {
        TRAIL.change(
                "insert into nrm_trail select chain, ?, happened_at, kind, worker, subject, case_number, details,"
                        + " previous_hash, hash from nrm_trail where chain = ? and sequence = 4",
                place,
                CHAIN);
        assertThat(TRAIL.verify().troubles())
                .extracting(Trouble::chain, Trouble::record)
                .containsExactly(tuple(CHAIN, place));
    }

    @ParameterizedTest
    @CsvSource({"2, 3", "2, 7", "1, 9"})
    void swappedRecordsAreReordered(long one, long another) {
        swap(one, another);
        assertFirst(Kind.REORDERED, CHAIN, one);
    }

    @Test
    void aCutOffEndIsNamed() {
        TRAIL.change("delete from nrm_trail where chain = ? and sequence > 6", CHAIN);
        assertFirst(Kind.CUT_OFF, CHAIN, 7);
    }

    @Test
    void anEndCutOffWithItsHeadIsNamedBySeals() {
        TRAIL.seals.seal();
        TRAIL.change("delete from nrm_trail where chain = ? and sequence > 6", CHAIN)
                .rewrite(CHAIN, 7);
        assertFirst(Kind.CUT_OFF, CHAIN, RECORDS);
    }

    @Test
    void aWholeChainThatIsRemovedIsNamed() {
        TRAIL.change("delete from nrm_trail where chain = ?", CHAIN);
        assertFirst(Kind.REMOVED, CHAIN, 1);
    }

    @Test
    void aWholeChainThatIsRemovedWithItsHeadIsNamedBySeals() {
        TRAIL.seals.seal();
        TRAIL.change("delete from nrm_trail where chain = ?", CHAIN)
                .change("delete from nrm_trail_head where chain = ?", CHAIN);
        assertFirst(Kind.CUT_OFF, CHAIN, RECORDS);
    }

    @Test
    void aChainRewrittenWithRightHashesIsNamedBySeals() {
        TRAIL.seals.seal();
        TRAIL.change("update nrm_trail set details = '{}' where chain = ? and sequence = 5", CHAIN)
                .rewrite(CHAIN, 5);
        assertFirst(Kind.CHANGED, CHAIN, RECORDS);
    }

    @Test
    void aRecordRewrittenWithItsHashAloneIsNamed() {
        TRAIL.change("update nrm_trail set details = '{}' where chain = ? and sequence = 5", CHAIN);
        TRAIL.change(
                "update nrm_trail set hash = ? where chain = ? and sequence = 5",
                new RecordHash().of(CHAIN, 5, record(5).entry(), record(5).previous()),
                CHAIN);
        assertFirst(Kind.CHANGED, CHAIN, 5);
    }

    @Test
    void aDatabaseRewrittenWithItsSealsIsShownByASealThatWasKeptElsewhere() {
        TRAIL.seals.seal();
        String kept = TRAIL.seals.seal().code();
        TRAIL.change("delete from nrm_trail where chain = 'seals'")
                .change("delete from nrm_trail_head where chain = 'seals'")
                .change("delete from nrm_sealed_head")
                .change("update nrm_trail set details = '{}' where chain = ? and sequence = 5", CHAIN)
                .rewrite(CHAIN, 5);
        TRAIL.seals.seal();
        TRAIL.seals.seal();
        assertThat(TRAIL.verify().isWhole()).isTrue();
        assertThat(TRAIL.verify(kept).troubles())
                .extracting(Trouble::kind, Trouble::record)
                .containsExactly(tuple(Kind.SEAL_BROKEN, 2L));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update nrm_sealed_head set hash = ? where chain = 'system'",
                "update nrm_sealed_head set chain = 'seal' where hash <> ? and chain = 'system'",
                "delete from nrm_sealed_head where hash <> ? and chain = 'system'"
            })
    void aChangedListOfSealedChainsBreaksItsSeal(String change) {
        TRAIL.seals.seal();
        TRAIL.change(change, RecordHash.NONE);
        assertThat(TRAIL.verify().troubles())
                .anyMatch(trouble -> trouble.kind() == Kind.SEAL_BROKEN && trouble.record() == 1);
    }

    @Test
    void aHeadThatNamesAnotherHashIsNamed() {
        TRAIL.change(
                "update nrm_trail_head set last_hash = ? where chain = ?",
                record(3).hash(),
                CHAIN);
        assertFirst(Kind.HEAD_CHANGED, CHAIN, RECORDS);
    }

    @Test
    void aRemovedHeadIsNamed() {
        TRAIL.change("delete from nrm_trail_head where chain = ?", CHAIN);
        assertFirst(Kind.HEAD_CHANGED, CHAIN, RECORDS);
    }

    @Test
    void recordsBehindTheHeadAreNamed() {
        TRAIL.change("update nrm_trail_head set last_sequence = 7 where chain = ?", CHAIN);
        assertFirst(Kind.INSERTED, CHAIN, 8);
    }

    private void assertFirst(Kind kind, String chain, long record) {
        assertThat(TRAIL.verify().troubles())
                .extracting(Trouble::kind, Trouble::chain, Trouble::record)
                .containsExactly(tuple(kind, chain, record));
    }

    private static StoredRecord record(long sequence) {
        return TRAIL.jdbc.queryForObject(
                "select " + StoredRecord.COLUMNS + " from nrm_trail where chain = ? and sequence = ?",
                (row, number) -> StoredRecord.of(row),
                CHAIN,
                sequence);
    }

    private static void moveAllBehind(long record, int by) {
        TRAIL.change("update nrm_trail set sequence = sequence + 1000 where chain = ? and sequence > ?", CHAIN, record)
                .change(
                        "update nrm_trail set sequence = sequence - 1000 + ? where chain = ? and sequence > 1000",
                        by,
                        CHAIN)
                .change("update nrm_trail_head set last_sequence = last_sequence + ? where chain = ?", by, CHAIN);
    }

    private static void swap(long one, long another) {
        String move = "update nrm_trail set sequence = ? where chain = ? and sequence = ?";
        TRAIL.change(move, 1000, CHAIN, one).change(move, one, CHAIN, another).change(move, another, CHAIN, 1000);
    }
}
