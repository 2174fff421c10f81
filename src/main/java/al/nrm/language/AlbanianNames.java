package al.nrm.language;

import java.util.Optional;

/** Knows the Albanian of names that the engine stores as data and that stand in no model; a person's own name has none. */
public interface AlbanianNames {

    /** The Albanian, where something that we named ourselves is called this in English. */
    Optional<String> inAlbanian(String english);
}
