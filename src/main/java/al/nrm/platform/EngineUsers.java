package al.nrm.platform;

import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Lets in the users of the engine's own directory, with their groups as authorities, and slows down who guesses. */
@Component
class EngineUsers implements AuthenticationProvider {

    private final IdentityService identities;
    private final LoginThrottle throttle;

    EngineUsers(IdentityService identities, LoginThrottle throttle) {
        this.identities = identities;
        this.throttle = throttle;
    }

    @Override
    public Authentication authenticate(Authentication login) {
        String user = login.getName();
        String source =
                login.getDetails() instanceof WebAuthenticationDetails request ? request.getRemoteAddress() : "";
        Duration delay = throttle.delay(source, user);
        if (!delay.isZero()) {
            throw new TooManyAttempts(delay);
        }
        Object password = login.getCredentials();
        if (password == null || !hasPassword(user) || !identities.checkPassword(user, password.toString())) {
            throttle.failed(source, user);
            throw new BadCredentialsException("Wrong user or password");
        }
        throttle.succeeded(source, user);
        return known(user);
    }

    /** One that was made without a password logs in nowhere; the engine fails at comparing it. */
    private boolean hasPassword(String user) {
        User known = identities.createUserQuery().userId(user).singleResult();
        return known == null || known.getPassword() != null;
    }

    /** A user with the groups that he is in at this moment. */
    Authentication known(String user) {
        List<SimpleGrantedAuthority> groups = identities.createGroupQuery().groupMember(user).list().stream()
                .map(Group::getId)
                .map(SimpleGrantedAuthority::new)
                .toList();
        return UsernamePasswordAuthenticationToken.authenticated(user, null, groups);
    }

    boolean isKnown(String user) {
        return identities.createUserQuery().userId(user).count() == 1;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    static List<String> groups(Authentication authentication) {
        return authentication.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .toList();
    }
}
