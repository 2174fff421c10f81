package al.nrm.language;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.LocaleResolver;

/** Decides once which language a request is answered in, for security, engine and pages alike. */
@Component
@Order(ChooseLanguage.BEFORE_SECURITY)
class ChooseLanguage extends OncePerRequestFilter {

    /** And before the trail: the refusals of both are read by somebody. */
    static final int BEFORE_SECURITY = SecurityProperties.DEFAULT_FILTER_ORDER - 3;

    private final LocaleResolver languages;

    ChooseLanguage(LocaleResolver localeResolver) {
        this.languages = localeResolver;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Locale language = languages.resolveLocale(request);
        LocaleContextHolder.setLocale(language);
        try {
            chain.doFilter(new InOneLanguage(request, language), response);
        } finally {
            LocaleContextHolder.resetLocaleContext();
        }
    }

    /** Whoever looks at the request again finds what was decided; and the engine's API fails at a header that is no list of languages. */
    private static class InOneLanguage extends HttpServletRequestWrapper {

        private final Locale language;

        InOneLanguage(HttpServletRequest request, Locale language) {
            super(request);
            this.language = language;
        }

        @Override
        public Locale getLocale() {
            return language;
        }

        @Override
        public Enumeration<Locale> getLocales() {
            return Collections.enumeration(List.of(language));
        }

        @Override
        public String getHeader(String name) {
            return isLanguage(name) ? language.toLanguageTag() : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return isLanguage(name)
                    ? Collections.enumeration(List.of(language.toLanguageTag()))
                    : super.getHeaders(name);
        }

        private static boolean isLanguage(String header) {
            return HttpHeaders.ACCEPT_LANGUAGE.equalsIgnoreCase(header);
        }
    }
}
