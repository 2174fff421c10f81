package al.nrm.language;

import static java.util.stream.Collectors.toMap;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The Albanian names of countries and languages by their codes, from the Unicode data that the Java runtime brings. */
final class CodedNames {

    private static final Set<String> COUNTRY = Set.of("nationality", "hostCountry");
    private static final String LANGUAGE = "interpreterLanguage";

    private static final Map<String, Locale> COUNTRIES = Arrays.stream(Locale.getISOCountries())
            .map(code -> new Locale.Builder().setRegion(code).build())
            .collect(toMap(Locale::getISO3Country, country -> country));

    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    private CodedNames() {}

    /** Whether the values of that field are such codes. */
    static boolean areOf(String key) {
        return COUNTRY.contains(key) || LANGUAGE.equals(key);
    }

    /** The name, or null where the runtime does not know the code or has no Albanian for it. */
    static String albanian(String key, String code) {
        if (COUNTRY.contains(key) && COUNTRIES.containsKey(code)) {
            return COUNTRIES.get(code).getDisplayCountry(Languages.ALBANIAN);
        }
        if (!LANGUAGE.equals(key) || !LANGUAGES.contains(code)) {
            return null;
        }
        Locale language = Locale.forLanguageTag(code);
        String name = language.getDisplayLanguage(Languages.ALBANIAN);
        // Albanian writes languages small, so a capital shows that the data has only the English name.
        return Character.isUpperCase(name.codePointAt(0)) ? null : asEntryOfAList(name);
    }

    private static String asEntryOfAList(String name) {
        return name.substring(0, 1).toUpperCase(Languages.ALBANIAN) + name.substring(1);
    }
}
