package al.nrm.audit;

import al.nrm.language.Words;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;

/** What the auditor may ask with: nothing else gets as far as the database. */
final class Asked {

    static final int MOST_AT_ONCE = 500;

    private static final int MOST_PAGES = 1_000_000;
    private static final Pattern WORKER = Pattern.compile("w-[0-9a-f]{32}|" + Workers.ENGINE + "|" + Reads.NOBODY);
    private static final Pattern SEAL = Pattern.compile("\\d{1,18}:[0-9a-f]{64}");

    private Asked() {}

    static String caseNumber(String typed) {
        String number = typed.strip().toUpperCase(Locale.ROOT);
        return matching(
                "caseNumber", number, Route.CASE_NUMBER, Words.say("must be a case number such as NRM-2026-000123"));
    }

    static String worker(String typed) {
        return matching(
                "worker", typed, WORKER, Words.say("must be a worker as the trail names him, engine or nobody"));
    }

    static String seal(String typed) {
        return matching("seal", typed, SEAL, Words.say("must be a seal as it was printed, number:hash"));
    }

    static long from(int page, int size) {
        between("page", page, 0, MOST_PAGES);
        between("size", size, 1, MOST_AT_ONCE);
        return (long) page * size;
    }

    private static String matching(String field, String typed, Pattern pattern, String otherwise) {
        if (!pattern.matcher(typed).matches()) {
            throw new AskedWrongly(HttpStatus.BAD_REQUEST, field, otherwise);
        }
        return typed;
    }

    private static void between(String field, int number, int least, int most) {
        if (number < least || number > most) {
            throw new AskedWrongly(
                    HttpStatus.BAD_REQUEST, field, Words.say("must be a whole number from %d to %d", least, most));
        }
    }
}
