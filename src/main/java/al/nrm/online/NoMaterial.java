package al.nrm.online;

import al.nrm.casefile.FormRefused;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Keeps the material itself out, which nobody may store: a text may say where it was seen, and not carry it. */
final class NoMaterial {

    private static final List<String> TEXTS = List.of("reference", "location", "hashes", "narrative");

    /** A file as an address, or so long a run of letters that it can be no word, no hash and no address. */
    private static final Pattern EMBEDDED = Pattern.compile("(?i)\\bdata:[\\w.+-]*[/;,]");

    private static final Pattern ENCODED = Pattern.compile("[A-Za-z0-9+/=_-]{300,}");

    private NoMaterial() {}

    static void check(Function<String, Object> report) {
        for (String field : TEXTS) {
            String text = (String) report.apply(field);
            // An address may be as long as it likes.
            if (text != null
                    && (EMBEDDED.matcher(text).find()
                            || !field.equals("location")
                                    && ENCODED.matcher(text).find())) {
                throw new FormRefused(
                        field, "the material itself is never sent; say where it was seen and give its hash");
            }
        }
    }
}
