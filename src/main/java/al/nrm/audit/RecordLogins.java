package al.nrm.audit;

import al.nrm.keys.CaseKeys;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.session.SessionDestroyedEvent;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Records who came in, who was not let in, who left and whose session ran out. A program sends its password with each call:
 * that it is right shows in what the call is recorded as.
 */
@Component
class RecordLogins {

    private static final Logger LOG = LoggerFactory.getLogger(RecordLogins.class);

    private static final int SOURCE_BYTES = 8;

    private final Reads reads;
    private final IdentityService identities;
    private final CaseKeys keys;

    RecordLogins(Reads reads, IdentityService identities, CaseKeys keys) {
        this.reads = reads;
        this.identities = identities;
        this.keys = keys;
    }

    @EventListener
    void onLogin(AuthenticationSuccessEvent login) {
        if (request().filter(RecordLogins::hasPassword).isEmpty()) {
            reads.record(login.getAuthentication().getName(), List.of(happening("login.succeeded", Map.of())));
        }
    }

    /** Whatever was typed as a name and is none stays out: it may be a password. */
    @EventListener
    void onFailure(AbstractAuthenticationFailureEvent failure) {
        String typed = failure.getAuthentication().getName();
        boolean known = identities.createUserQuery().userId(typed).count() == 1;
        request().ifPresent(request -> request.setAttribute(RecordReads.NOTED, true));
        reads.record(known ? typed : null, List.of(happening("login.refused", source())));
    }

    @EventListener
    void onLogout(LogoutSuccessEvent logout) {
        reads.record(logout.getAuthentication().getName(), List.of(happening("login.ended", Map.of())));
    }

    @EventListener
    void onSessionEnd(SessionDestroyedEvent end) {
        if (request()
                .filter(request -> request.getRequestURI().endsWith("/logout"))
                .isPresent()) {
            return;
        }
        end.getSecurityContexts().forEach(context -> onTimeOut(context.getAuthentication()));
    }

    /** Nobody asks for anything here who could be refused. */
    private void onTimeOut(Authentication user) {
        try {
            reads.record(user.getName(), List.of(happening("login.expired", Map.of())));
        } catch (Unrecorded e) {
            LOG.error("It could not be recorded that a session ended", e);
        }
    }

    /** Where somebody tries from, as something that is the same the next time and tells no address. */
    private Map<String, String> source() {
        return request()
                .map(request ->
                        keys.fingerprint("source", request.getRemoteAddr().getBytes(StandardCharsets.UTF_8)))
                .map(fingerprint -> Map.of("source", HexFormat.of().formatHex(fingerprint, 0, SOURCE_BYTES)))
                .orElse(Map.of());
    }

    private static Happening happening(String kind, Map<String, String> more) {
        Map<String, String> details = new HashMap<>(more);
        request().ifPresent(request -> details.put("route", Route.of(request).template()));
        return new Happening(null, kind, null, details);
    }

    private static boolean hasPassword(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.AUTHORIZATION) != null;
    }

    private static Optional<HttpServletRequest> request() {
        return Optional.ofNullable((ServletRequestAttributes) RequestContextHolder.getRequestAttributes())
                .map(ServletRequestAttributes::getRequest);
    }
}
