package al.nrm.platform;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.MediaType;

/** Tells a caller in one sentence why he was refused, in the form in which the engine's API tells it. */
public final class Refusal {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Refusal() {}

    public static void send(HttpServletResponse response, int status, String sentence) throws IOException {
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getOutputStream().write(JSON.writeValueAsBytes(Map.of("type", "RequestRefused", "message", sentence)));
    }
}
