package al.nrm.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/** Reads a session's user anew at each request: who was taken out of a group, or of the directory, loses its sight at once. */
class CurrentGroups extends OncePerRequestFilter {

    private final EngineUsers users;

    CurrentGroups(EngineUsers users) {
        this.users = users;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication login = SecurityContextHolder.getContext().getAuthentication();
        if (login != null) {
            boolean known = users.isKnown(login.getName());
            HttpSession session = request.getSession(false);
            if (!known && session != null) {
                session.invalidate();
            }
            // For this request alone: the session keeps who logged in, not what he may do.
            SecurityContextHolder.setContext(new SecurityContextImpl(known ? users.known(login.getName()) : null));
        }
        chain.doFilter(request, response);
    }
}
