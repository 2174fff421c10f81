package al.nrm.language;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;

/** Lays the Albanian over the names of groups and of the demonstration's users; a person keeps the name that is his own. */
final class AnswerNames {

    /** What stands as last name of a user who is called after his group. */
    private static final Pattern DEMO_USER = Pattern.compile("\\(demo( \\d)?\\)");

    private final AlbanianNames names;

    AnswerNames(AlbanianNames names) {
        this.names = names;
    }

    void group(ObjectNode group) {
        replace(group, "name");
    }

    void user(ObjectNode user) {
        if (DEMO_USER.matcher(user.path("lastName").asText()).matches()) {
            replace(user, "firstName");
        }
    }

    private void replace(ObjectNode entry, String property) {
        names.inAlbanian(entry.path(property).asText()).ifPresent(albanian -> entry.put(property, albanian));
    }
}
