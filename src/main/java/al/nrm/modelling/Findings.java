package al.nrm.modelling;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with one resource, each a sentence that names resource, rule and element. */
final class Findings {

    /** A finding quotes this much of what it refuses: enough to find the place, too little to flood an answer. */
    private static final int LONGEST_QUOTE = 80;

    private final String resource;
    private final List<String> sentences = new ArrayList<>();

    Findings(String resource) {
        this.resource = resource;
    }

    void refuse(String rule, String element, String words, Object... quotes) {
        Object[] shortened = new Object[quotes.length];
        for (int i = 0; i < quotes.length; i++) {
            shortened[i] = shorten(String.valueOf(quotes[i]));
        }
        sentences.add("%s: [%s] %s: %s".formatted(resource, rule, element, words.formatted(shortened)));
    }

    void require(boolean fulfilled, String rule, String element, String otherwise, Object... quotes) {
        if (!fulfilled) {
            refuse(rule, element, otherwise, quotes);
        }
    }

    List<String> sentences() {
        return List.copyOf(sentences);
    }

    private static String shorten(String quote) {
        String line = quote.replaceAll("\\s+", " ").strip();
        return line.length() <= LONGEST_QUOTE ? line : line.substring(0, LONGEST_QUOTE) + "…";
    }
}
