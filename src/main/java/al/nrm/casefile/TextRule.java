package al.nrm.casefile;

import al.nrm.language.Words;
import java.util.regex.Pattern;

/**
 * Keeps a text to what its form allows and to what every database can store, without the blanks around it. Bounds that the
 * form does not give are null.
 */
record TextRule(Integer minLength, Integer maxLength, Pattern pattern, Kind kind) implements FieldRule {

    /** The longest text that any field takes: what the engine's column for a text holds. */
    static final int LONGEST = 4_000;

    /** What a text may be of by its form. The e-mail pattern is the form page's own; its phone pattern, a list of country codes, is cut to its shape. */
    enum Kind {
        CUSTOM("", ""),
        EMAIL(
                "^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9-]+(\\.[a-zA-Z0-9-]+)*$",
                Words.known("must be an e-mail address")),
        PHONE("^(\\+|00)\\d{6,30}$", Words.known("must be an international phone number such as +355691234567"));

        private final Pattern pattern;
        private final String demand;

        Kind(String pattern, String demand) {
            this.pattern = Pattern.compile(pattern);
            this.demand = demand;
        }
    }

    @Override
    public Object read(Object sent) {
        if (sent == null) {
            return null;
        }
        if (!(sent instanceof String padded)) {
            throw new Finding("must be a text");
        }
        String text = padded.strip();
        if (text.length() > LONGEST) {
            throw new Finding("must have at most %d characters", LONGEST);
        }
        if (!text.codePoints().allMatch(TextRule::isStorable)) {
            throw new Finding("has characters that cannot be stored");
        }
        if (!text.isEmpty()) {
            check(text);
        }
        return text;
    }

    /** A pattern may match anywhere: as on the form's page. */
    private void check(String text) {
        int length = text.length();
        if (minLength != null && length < minLength) {
            throw new Finding("must have at least %d characters", minLength);
        }
        if (maxLength != null && length > maxLength) {
            throw new Finding("must have at most %d characters", maxLength);
        }
        if (pattern != null && !pattern.matcher(text).find()) {
            throw new Finding("does not have the form asked for");
        }
        if (!kind.pattern.matcher(text).find()) {
            throw new Finding(kind.demand);
        }
    }

    private static boolean isStorable(int character) {
        boolean lineBreakOrTab = character == '\n' || character == '\r' || character == '\t';
        boolean loneSurrogate = Character.getType(character) == Character.SURROGATE;
        return lineBreakOrTab || !loneSurrogate && !Character.isISOControl(character);
    }
}
