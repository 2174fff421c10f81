package al.nrm.language;

import java.text.Collator;
import java.text.ParseException;
import java.text.RuleBasedCollator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The order of the Albanian alphabet, whose 36 letters include nine of two signs; the Java runtime's own order knows none of them. */
final class AlbanianOrder {

    private static final String LETTERS = "& C < ç , Ç & D < dh , dH , Dh , DH & E < ë , Ë & G < gj , gJ , Gj , GJ"
            + " & L < ll , lL , Ll , LL & N < nj , nJ , Nj , NJ & R < rr , rR , Rr , RR"
            + " & S < sh , sH , Sh , SH & T < th , tH , Th , TH & X < xh , xH , Xh , XH"
            + " & Z < zh , zH , Zh , ZH";

    /** Word by word, "North Korea" before "Northern Ireland"; without this a blank would count nothing. */
    private static final String WORDS = "& '_' < ' '";

    // Slow to make, safe to share.
    static final Collator ALBANIAN = collator(LETTERS);
    private static final Collator ENGLISH = collator("");

    private AlbanianOrder() {}

    private static Collator collator(String letters) {
        try {
            RuleBasedCollator plain = (RuleBasedCollator) Collator.getInstance(Locale.ROOT);
            return new RuleBasedCollator(plain.getRules() + WORDS + letters);
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The part of a list that is alphabetical in English, without the few entries that stand in front or behind for a
     * reason; once translated, it is to be put in order again.
     *
     * @param words what an entry says; read now, so that the entries may be translated afterwards
     */
    static <T> List<T> alphabeticalPart(List<T> entries, Function<T, String> words) {
        int begin = 0;
        int longest = 0;
        int start = 0;
        for (int i = 1; i <= entries.size(); i++) {
            if (i == entries.size()
                    || ENGLISH.compare(words.apply(entries.get(i - 1)), words.apply(entries.get(i))) > 0) {
                if (i - start > longest) {
                    begin = start;
                    longest = i - start;
                }
                start = i;
            }
        }
        return entries.subList(begin, begin + longest);
    }
}
