package al.nrm.language;

import static org.assertj.core.api.Assertions.assertThat;

import al.nrm.language.Catalogue.Unit;
import al.nrm.language.Text.Place;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Nothing that people read is without its Albanian, and the catalogue holds nothing else. */
@Tag("database-independent")
class CatalogueTest {

    private static final String HOW =
            "; let the missing units be written, then fill in their targets: mvn test -Dtest=CatalogueTest -Dnrm.catalogue.write=true";

    /** What means the same in every language: places for values, codes of steps and indicators, rungs. */
    private static final Pattern UNTOUCHABLE =
            Pattern.compile("%[sd]|\\{\\{.*?}}|\\$\\{.*?}|\\b[PREACVK]\\d{1,2}(?:-\\d\\d)?\\b|\\*\\*|\\n\\n");

    private static List<Text> spoken;
    private static Catalogue catalogue;

    @BeforeAll
    static void read() {
        if (Boolean.getBoolean("nrm.catalogue.write")) {
            new CatalogueFiles().write();
        }
        spoken = SpokenTexts.all();
        catalogue = CatalogueFiles.read();
    }

    @Test
    void everyTextOfModelsFormsAndServerHasItsAlbanian() {
        assertThat(spoken)
                .filteredOn(text -> catalogue.find(text).isEmpty())
                .map(text -> text.places().get(0) + ": " + text.english())
                .as("texts without Albanian" + HOW)
                .isEmpty();
    }

    @Test
    void everyUnitTranslatesWhatIsSaidNow() {
        Map<Place, Set<String>> said = new HashMap<>();
        spoken.forEach(text -> text.places().forEach(place -> said.computeIfAbsent(place, any -> new HashSet<>())
                .add(text.english().strip())));
        assertThat(catalogue.units().entrySet())
                .filteredOn(unit -> !said.getOrDefault(unit.getKey(), Set.of())
                        .contains(unit.getValue().english().strip()))
                .as("units of which the English has changed or is gone" + HOW)
                .isEmpty();
    }

    @Test
    void valuesCodesAndParagraphsStandInTheAlbanianAsInTheEnglish() {
        assertThat(catalogue.units().entrySet())
                .filteredOn(unit -> !untouchable(unit.getValue().english())
                        .equals(untouchable(unit.getValue().albanian())))
                .isEmpty();
    }

    private static List<String> untouchable(String text) {
        return UNTOUCHABLE
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .sorted()
                .toList();
    }

    @Test
    void everyUnitHasAnIdThatToolsForTranslatorsCanRead() {
        assertThat(catalogue.units().keySet())
                .allSatisfy(place -> assertThat(place.unit()).matches("[\\p{L}\\p{N}._:-]+"));
    }

    @Test
    void noTwoMessagesShareAUnit() {
        assertThat(SpokenTexts.messages())
                .extracting(message -> Words.text(message).places())
                .doesNotHaveDuplicates();
    }

    @Test
    void aLabelThatWasChangedShowsItsNewEnglish() {
        Map.Entry<Place, Unit> unit = catalogue.units().entrySet().iterator().next();
        Text current = new Text(unit.getValue().english(), List.of(unit.getKey()), null);
        Text changed = new Text(unit.getValue().english() + " at once", List.of(unit.getKey()), null);
        assertThat(catalogue.say(current)).isEqualTo(unit.getValue().albanian()).isNotEqualTo(current.english());
        assertThat(catalogue.say(changed)).isEqualTo(changed.english());
    }
}
