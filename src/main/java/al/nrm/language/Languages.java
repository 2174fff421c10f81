package al.nrm.language;

import java.util.List;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/** The two languages, and which of them is spoken: the one that the caller reads better, English where he says nothing. */
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
}
