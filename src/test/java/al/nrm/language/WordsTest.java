package al.nrm.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;

/** The server speaks the language of whoever asked, and English where nobody did. */
@Tag("database-independent")
class WordsTest {

    private static final Locale MACHINE = Locale.getDefault();

    @AfterEach
    void asBefore() {
        Locale.setDefault(MACHINE);
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void aJobThatRunsOnAnAlbanianMachineSpeaksEnglish() {
        Locale.setDefault(Languages.ALBANIAN);
        assertThat(Words.say("must have at most %d characters", 20)).isEqualTo("must have at most 20 characters");
    }

    @Test
    void aCallerWhoReadsAlbanianIsToldInAlbanianWithTheSameValues() {
        LocaleContextHolder.setLocale(Languages.ALBANIAN);
        assertThat(Words.say("must have at most %d characters", 20))
                .contains("20")
                .doesNotContain("%", "characters");
    }

    @Test
    void whatNobodyTranslatedIsSaidInEnglish() {
        LocaleContextHolder.setLocale(Languages.ALBANIAN);
        assertThat(Words.say("100% of %nothing")).isEqualTo("100% of %nothing");
    }
}
