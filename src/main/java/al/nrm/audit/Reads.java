package al.nrm.audit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.stereotype.Component;

/** Records what somebody saw, was refused or came in by, before he learns of it. */
@Component
class Reads {

    /** Who asks without having logged in. */
    static final String NOBODY = "nobody";

    private final ReadsChain chain;
    private final Workers workers;
    private final Clock clock;

    Reads(ReadsChain chain, Workers workers, Clock clock) {
        this.chain = chain;
        this.workers = workers;
        this.clock = clock;
    }

    /**
     * Returns when all of it is in the trail.
     *
     * @param user who it was; null: nobody knows
     * @throws Unrecorded where it is not
     */
    void record(String user, List<Happening> happenings) {
        if (happenings.isEmpty()) {
            return;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        String worker = user == null ? NOBODY : workers.pseudonym(user);
        chain.append(
                user,
                happenings.stream()
                        .map(one -> new Entry(
                                now,
                                one.kind(),
                                worker,
                                one.subject(),
                                one.caseNumber(),
                                Trail.json(new TreeMap<>(one.details()))))
                        .toList());
    }

    /** Who a request comes from: by its password or by its session; null before a login. */
    static String caller(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        Object known = Optional.ofNullable(
                        request.getAttribute(RequestAttributeSecurityContextRepository.DEFAULT_REQUEST_ATTR_NAME))
                .orElseGet(() -> session == null
                        ? null
                        : session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY));
        return Optional.ofNullable((SecurityContext) known)
                .map(SecurityContext::getAuthentication)
                .map(Authentication::getName)
                .orElse(null);
    }
}
