package al.nrm.casefile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Keeps a field to its list of values: to one of them, or to several without repetition. */
record ChoiceRule(Set<String> values, boolean several) implements FieldRule {

    /** Far above any list of ours; keeps a caller from filling the database. */
    static final int MOST_ENTRIES = 200;

    private static final ObjectMapper JSON = new ObjectMapper();

    ChoiceRule {
        values = Set.copyOf(values);
    }

    @Override
    public Object read(Object sent) {
        if (sent == null || "".equals(sent)) {
            return null;
        }
        return several ? readSeveral(sent) : readOne(sent);
    }

    private Object readOne(Object sent) {
        if (!isListed(sent)) {
            throw new Finding("not one of the listed values");
        }
        return sent;
    }

    private Object readSeveral(Object sent) {
        if (!((sent instanceof String json ? parse(json) : sent) instanceof Collection<?> entries)) {
            throw new Finding("must be a list of the listed values");
        }
        if (entries.size() > MOST_ENTRIES) {
            throw new Finding("must have at most %d entries", MOST_ENTRIES);
        }
        if (!entries.stream().allMatch(this::isListed)) {
            throw new Finding("has an entry that is not one of the listed values");
        }
        if (new HashSet<Object>(entries).size() < entries.size()) {
            throw new Finding("has an entry twice");
        }
        return entries.stream().map(String.class::cast).toList();
    }

    private boolean isListed(Object value) {
        return value instanceof String text && values.contains(text);
    }

    /**
     * Reads JSON into plain Java values.
     *
     * @throws Finding where it is none; the parser's own words would repeat it
     */
    static Object parse(String json) {
        try {
            return JSON.readValue(json, Object.class);
        } catch (JsonProcessingException e) {
            throw new Finding("must be a list of the listed values");
        }
    }
}
