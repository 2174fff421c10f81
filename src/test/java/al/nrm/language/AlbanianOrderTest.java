package al.nrm.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Albanian words stand where an Albanian looks for them. */
@Tag("database-independent")
class AlbanianOrderTest {

    @ParameterizedTest(name = "{0} comes before {1}")
    @CsvSource({
        "Cilësi, Çad",
        "Çad, Danimarkë",
        "Dyqan, Dhomë",
        "Dhomë, Ekuador",
        "Ezop, Ëndërr",
        "Ëndërr, Finlandë",
        "Guine, Gjermani",
        "Gjibraltar, Haiti",
        "Luksemburg, Llogari",
        "Nyje, Njohje",
        "Rusi, Rrobë",
        "Suedi, Shqipëri",
        "Turqi, Thirrje",
        "Xixë, Xhamajkë",
        "Zvicër, Zhegu",
        "çad, Dan",
        "DYQAN, DHOMË",
        "Korçe, Korçë",
        "kosovë, Kosovë",
        "Kore e Veriut, Korea",
        "Guine-Bisau, Guineja e Re"
    })
    void letterByLetter(String first, String second) {
        assertThat(AlbanianOrder.ALBANIAN.compare(first, second)).isNegative();
        assertThat(AlbanianOrder.ALBANIAN.compare(second, first)).isPositive();
    }

    @Test
    void onlyTheAlphabeticalPartOfAListIsPutInOrderAgain() {
        List<String> list =
                List.of("Albania", "Kosovo", "Afghanistan", "Åland", "Chad", "Zambia", "Stateless", "Unknown");
        assertThat(AlbanianOrder.alphabeticalPart(list, Function.identity()))
                .containsExactly("Afghanistan", "Åland", "Chad", "Zambia");
        assertThat(AlbanianOrder.alphabeticalPart(List.<String>of(), Function.identity()))
                .isEmpty();
    }
}
