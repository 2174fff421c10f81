package al.nrm.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing but the scanner's plain "OK" makes a file clean, and a scanner that does not answer breaks nothing. */
@Tag("database-independent")
class ClamAvTest {

    private final FakeClamAv daemon = new FakeClamAv();
    private final ScanFile scan = new ClamAv(daemon.address());

    @AfterEach
    void stop() throws Exception {
        daemon.stop();
    }

    @Test
    void theWholeFileIsSentWhateverItsLength() {
        for (int length : new int[] {1, 64 * 1024, 64 * 1024 + 1, 300_000}) {
            byte[] file = new byte[length];
            new Random(length).nextBytes(file);

            assertThat(scan.scan(file)).isEqualTo(ScanState.CLEAN);
            assertThat(daemon.received()).isEqualTo(file);
        }
    }

    @Test
    void aVirusIsFound() {
        assertThat(scan.scan(SampleFile.text("a" + FakeClamAv.TEST_VIRUS))).isEqualTo(ScanState.QUARANTINED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "INSTREAM size limit exceeded. ERROR\0", "stream: OK", "OK\0", "UNKNOWN COMMAND\0"})
    void anyOtherAnswerLeavesTheFileWaiting(String answer) {
        daemon.say(answer);

        assertThat(scan.scan(new byte[10])).isEqualTo(ScanState.WAITING);
    }

    @Test
    void aScannerThatIsGoneLeavesTheFileWaiting() throws Exception {
        daemon.stop();

        assertThat(scan.scan(new byte[10])).isEqualTo(ScanState.WAITING);
    }

    @Test
    void anAddressThatIsNoneIsSaidAtTheStart() {
        assertThatThrownBy(() -> new ClamAv("scan me:now")).isInstanceOf(IllegalArgumentException.class);
    }
}
