package al.nrm.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.DefaultBootstrapContext;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.mock.env.MockEnvironment;

/** Only the demo finds a place for keys by itself; everything else says where they lie or does not start. */
@Tag("database-independent")
class KeySettingsTest {

    @TempDir
    private Path folder;

    private final MockEnvironment production = new MockEnvironment()
            .withProperty("spring.datasource.url", "jdbc:postgresql://database:5432/nrm?ssl=true")
            .withProperty("nrm.keys.url", "jdbc:postgresql://keys:5432/keys")
            .withProperty("nrm.keys.password", "a secret of our own")
            .withProperty("nrm.keys.master-key", GivenMasterKeys.newLine("2026"));

    @Test
    void theDemoDrawsItsMasterKeyOnceIntoAFileForItsOwnerOnly() throws IOException {
        KeySettings settings = demo("jdbc:h2:file:" + folder + "/nrm;AUTO_SERVER=FALSE");

        Path file = folder.resolve("keys/nrm.master-key");
        assertThat(settings.url()).startsWith("jdbc:h2:file:" + folder + "/keys/nrm;");
        assertThat(settings.masterKeys()).isEqualTo(Files.readString(file));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(demo("jdbc:h2:file:" + folder + "/nrm").masterKeys()).isEqualTo(settings.masterKeys());
    }

    @Test
    void theDemosKeysAreInMemoryWhereItsCasesAre() {
        assertThat(demo("jdbc:h2:mem:x;DB_CLOSE_DELAY=-1").url()).startsWith("jdbc:h2:mem:x-keys;");
    }

    @Test
    void anotherProfileStartsWithAllSettings() {
        start(production);
    }

    @Test
    void anotherProfileDoesNotStartWithoutMasterKey() {
        assertThatIllegalStateException()
                .isThrownBy(() -> start(production.withProperty("nrm.keys.master-key", "")))
                .withMessageStartingWith("nrm.keys.master-file: ");
    }

    @Test
    void anotherProfileDoesNotStartWithAMasterKeyThatSomebodyThoughtUp() {
        String thoughtUp = Base64.getEncoder().encodeToString("changeme-changeme-changeme-12345".getBytes());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> start(production.withProperty("nrm.keys.master-key", "2026:" + thoughtUp)))
                .withMessage("master key '2026' was not drawn at random");
    }

    @Test
    void anotherProfileDoesNotStartWithTheKeysAmongTheCases() {
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        start(production.withProperty("nrm.keys.url", "jdbc:postgresql://database:5432/nrm?user=keys")))
                .withMessageContaining("a database of their own");
    }

    @Test
    void anotherProfileDoesNotStartWithoutAStoreForKeysOrItsPassword() {
        assertThatIllegalStateException()
                .isThrownBy(() -> start(production.withProperty("nrm.keys.password", "keys")))
                .withMessageStartingWith("nrm.keys.password: ");
        assertThatIllegalStateException()
                .isThrownBy(() -> start(production.withProperty("nrm.keys.url", "")))
                .withMessageStartingWith("nrm.keys.url: ");
    }

    @Test
    void theMasterKeyMayBeAFileWithOlderOnesBelow() throws IOException {
        Path file = folder.resolve("master-key");
        Files.writeString(file, GivenMasterKeys.newLine("2027") + "\n\n" + GivenMasterKeys.newLine("2026") + "\n");
        production.withProperty("nrm.keys.master-key", "").withProperty("nrm.keys.master-file", file.toString());

        assertThat(new GivenMasterKeys(KeySettings.of(production).masterKeys()).current())
                .isEqualTo("2027");
    }

    @Test
    void aMasterKeyThatCannotBeReadIsNamedWithoutItsContent() {
        for (String line : new String[] {"2026:c2hvcnQ=", "2026:not base64!", "no-colon", ""}) {
            assertThatExceptionOfType(IllegalArgumentException.class)
                    .isThrownBy(() -> new GivenMasterKeys(line))
                    .withMessageNotContaining("c2hvcnQ")
                    .withMessageNotContaining("not base64!")
                    .withNoCause();
        }
    }

    private static KeySettings demo(String url) {
        MockEnvironment environment = new MockEnvironment().withProperty("spring.datasource.url", url);
        environment.setActiveProfiles("demo");
        return KeySettings.of(environment);
    }

    private static void start(MockEnvironment environment) {
        new RefuseOpenKeys()
                .onApplicationEvent(new ApplicationEnvironmentPreparedEvent(
                        new DefaultBootstrapContext(), new SpringApplication(), new String[0], environment));
    }
}
