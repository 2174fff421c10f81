package al.nrm.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Large files are let in as long as there is room for them, and then told to come back. */
@Tag("database-independent")
class FileMemoryTest {

    private final FileMemory memory = new FileMemory();
    private int inside;

    @Test
    void whoFindsNoRoomIsToldToComeBackAndFindsItLater() throws IOException, ServletException {
        assertThatThrownBy(this::oneMore)
                .isInstanceOf(EvidenceRefused.class)
                .hasFieldOrPropertyWithValue("status", 503);
        long most = Runtime.getRuntime().maxMemory() / 8;

        assertThat((long) inside * UploadForm.LARGEST_FILE).isBetween(1L, most + 2 * UploadForm.LARGEST_REQUEST);
        assertThat(memory.with(-1, () -> "in").toString()).isEqualTo("in");
    }

    private String oneMore() throws IOException, ServletException {
        return memory.with(UploadForm.LARGEST_REQUEST, () -> {
            inside++;
            return oneMore();
        });
    }
}
