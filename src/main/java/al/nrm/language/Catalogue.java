package al.nrm.language;

import al.nrm.language.Text.Place;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.w3c.dom.Element;

/**
 * The Albanian of what models, forms and the server say, from XLIFF 2 files. A translation counts only as long as its
 * English is still what the model says: a changed label shows its new English, never a stale Albanian. Immutable.
 */
final class Catalogue {

    /** What is shipped with the program. */
    static final Catalogue ALBANIAN = shipped();

    static final String XLIFF = "urn:oasis:names:tc:xliff:document:2.0";

    private final Map<Place, Unit> units = new LinkedHashMap<>();

    /** A text and its translation, which is empty where nobody has made it yet. */
    record Unit(String english, String albanian) {}

    Catalogue() {}

    private static Catalogue shipped() {
        try {
            Catalogue catalogue = new Catalogue();
            for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:i18n/sq/*.xlf")) {
                try (InputStream xliff = file.getInputStream()) {
                    catalogue.add(xliff);
                } catch (IllegalArgumentException broken) {
                    throw new IllegalStateException(file.getFilename() + ": " + broken.getMessage(), broken);
                }
            }
            return catalogue;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** @throws IllegalArgumentException where a unit is there twice, or is not one source with one target */
    void add(InputStream xliff) {
        Element root = Xml.read(xliff).getDocumentElement();
        Xml.below(root, XLIFF, "file")
                .forEach(file -> Xml.below(file, XLIFF, "unit").forEach(unit -> {
                    Place place = new Place(file.getAttribute("id"), unit.getAttribute("id"));
                    Unit before = units.put(place, new Unit(only(unit, "source"), only(unit, "target")));
                    if (before != null) {
                        throw new IllegalArgumentException(place + " is there twice");
                    }
                }));
    }

    private static String only(Element unit, String name) {
        return Xml.below(unit, XLIFF, name)
                .reduce((one, other) -> {
                    throw new IllegalArgumentException(unit.getAttribute("id") + " has more than one " + name);
                })
                .map(Element::getTextContent)
                .orElse("");
    }

    /** The Albanian, where there is one. */
    Optional<String> find(Text text) {
        return text.places().stream()
                .map(units::get)
                .filter(unit -> unit != null
                        && unit.english().strip().equals(text.english().strip())
                        && !unit.albanian().isBlank())
                .map(Unit::albanian)
                .findFirst()
                .or(() -> Optional.ofNullable(text.coded()));
    }

    /** The Albanian, or the English as it is. */
    String say(Text text) {
        return find(text).orElse(text.english());
    }

    Map<Place, Unit> units() {
        return Collections.unmodifiableMap(units);
    }
}
