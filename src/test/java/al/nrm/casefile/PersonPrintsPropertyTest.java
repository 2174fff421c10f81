package al.nrm.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

/** One name is one name however it is written, and two names are two. */
@Tag("database-independent")
class PersonPrintsPropertyTest {

    @Property
    void orderCaseAccentsAndBlanksMakeNoOtherName(@ForAll("names") List<String> words, @ForAll long seed) {
        List<String> shuffled = new ArrayList<>(words);
        Collections.shuffle(shuffled, new Random(seed));
        String otherwise = " " + String.join(",  ", shuffled).toUpperCase(Locale.ROOT) + "\t";
        String bare = Normalizer.normalize(otherwise, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        String plain = PersonPrints.plain(String.join(" ", words));
        assertThat(PersonPrints.plain(otherwise)).isEqualTo(plain);
        assertThat(PersonPrints.plain(bare)).isEqualTo(plain);
    }

    @Property
    void anotherWordMakesAnotherName(@ForAll("names") List<String> words, @ForAll("word") String other) {
        Assume.that(words.stream().noneMatch(word -> PersonPrints.plain(word).equals(PersonPrints.plain(other))));
        List<String> changed = new ArrayList<>(words);
        changed.set(0, other);
        assertThat(PersonPrints.plain(String.join(" ", changed)))
                .isNotEqualTo(PersonPrints.plain(String.join(" ", words)));
    }

    @Provide
    Arbitrary<List<String>> names() {
        return word().list().ofMinSize(1).ofMaxSize(4);
    }

    @Provide
    Arbitrary<String> word() {
        return Arbitraries.strings()
                .withChars("aàbcçdeëfghijklmnopqrstuvxyzšžдиана")
                .ofMinLength(2)
                .ofMaxLength(12);
    }
}
