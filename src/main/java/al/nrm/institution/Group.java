package al.nrm.institution;

import java.util.Set;

/**
 * One group of the engine that the directory yields.
 *
 * @param institution the institution that the group stands for, supervises or sits for
 * @param name English display name, county included
 * @param nameSq the same in Albanian
 * @param mayStart the ids of the processes that its members may start
 */
record Group(String id, Kind kind, Institution institution, String name, String nameSq, Set<String> mayStart) {

    /** An institution's own officers, their supervisors, or the holders of a seat in the Responsible Authority. */
    enum Kind {
        OWN,
        SUPERVISORS,
        SEAT
    }

    /** Whether these are the own officers of the institution with that plain id. */
    boolean isOf(String institutionId) {
        return kind == Kind.OWN && institution.id().equals(institutionId);
    }
}
