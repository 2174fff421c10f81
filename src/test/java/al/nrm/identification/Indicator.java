package al.nrm.identification;

import static java.util.stream.Collectors.toCollection;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The domain's catalogue and the rules of the screening, said once more without a table, to hold the tables to. */
record Indicator(String code, String mark, boolean adult, boolean child) {

    /** Code, weight, and whether it is marked for adults and for children. */
    private static final String CATALOGUE = """
            R01 S x x, R02 M x x, R03 S x x, R04 M x x, R05 M x x, R06 M x x, R07 M x x,
            C01 S x x, C02 S x -, C03 S x x, C04 S x x,
            V01 M x x, V02 M x x, V03 M x x, V04 M x x, V05 M x -, V06 S - x, V07 S - x, V08 S x x,
            E01 S x x, E02 S - x, E03 S x x, E04 S x x, E05 S x x, E06 M x x, E07 S x x, E08 S x x, E09 M - x, E10 S x x,
            K01 S x x, K02 S x x, K03 S x x, K04 S x -, K05 M x x, K06 M x x,
            A01 M x x, A02 M x x, A03 W x x, A04 S - x
            """;

    static Stream<Indicator> catalogue() {
        return Arrays.stream(CATALOGUE.strip().split(",\\s+"))
                .map(row -> row.split(" "))
                .map(row -> new Indicator(row[0], row[1], row[2].equals("x"), row[3].equals("x")));
    }

    static String screen(boolean asAdult, Collection<String> ticked) {
        List<Indicator> counting = catalogue()
                .filter(indicator -> ticked.contains(indicator.code))
                .filter(indicator -> asAdult ? indicator.adult : indicator.child)
                .toList();
        Set<Character> letters = counting.stream().map(Indicator::letter).collect(toCollection(TreeSet::new));
        boolean means = letters.stream().anyMatch(letter -> "CVKA".indexOf(letter) >= 0);
        if (letters.contains('R') && letters.contains('E') && (means || !asAdult)) {
            return "potential";
        }
        if (!asAdult && counting.stream().anyMatch(indicator -> indicator.mark.equals("S"))) {
            return "potential";
        }
        letters.removeIf(letter -> !positive(counting.stream()
                .filter(indicator -> indicator.letter() == letter)
                .toList()));
        if (letters.size() >= 3 || letters.size() == 2 && letters.contains('E')) {
            return "potential";
        }
        return counting.isEmpty() ? "none" : "watch";
    }

    private static boolean positive(List<Indicator> dimension) {
        long strong = dimension.stream().filter(i -> i.mark.equals("S")).count();
        long medium = dimension.stream().filter(i -> i.mark.equals("M")).count();
        long weak = dimension.stream().filter(i -> i.mark.equals("W")).count();
        return strong >= 2 || strong == 1 && medium + weak >= 1 || medium >= 3 || medium == 2 && weak >= 1;
    }

    private char letter() {
        return code.charAt(0);
    }

    String weight() {
        return Map.of("S", "strong", "M", "medium", "W", "weak").get(mark);
    }

    String dimension() {
        return Map.of(
                        'R', "deceptive recruitment",
                        'C', "coercive recruitment",
                        'V', "vulnerability",
                        'E', "exploitation",
                        'K', "coercion at destination",
                        'A', "vulnerability at destination")
                .get(letter());
    }

    String section() {
        return Map.of('R', "A", 'E', "C").getOrDefault(letter(), "B");
    }
}
