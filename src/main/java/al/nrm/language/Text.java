package al.nrm.language;

import java.util.List;

/**
 * A text of a model or form that people read, with where its Albanian may stand.
 *
 * @param english what the model or form says
 * @param places units of the catalogue, the nearest first; the later ones are shared with other texts
 * @param coded the Albanian of a code that every system knows, such as a country's; null where it is none
 */
record Text(String english, List<Place> places, String coded) {

    /** The file of shared texts, named after a field's key where no form's own text is. */
    static final String VOCABULARY = "vocabulary";

    /** The file of what the server itself says. */
    static final String MESSAGES = "messages";

    /** A unit of one of the catalogue's files: a model's or form's, {@link #VOCABULARY} or {@link #MESSAGES}. */
    record Place(String file, String unit) {}

    Text {
        places = List.copyOf(places);
    }

    static Text at(String file, String unit, String english) {
        return new Text(english, List.of(new Place(file, unit)), null);
    }
}
