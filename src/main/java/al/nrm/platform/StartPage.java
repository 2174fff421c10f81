package al.nrm.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
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

    private static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, new Locale("sq"));

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
        if (EngineUsers.groups(user).contains(Routes.AUDITOR)) {
            return "redirect:/audit";
        }
        return "redirect:/camunda/app/%s/".formatted(mayOpen(user, "tasklist") ? "tasklist" : "cockpit");
    }

    private boolean mayOpen(Authentication user, String application) {
        return authorizations.isUserAuthorized(
                user.getName(), EngineUsers.groups(user), Permissions.ACCESS, Resources.APPLICATION, application);
    }

    @GetMapping(path = "/login", produces = MediaType.TEXT_HTML_VALUE)
    @ResponseBody
    String login(CsrfToken token, HttpServletRequest request, @RequestParam(required = false) String error) {
        ResourceBundle texts = texts(Collections.list(request.getLocales()));
        String page = login.replace("{token}", token.getToken())
                .replace("{message}", error == null ? "" : texts.getString("refused"));
        for (String text : texts.keySet()) {
            page = page.replace("{" + text + "}", texts.getString(text));
        }
        return page;
    }

    /** The first of the caller's languages that the page speaks: each has its texts beside the page. */
    private static ResourceBundle texts(List<Locale> wanted) {
        Locale language = wanted.stream()
                .map(locale -> new Locale(locale.getLanguage()))
                .filter(SPOKEN::contains)
                .findFirst()
                .orElse(Locale.ENGLISH);
        return ResourceBundle.getBundle(
                "al.nrm.platform.login",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
