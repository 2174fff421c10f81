package al.nrm.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Asks who comes, and leads everybody from the start page to the application that is his work. */
@Controller
class StartPage {

    private final AuthorizationService authorizations;
    private final String login;

    StartPage(AuthorizationService authorizations) {
        this.authorizations = authorizations;
        try {
            login = new ClassPathResource("login.html", StartPage.class).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @GetMapping("/")
    String start(Authentication user) {
        return "redirect:/camunda/app/%s/".formatted(mayOpen(user, "tasklist") ? "tasklist" : "cockpit");
    }

    private boolean mayOpen(Authentication user, String application) {
        return authorizations.isUserAuthorized(
                user.getName(), EngineUsers.groups(user), Permissions.ACCESS, Resources.APPLICATION, application);
    }

    @GetMapping(path = "/login", produces = MediaType.TEXT_HTML_VALUE)
    @ResponseBody
    String login(CsrfToken token, @RequestParam(required = false) String error) {
        return login.replace("{token}", token.getToken())
                .replace(
                        "{message}",
                        error == null ? "" : "User or password is wrong. After a wrong password, wait a few seconds.");
    }
}
