package al.nrm.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What is sealed for a case opens for that case alone, through every rotation, until its key is destroyed. */
@Tag("database-independent")
class CaseKeysTest {

    private static final String CASE = "NRM-2026-000001";
    private static final String OTHER = "NRM-2026-000002";
    private static final byte[] NAME = "Mira e Shpikur".getBytes(UTF_8);
    private static final String FIRST_MASTER = GivenMasterKeys.newLine("first");
    private static final String SECOND_MASTER = GivenMasterKeys.newLine("second");

    private final String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    private final List<KeyStore> stores = new ArrayList<>();
    private final CaseKeys keys = node(FIRST_MASTER);

    @AfterEach
    void closeStores() {
        stores.forEach(KeyStore::destroy);
    }

    /** A node of the system: its own memory and pool, the one key store. */
    private CaseKeys node(String masterKeys) {
        KeyStore store = new KeyStore(url, "keys", "");
        stores.add(store);
        return new CaseKeys(store, new GivenMasterKeys(masterKeys));
    }

    @Test
    void whatIsSealedOpensAgainAndNeverLooksAlikeTwice() {
        byte[] sealed = keys.seal(CASE, "fullName", NAME);

        assertThat(keys.open(CASE, "fullName", sealed)).isEqualTo(NAME);
        assertThat(node(FIRST_MASTER).open(CASE, "fullName", sealed)).isEqualTo(NAME);
        assertThat(new String(sealed, UTF_8)).doesNotContain("Mira");
        assertThat(keys.seal(CASE, "fullName", NAME)).isNotEqualTo(sealed);
        assertThat(keys.open(CASE, "note", keys.seal(CASE, "note", new byte[0])))
                .isEmpty();
    }

    @Test
    void aSealedValueMovedToAnotherNameOrCaseIsRefusedWithoutItsContent() {
        byte[] sealed = keys.seal(CASE, "fullName", NAME);
        keys.seal(OTHER, "fullName", NAME);

        assertThatExceptionOfType(SealBroken.class)
                .isThrownBy(() -> keys.open(CASE, "phone", sealed))
                .withMessage("What is stored as 'phone' was not sealed so for case " + CASE);
        assertThatExceptionOfType(SealBroken.class).isThrownBy(() -> keys.open(OTHER, "fullName", sealed));
    }

    @Test
    void everyChangedByteIsNoticed() {
        byte[] sealed = keys.seal(CASE, "fullName", NAME);

        for (int at = 0; at < sealed.length; at++) {
            byte[] changed = sealed.clone();
            changed[at] ^= 1;
            assertThatExceptionOfType(SealBroken.class)
                    .as("byte %d", at)
                    .isThrownBy(() -> keys.open(CASE, "fullName", changed));
        }
        for (int length = 0; length < sealed.length; length++) {
            byte[] cut = java.util.Arrays.copyOf(sealed, length);
            assertThatExceptionOfType(SealBroken.class).isThrownBy(() -> keys.open(CASE, "fullName", cut));
        }
    }

    @Test
    void plainBytesAreNoSealedOnes() {
        keys.seal(CASE, "fullName", NAME);

        assertThatExceptionOfType(SealBroken.class).isThrownBy(() -> keys.open(CASE, "fullName", NAME));
    }

    @Test
    void withoutAKeyNothingOpensAndTheSentenceSaysWhose() {
        byte[] sealed = keys.seal(CASE, "fullName", NAME);

        assertThatExceptionOfType(KeyMissing.class)
                .isThrownBy(() -> keys.open(OTHER, "fullName", sealed))
                .withMessage("There is no key of case " + OTHER);
    }

    @Test
    void aDestroyedKeyOpensNothingAndTheCaseNeverGetsAnother() {
        byte[] sealed = keys.seal(CASE, "fullName", NAME);

        assertThat(keys.destroy(CASE)).isTrue();
        assertThat(keys.destroy(CASE)).isFalse();

        for (CaseKeys node : List.of(keys, node(FIRST_MASTER))) {
            assertThatExceptionOfType(KeyMissing.class)
                    .isThrownBy(() -> node.open(CASE, "fullName", sealed))
                    .withMessage("The key of case " + CASE + " has been destroyed");
            assertThatExceptionOfType(KeyMissing.class).isThrownBy(() -> node.seal(CASE, "fullName", NAME));
        }
        assertThat(keys.open(OTHER, "fullName", keys.seal(OTHER, "fullName", NAME)))
                .isEqualTo(NAME);
    }

    @Test
    void aCaseWhoseKeyWasDestroyedBeforeItHadOneNeverGetsOne() {
        assertThat(keys.destroy(CASE)).isFalse();

        assertThatExceptionOfType(KeyMissing.class).isThrownBy(() -> keys.seal(CASE, "fullName", NAME));
    }

    @Test
    void twoNodesThatMakeTheKeyOfACaseAtOnceEndWithOne() throws Exception {
        List<CaseKeys> nodes = List.of(keys, node(FIRST_MASTER), node(FIRST_MASTER), node(FIRST_MASTER));
        ExecutorService threads = Executors.newFixedThreadPool(nodes.size());
        try {
            for (int round = 0; round < 50; round++) {
                String number = "NRM-2026-%06d".formatted(100 + round);
                CountDownLatch start = new CountDownLatch(1);
                List<Callable<byte[]>> seals = nodes.stream()
                        .<Callable<byte[]>>map(node -> () -> {
                            start.await();
                            return node.seal(number, "fullName", NAME);
                        })
                        .toList();
                List<Future<byte[]>> running =
                        seals.stream().map(threads::submit).toList();
                start.countDown();
                for (Future<byte[]> sealed : running) {
                    for (CaseKeys node : nodes) {
                        assertThat(node.open(number, "fullName", sealed.get())).isEqualTo(NAME);
                    }
                }
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aNewMasterKeyTakesOverAndTheOldOneCanBeThrownAway() {
        byte[] sealed = keys.seal(CASE, "fullName", NAME);
        byte[] print = keys.fingerprint("reads", NAME);

        node(SECOND_MASTER + "\n" + FIRST_MASTER).rewrap();

        CaseKeys after = node(SECOND_MASTER);
        assertThat(after.open(CASE, "fullName", sealed)).isEqualTo(NAME);
        assertThat(after.fingerprint("reads", NAME)).isEqualTo(print);
        assertThatExceptionOfType(KeyMissing.class)
                .isThrownBy(() -> node(FIRST_MASTER).open(CASE, "fullName", sealed))
                .withMessage("Master key 'second' is not given");
    }

    @Test
    void anotherMasterKeyOfTheSameNameOpensNothing() {
        byte[] sealed = keys.seal(CASE, "fullName", NAME);

        assertThatExceptionOfType(SealBroken.class)
                .isThrownBy(() -> node(GivenMasterKeys.newLine("first")).open(CASE, "fullName", sealed));
    }

    @Test
    void aKeyWrittenUnderAnotherCaseInTheStoreOpensNothing() throws SQLException {
        byte[] sealed = keys.seal(CASE, "fullName", NAME);
        keys.seal(OTHER, "fullName", NAME);
        sql("update nrm_wrapped_key set wrapped = (select wrapped from nrm_wrapped_key where owner = 'case " + CASE
                + "'), key_id = (select key_id from nrm_wrapped_key where owner = 'case " + CASE
                + "') where owner = 'case " + OTHER + "'");

        assertThatExceptionOfType(SealBroken.class)
                .isThrownBy(() -> node(FIRST_MASTER).open(OTHER, "fullName", sealed));
    }

    @Test
    void fingerprintsAreTheSameOnEveryNodeAndDifferByPurpose() {
        assertThat(keys.fingerprint("reads", NAME))
                .hasSize(32)
                .isEqualTo(node(FIRST_MASTER).fingerprint("reads", NAME))
                .isNotEqualTo(keys.fingerprint("workers", NAME));
    }

    private void sql(String statement) throws SQLException {
        try (var connection = DriverManager.getConnection(url, "keys", "");
                var change = connection.createStatement()) {
            change.execute(statement);
        }
    }

    @Test
    void theCasesStartWithTheirOwnKeyStoreAndNoOther() {
        JdbcTemplate cases = new JdbcTemplate(
                new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1"));
        cases.execute("create table nrm_key_store (id integer primary key, fingerprint varchar(64) not null)");
        new RefuseForeignKeyStore(keys, cases).afterPropertiesSet();
        new RefuseForeignKeyStore(node(SECOND_MASTER + '\n' + FIRST_MASTER), cases).afterPropertiesSet();

        KeyStore foreign = new KeyStore("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "keys", "");
        stores.add(foreign);
        CaseKeys foreignKeys = new CaseKeys(foreign, new GivenMasterKeys(FIRST_MASTER));
        assertThatIllegalStateException()
                .isThrownBy(() -> new RefuseForeignKeyStore(foreignKeys, cases).afterPropertiesSet())
                .withMessageStartingWith("nrm.keys.url: ");
    }

    @Test
    void aCaseWhoseKeyIsLostGetsNoOther() {
        assertThatExceptionOfType(KeyMissing.class)
                .isThrownBy(() -> keys.seal(CASE, "fullName", NAME, () -> true))
                .withMessageStartingWith("The key of case " + CASE + " is lost");
        assertThatExceptionOfType(KeyMissing.class).isThrownBy(() -> keys.open(CASE, "fullName", NAME));

        byte[] first = keys.seal(CASE, "fullName", NAME, () -> false);
        assertThat(node(FIRST_MASTER).seal(CASE, "fullName", NAME, () -> true)).hasSameSizeAs(first);
    }
}
