package al.nrm.institution;

import al.nrm.institution.Group.Kind;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The directory of institutions, read once from {@code institutions.yaml} and the same for as long as the server runs. */
@Component
public final class Institutions {
    private static final String REPORTING = "referral";
    private static final String LEAD = ".lead";
    private static final String SEAT = "ra-seat.";

    private final DirectoryFile file;
    private final Map<String, Group> groups = new LinkedHashMap<>();

    /**
     * Reads the directory from the classpath.
     *
     * @throws IllegalStateException if the file is broken; the sentence names the line
     */
    public Institutions() {
        this(DirectoryFile.fromClasspath());
    }

    Institutions(DirectoryFile file) {
        this.file = file;
        for (Institution institution : file.institutions().values()) {
            if (institution.byCounty()) {
                file.counties().forEach((county, name) -> add(institution, "." + county, ", " + name));
            } else {
                add(institution, "", "");
            }
        }
        for (String seat : file.seats()) {
            Institution institution = file.institutions().get(seat);
            String name = "Responsible Authority: " + institution.nameEn();
            String nameSq = "Autoriteti Përgjegjës: " + institution.nameSq();
            put(new Group(SEAT + seat, Kind.SEAT, institution, name, nameSq, file.seatsStart()));
        }
    }

    private void add(Institution institution, String county, String countyName) {
        String id = institution.id() + county;
        String name = institution.nameEn() + countyName;
        String nameSq = institution.nameSq() + countyName;
        put(new Group(id, Kind.OWN, institution, name, nameSq, institution.mayStart()));
        if (institution.hasLead()) {
            Set<String> start = file.supervisorsStart();
            put(new Group(id + LEAD, Kind.SUPERVISORS, institution, name + ", supervisor", nameSq + ", eprori", start));
        }
    }

    private void put(Group group) {
        groups.put(group.id(), group);
    }

    /** The ids of the twelve counties, in the order of the file. */
    public List<String> counties() {
        return List.copyOf(file.counties().keySet());
    }

    /** Every institution, in the order of the file. */
    public Collection<Institution> all() {
        return Collections.unmodifiableCollection(file.institutions().values());
    }

    /**
     * The institution that a group stands for.
     *
     * @param groupId a group's id, or an institution's plain id; supervisors and seats stand for none
     */
    public Optional<Institution> byGroup(String groupId) {
        return Optional.ofNullable(groups.get(groupId))
                .filter(group -> group.kind() == Kind.OWN)
                .map(Group::institution)
                .or(() -> Optional.ofNullable(file.institutions().get(groupId)));
    }

    /** Whether the engine has that group because of this directory, supervisors and seats included. */
    public boolean isGroup(String groupId) {
        return groups.containsKey(groupId);
    }

    /** The ids of all groups of this directory: own, supervisors and seats. */
    public Set<String> groups() {
        return Collections.unmodifiableSet(groups.keySet());
    }

    /**
     * The group that works for an institution in a county (contract, section 2).
     *
     * @param institution an institution's plain id; a group's id is answered unchanged
     * @param county the county of the case; of no account for a national institution
     * @throws IllegalArgumentException if there is no such institution, or it works by county and the county is none
     */
    public String groupFor(String institution, String county) {
        if (isGroup(institution)) {
            return institution;
        }
        if (!file.institutions().containsKey(institution)) {
            throw new IllegalArgumentException("There is no institution '" + institution + "'.");
        }
        if (!file.counties().containsKey(county)) {
            throw new IllegalArgumentException(
                    "'" + institution + "' works by county, and '" + county + "' is not a county.");
        }
        return institution + "." + county;
    }

    /** The group of a group's supervisors, where it has one. */
    public Optional<String> leadOf(String groupId) {
        return Optional.of(groupId + LEAD).filter(this::isGroup);
    }

    /** Whether members of that group supervise an institution's officers. */
    public boolean isLead(String groupId) {
        return groups.containsKey(groupId) && groups.get(groupId).kind() == Kind.SUPERVISORS;
    }

    /** The group of the seat in the Responsible Authority that answers for a group's institution, where one does. */
    public Optional<String> seatOf(String groupId) {
        return byGroup(groupId).map(Institution::seat).map(SEAT::concat);
    }

    /** The English display name of a group, county included; the id itself of a group that is not of this directory. */
    public String nameOf(String groupId) {
        return groups.containsKey(groupId) ? groups.get(groupId).name() : groupId;
    }

    /** Whether members of that group are first responders: they may report a case (contract, section 2, last point). */
    public boolean mayReport(String groupId) {
        return mayStart(groupId, REPORTING);
    }

    /**
     * Those of someone's groups whose members may begin a process by its form.
     *
     * @param groupIds the groups of whoever asks
     * @param process the process's id
     * @return group ids, sorted
     */
    public List<String> starters(Collection<String> groupIds, String process) {
        return groupIds.stream()
                .filter(group -> mayStart(group, process))
                .sorted()
                .toList();
    }

    private boolean mayStart(String groupId, String process) {
        return groups.containsKey(groupId) && groups.get(groupId).mayStart().contains(process);
    }

    /** The roles of a case that hold an institution's group, as a model writes them: {@code ${reportingInstitution}} … */
    public static Set<String> roles() {
        return TaskGroups.ROLES.keySet();
    }

    Collection<Group> allGroups() {
        return Collections.unmodifiableCollection(groups.values());
    }
}
