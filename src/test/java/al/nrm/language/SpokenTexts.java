package al.nrm.language;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.w3c.dom.Document;

/** Every text that people read, of the repository's models and forms and of the server itself, under the catalogue file it belongs to. */
final class SpokenTexts {

    private static final Pattern FORM = Pattern.compile("formRef=\"([^\"]+)\"");

    /** A call that makes words; what stands in it is read up to its end. */
    private static final Pattern SPEAKING =
            Pattern.compile("\\b(?:new Finding|new FormRefused|Words\\.(?:say|known)|require)\\(");

    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

    private SpokenTexts() {}

    /** By process, its model's before its forms'; then the server's own. */
    static Map<String, List<Text>> byFile() {
        Map<String, List<Text>> texts = new TreeMap<>();
        Set<String> unread = new LinkedHashSet<>(names("forms", ".form"));
        for (String process : names("processes", ".bpmn")) {
            List<Text> found = new ArrayList<>();
            ModelTexts.replace(model(process), recordIn(found));
            for (String form : forms(process)) {
                if (unread.remove(form)) {
                    FormTexts.replace(form(form), recordIn(found));
                }
            }
            texts.put(process, found);
        }
        if (!unread.isEmpty()) {
            throw new IllegalStateException("No model asks for the forms " + unread);
        }
        Map<String, List<Text>> all = new LinkedHashMap<>(texts);
        all.put(Text.MESSAGES, messages().stream().map(Words::text).toList());
        return all;
    }

    static List<Text> all() {
        return byFile().values().stream().flatMap(List::stream).toList();
    }

    private static Function<Text, String> recordIn(List<Text> found) {
        return text -> {
            found.add(text);
            return text.english();
        };
    }

    /** What the sources say; a refusal that is put together from pieces shows here as its pieces, which have no Albanian. */
    static Set<String> messages() {
        Set<String> messages = new LinkedHashSet<>();
        for (Path source : files(Path.of("src", "main", "java"), ".java")) {
            String code = text(source);
            Matcher call = SPEAKING.matcher(code);
            while (call.find()) {
                // Other methods of the name speak to authors of models, in English.
                if (!call.group().startsWith("require") || code.contains("new FormRefused(")) {
                    words(code.substring(call.end(), end(code, call.end())), call.group(), messages);
                }
            }
        }
        return messages;
    }

    /** A literal with a blank is words; one without is a field's key, except where nothing but words may stand. */
    private static void words(String arguments, String call, Set<String> messages) {
        Matcher literal = LITERAL.matcher(arguments);
        while (literal.find()) {
            if (call.startsWith("Words") || literal.group(1).contains(" ")) {
                messages.add(literal.group(1).translateEscapes());
            }
        }
    }

    private static int end(String code, int begin) {
        int depth = 1;
        boolean quoted = false;
        int at = begin;
        for (; depth > 0; at++) {
            char sign = code.charAt(at);
            if (sign == '"' && code.charAt(at - 1) != '\\') {
                quoted = !quoted;
            } else if (!quoted) {
                depth += sign == '(' ? 1 : sign == ')' ? -1 : 0;
            }
        }
        return at;
    }

    static Document model(String process) {
        try (InputStream xml = Files.newInputStream(Path.of("processes", process + ".bpmn"))) {
            return Xml.read(xml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ObjectNode form(String form) {
        try {
            return (ObjectNode)
                    new ObjectMapper().readTree(Path.of("forms", form + ".form").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> forms(String process) {
        Set<String> forms = new LinkedHashSet<>();
        Matcher form = FORM.matcher(text(Path.of("processes", process + ".bpmn")));
        while (form.find()) {
            forms.add(form.group(1));
        }
        return forms;
    }

    private static List<String> names(String folder, String ending) {
        return files(Path.of(folder), ending).stream()
                .map(file -> file.getFileName().toString().replace(ending, ""))
                .toList();
    }

    static List<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
