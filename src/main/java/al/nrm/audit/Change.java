package al.nrm.audit;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/** A change as the engine tells it: what, of which thing, with which names and digests, and of which persons. */
record Change(String kind, String subject, Map<String, String> details, Map<String, String> people) {

    Change(String kind, String subject) {
        this(kind, subject, Map.of(), Map.of());
    }

    /** Without a value nothing is added. */
    Change with(String name, Object value) {
        return value == null ? this : new Change(kind, subject, plus(details, name, value.toString()), people);
    }

    Change withPerson(String name, String user) {
        return user == null ? this : new Change(kind, subject, details, plus(people, name, user));
    }

    private static Map<String, String> plus(Map<String, String> map, String name, String value) {
        Map<String, String> more = new HashMap<>(map);
        more.put(name, value);
        return Collections.unmodifiableMap(more);
    }
}
