package al.nrm.institution;

import static al.nrm.institution.YamlEntry.refusal;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** The content of {@code institutions.yaml}: a mistake in it is refused with a sentence that names its line. */
record DirectoryFile(
        Map<String, String> counties,
        Map<String, Institution> institutions,
        Set<String> seats,
        Set<String> supervisorsStart,
        Set<String> seatsStart) {

    private static final String ID = "[a-z]+(-[a-z]+)*";
    private static final Set<String> FILE_KEYS =
            Set.of("counties", "seats", "supervisors-start", "seats-start", "institutions");
    private static final Set<String> INSTITUTION_KEYS =
            Set.of("id", "en", "sq", "reach", "supervisor", "seat", "shelter", "starts");

    static DirectoryFile fromClasspath() {
        try (InputStream file = DirectoryFile.class.getResourceAsStream("/institutions.yaml");
                Reader reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            return parse(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("institutions.yaml cannot be read.", unreadable);
        }
    }

    static DirectoryFile parse(Reader yaml) {
        YamlEntry file = new YamlEntry(compose(yaml), FILE_KEYS::contains);
        Map<String, String> counties = new LinkedHashMap<>();
        YamlEntry names = new YamlEntry(file.node("counties"), id -> id.matches(ID));
        names.keys().forEach(county -> counties.put(county, names.text(county)));
        Map<String, Node> seats = file.words("seats");
        Map<String, Institution> institutions = new LinkedHashMap<>();
        for (Node node : file.list("institutions")) {
            Institution institution = institution(node, seats.keySet());
            if (institutions.put(institution.id(), institution) != null) {
                throw refusal(node, "the institution '" + institution.id() + "' stands there twice");
            }
        }
        seats.forEach((seat, node) -> {
            if (!institutions.containsKey(seat)) {
                throw refusal(node, "the seat '" + seat + "' is not the id of an institution");
            }
        });
        return new DirectoryFile(
                counties,
                institutions,
                seats.keySet(),
                file.words("supervisors-start").keySet(),
                file.words("seats-start").keySet());
    }

    private static Node compose(Reader yaml) {
        try {
            Node root = new Yaml(new LoaderOptions()).compose(yaml);
            if (root == null) {
                throw refusal(0, "the file is empty");
            }
            return root;
        } catch (MarkedYAMLException broken) {
            throw refusal(broken.getProblemMark().getLine(), broken.getProblem());
        }
    }

    private static Institution institution(Node node, Set<String> seats) {
        YamlEntry entry = new YamlEntry(node, INSTITUTION_KEYS::contains);
        String id = entry.text("id");
        if (!id.matches(ID)) {
            throw refusal(entry.node("id"), "'" + id + "' is not an id of lower-case words joined by hyphens");
        }
        String reach = entry.text("reach");
        if (!Set.of("county", "national").contains(reach)) {
            throw refusal(entry.node("reach"), "the reach of '" + id + "' is county or national");
        }
        String seat = entry.has("seat") ? entry.text("seat") : null;
        if (seat != null && !seats.contains(seat)) {
            throw refusal(entry.node("seat"), "'" + seat + "', the seat of '" + id + "', is not among the seats");
        }
        return new Institution(
                id,
                entry.text("en"),
                entry.text("sq"),
                reach.equals("county"),
                seat,
                entry.flag("supervisor"),
                entry.has("shelter") && entry.flag("shelter"),
                entry.words("starts").keySet());
    }
}
