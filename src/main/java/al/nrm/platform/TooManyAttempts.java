package al.nrm.platform;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;

/** Says, in both languages, that too many passwords were wrong and when the next one is looked at. */
class TooManyAttempts extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final long seconds;

    TooManyAttempts(Duration delay) {
        super("Too many wrong passwords");
        seconds = delay.toSeconds() + 1;
    }

    void send(HttpServletResponse response) throws IOException {
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        response.setContentType(MediaType.TEXT_PLAIN_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter()
                .write(("Too many wrong passwords. Go back and try again in %1$d seconds.%n"
                                + "Shumë fjalëkalime të gabuara. Kthehuni dhe provoni përsëri pas %1$d sekondash.%n")
                        .formatted(seconds));
    }
}
