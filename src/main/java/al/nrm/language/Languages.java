package al.nrm.language;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/** Decides once per request, for pages and engine alike, which of the two languages its caller reads best: English where he says nothing. */
@Configuration
public class Languages {

    static final Locale ALBANIAN = Locale.forLanguageTag("sq");

    /** Whether Albanian is spoken here; never outside of a request, whatever the machine's own language is. */
    public static boolean isAlbanian() {
        LocaleContext context = LocaleContextHolder.getLocaleContext();
        return context != null && ALBANIAN.equals(context.getLocale());
    }

    @Bean
    LocaleResolver localeResolver() {
        AcceptHeaderLocaleResolver resolver = new AcceptHeaderLocaleResolver();
        resolver.setSupportedLocales(List.of(Locale.ENGLISH, ALBANIAN));
        resolver.setDefaultLocale(Locale.ENGLISH);
        return resolver;
    }

    /** Before security, so that its refusals too are in the caller's language. */
    @Bean
    FilterRegistrationBean<OncePerRequestFilter> callersLanguage(LocaleResolver resolver) {
        FilterRegistrationBean<OncePerRequestFilter> filter = new FilterRegistrationBean<>(new OncePerRequestFilter() {
            @Override
            protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                    throws ServletException, IOException {
                LocaleContext before = LocaleContextHolder.getLocaleContext();
                LocaleContextHolder.setLocale(resolver.resolveLocale(request));
                try {
                    chain.doFilter(request, response);
                } finally {
                    LocaleContextHolder.setLocaleContext(before);
                }
            }
        });
        filter.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER - 1);
        return filter;
    }
}
