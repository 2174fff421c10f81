package al.nrm.language;

import al.nrm.language.Catalogue.Unit;
import al.nrm.language.Text.Place;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Brings the catalogue's files up to what models, forms and server say now: in their order, with the Albanian that is
 * there, with an empty target where a translator is wanted, without what nobody says any more.
 */
final class CatalogueFiles {

    static final Path FOLDER = Path.of("src", "main", "resources", "i18n", "sq");

    private final Map<String, List<Text>> texts = SpokenTexts.byFile();
    private final Catalogue before = read();
    private final Map<String, String> known = known();
    private final Map<Place, Map<String, Long>> uses = uses();

    static Catalogue read() {
        Catalogue catalogue = new Catalogue();
        for (Path file : SpokenTexts.files(FOLDER, ".xlf")) {
            try (InputStream xliff = Files.newInputStream(file)) {
                catalogue.add(xliff);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return catalogue;
    }

    void write() {
        Map<String, Map<Place, Unit>> files = new LinkedHashMap<>();
        texts.forEach((file, spoken) -> spoken.stream().filter(this::wantsUnit).forEach(text -> {
            Place place = place(text);
            String name = place.file().equals(Text.VOCABULARY) ? Text.VOCABULARY : file;
            files.computeIfAbsent(name, any -> new LinkedHashMap<>()).put(place, unit(place, text));
        }));
        SpokenTexts.files(FOLDER, ".xlf").forEach(CatalogueFiles::delete);
        files.forEach((name, units) -> write(FOLDER.resolve(name + ".xlf"), units));
    }

    /** A code's own name needs a unit only where somebody found a better one. */
    private boolean wantsUnit(Text text) {
        return text.coded() == null || text.places().stream().anyMatch(place -> isCurrent(place, text));
    }

    private boolean isCurrent(Place place, Text text) {
        Unit unit = before.units().get(place);
        return unit != null && unit.english().strip().equals(text.english().strip());
    }

    /** Where its Albanian stands already; otherwise the widest place of which several forms say most often just this. */
    private Place place(Text text) {
        return text.places().stream()
                .filter(place -> isCurrent(place, text))
                .findFirst()
                .orElseGet(() -> text.places().stream()
                        .filter(place -> isUsual(place, text.english()))
                        .reduce((nearer, wider) -> wider)
                        .orElse(text.places().get(0)));
    }

    private boolean isUsual(Place place, String english) {
        Map<String, Long> said = uses.get(place);
        return said.get(english) > 1
                && said.values().stream().allMatch(count -> count <= said.get(english))
                && said.keySet().stream()
                        .filter(other -> said.get(other).equals(said.get(english)))
                        .findFirst()
                        .orElseThrow()
                        .equals(english);
    }

    private Map<Place, Map<String, Long>> uses() {
        Map<Place, Map<String, Long>> uses = new HashMap<>();
        texts.values().stream().flatMap(List::stream).forEach(text -> text.places()
                .forEach(place -> uses.computeIfAbsent(place, any -> new LinkedHashMap<>())
                        .merge(text.english(), 1L, Long::sum)));
        return uses;
    }

    private Unit unit(Place place, Text text) {
        return isCurrent(place, text)
                ? before.units().get(place)
                : new Unit(text.english(), known.getOrDefault(text.english(), ""));
    }

    /** What is said in Albanian elsewhere, everywhere alike: a copied label need not be translated twice. */
    private Map<String, String> known() {
        Map<String, Set<String>> all = new HashMap<>();
        before.units().values().stream()
                .filter(unit -> !unit.albanian().isBlank())
                .forEach(unit -> all.computeIfAbsent(unit.english(), any -> new HashSet<>())
                        .add(unit.albanian()));
        Map<String, String> unanimous = new HashMap<>();
        all.forEach((english, albanian) -> {
            if (albanian.size() == 1) {
                unanimous.put(english, albanian.iterator().next());
            }
        });
        return unanimous;
    }

    private static void write(Path path, Map<Place, Unit> units) {
        StringBuilder xml = new StringBuilder("""
                <?xml version="1.0" encoding="UTF-8"?>
                <xliff xmlns="%s" version="2.0" srcLang="en" trgLang="sq" xml:space="preserve">
                """.formatted(Catalogue.XLIFF));
        Map<String, Map<Place, Unit>> files = new LinkedHashMap<>();
        units.forEach((place, unit) -> files.computeIfAbsent(place.file(), any -> new LinkedHashMap<>())
                .put(place, unit));
        files.forEach((file, itsUnits) -> {
            xml.append("  <file id=\"%s\">\n".formatted(file));
            itsUnits.forEach((place, unit) ->
                    xml.append("""
                        <unit id="%s"><segment>
                          <source>%s</source>
                          <target>%s</target>
                        </segment></unit>
                    """.formatted(place.unit(), escaped(unit.english()), escaped(unit.albanian()))));
            xml.append("  </file>\n");
        });
        try {
            Files.createDirectories(FOLDER);
            Files.writeString(path, xml.append("</xliff>\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
