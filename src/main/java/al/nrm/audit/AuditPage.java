package al.nrm.audit;

import al.nrm.language.Languages;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The auditor's page: what happened to a case and who read it, whether the trail is whole, the latest seal to print. */
@Controller
class AuditPage {

    private static final int LINES = 100;

    private final TrailViews views;
    private final TrailLines lines;
    private final Seals seals;
    private final Verification verification;

    AuditPage(TrailViews views, TrailLines lines, Seals seals, Verification verification) {
        this.views = views;
        this.lines = lines;
        this.seals = seals;
        this.verification = verification;
    }

    @GetMapping("/audit")
    String start(
            @RequestParam(defaultValue = "") String caseNumber,
            @RequestParam(defaultValue = "false") boolean verify,
            Model page) {
        if (!caseNumber.isBlank()) {
            return "redirect:/audit/cases/" + views.known(caseNumber);
        }
        page.addAttribute("t", texts());
        page.addAttribute("seal", views.seals(0, 1).stream().map(Seal::toString).toList());
        page.addAttribute("verdicts", verify ? List.of(verification.verify(List.of())) : List.of());
        return "audit";
    }

    @GetMapping("/audit/cases/{caseNumber}")
    String ofCase(@PathVariable String caseNumber, @RequestParam(defaultValue = "0") int page, Model model) {
        String number = views.known(caseNumber);
        List<TrailRow> rows = views.ofCase(number, Asked.from(page, LINES), LINES);
        Map<String, String> texts = texts();
        model.addAttribute("t", texts);
        model.addAttribute("caseNumber", number);
        model.addAttribute("lines", lines.of(number, rows, texts));
        model.addAttribute("before", page > 0 ? List.of(page - 1) : List.of());
        model.addAttribute("after", rows.size() == LINES ? List.of(page + 1) : List.of());
        return "audit-case";
    }

    @PostMapping(path = "/audit/seals", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    String seal() {
        seals.seal();
        return "redirect:/audit";
    }

    @ExceptionHandler
    ModelAndView refuse(AskedWrongly wrong, HttpServletRequest request) {
        String token = token((CsrfToken) request.getAttribute(CsrfToken.class.getName()));
        return new ModelAndView(
                "audit-refused", Map.of("t", texts(), "token", token, "message", wrong.getMessage()), wrong.status());
    }

    /** Against forged requests; a program with a password needs none. */
    @ModelAttribute("token")
    String token(CsrfToken token) {
        return token == null ? "" : token.getToken();
    }

    private static Map<String, String> texts() {
        ResourceBundle texts = ResourceBundle.getBundle(
                "al.nrm.audit.audit",
                Languages.isAlbanian() ? Locale.forLanguageTag("sq") : Locale.ENGLISH,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return Collections.list(texts.getKeys()).stream().collect(Collectors.toMap(key -> key, texts::getString));
    }
}
