package al.nrm.casefile;

import java.util.Collection;

/** What one field accepts: whatever it lets pass is of the field's own type and safe to store. */
interface FieldRule {

    /**
     * Reads what was sent into the field's type.
     *
     * @param sent a plain Java value, or null
     * @return a String, Boolean, Integer, Double or list of strings; null where the field was left empty
     * @throws Finding where the field cannot hold it
     */
    Object read(Object sent);

    /** Tells whether a required field is still unanswered with this value, by the rules of the form's own page. */
    default boolean isMissing(Object value) {
        return value == null
                || value instanceof String text && text.isBlank()
                || value instanceof Collection<?> list && list.isEmpty();
    }
}
