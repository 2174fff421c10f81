package al.nrm.institution;

import al.nrm.language.AlbanianNames;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells what every group of the directory is called in Albanian; a name that somebody changed in the engine is none of them. */
@Component
class AlbanianGroupNames implements AlbanianNames {
    private final Institutions institutions;

    AlbanianGroupNames(Institutions institutions) {
        this.institutions = institutions;
    }

    @Override
    public Optional<String> inAlbanian(String english) {
        return institutions.allGroups().stream()
                .filter(group -> group.name().equals(english))
                .map(Group::nameSq)
                .findFirst();
    }
}
