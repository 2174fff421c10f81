package al.nrm.casefile;

import al.nrm.keys.CaseKeys;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Recognises a person in another case by a keyed fingerprint of name, birth and parent, and stores nothing that can be read. */
@Component
public class PersonPrints {

    private static final String PURPOSE = "persons";

    /** What officers write where they know no name (form {@code informed-consent-inform-person}). */
    private static final Set<String> NOBODY = Set.of("unknown", "panjohur", "e panjohur", "i panjohur");

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final JdbcTemplate jdbc;
    private final CaseKeys keys;
    private final CaseNumbers numbers;

    PersonPrints(JdbcTemplate jdbc, CaseKeys keys, CaseNumbers numbers) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.numbers = numbers;
    }

    /**
     * A case whose person may be the same.
     *
     * @param parentAgrees whether the parents' names agree too; where one of them is unknown, nobody can tell
     */
    public record Alike(String caseNumber, boolean parentAgrees) {}

    /**
     * Keeps the fingerprint of a case's person, and tells which other cases have the same.
     *
     * @param name in any order of its words, with or without accents
     * @param born YYYY-MM-DD
     * @param parent a parent's name, or null where nobody knows
     * @return where the parents' names agree first, then the newest
     */
    public List<Alike> keep(String caseNumber, String name, String born, String parent) {
        String known = plain(name);
        if (known.isEmpty() || NOBODY.contains(known) || born == null) {
            return List.of();
        }
        String person = print(known + "\n" + born);
        String parentKnown = plain(parent);
        String withParent = parentKnown.isEmpty() ? null : print(known + "\n" + born + "\n" + parentKnown);
        // Of two who report the same person in the same moment, the second finds the first.
        numbers.holdYearOf(caseNumber);
        forget(caseNumber);
        jdbc.update("insert into nrm_person_print values (?, ?, ?)", caseNumber, person, withParent);
        return alike(caseNumber, person, withParent);
    }

    /** Forgets the person of a case, which from now on nobody finds by it. */
    public void forget(String caseNumber) {
        jdbc.update("delete from nrm_person_print where case_number = ?", caseNumber);
    }

    private List<Alike> alike(String caseNumber, String person, String withParent) {
        return jdbc
                .query(
                        "select case_number, case when with_parent = ? then 1 else 0 end from nrm_person_print"
                                + " where person = ? and case_number <> ?"
                                + " and (with_parent is null or cast(? as varchar(64)) is null or with_parent = ?)",
                        (row, number) -> new Alike(row.getString(1), row.getInt(2) == 1),
                        withParent,
                        person,
                        caseNumber,
                        withParent,
                        withParent)
                .stream()
                .sorted(Comparator.comparing(Alike::parentAgrees)
                        .thenComparing(Alike::caseNumber)
                        .reversed())
                .toList();
    }

    private String print(String text) {
        return HexFormat.of().formatHex(keys.fingerprint(PURPOSE, text.getBytes(StandardCharsets.UTF_8)));
    }

    /** "Testi, Ëngjëll" and "ENGJELL TESTI" are one name. */
    static String plain(String name) {
        String bare = ACCENTS.matcher(Normalizer.normalize(name == null ? "" : name, Normalizer.Form.NFKD))
                .replaceAll("");
        return BETWEEN_WORDS
                .splitAsStream(bare.toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .sorted()
                .collect(Collectors.joining(" "));
    }
}
