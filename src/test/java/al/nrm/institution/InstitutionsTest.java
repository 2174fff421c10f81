package al.nrm.institution;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds institutions.yaml to the sentences of contract, section 2, and to the table of domain facts, section 13. */
@Tag("database-independent")
class InstitutionsTest {

    private static final String BY_COUNTY = """
            state-police state-police-at state-police-minors border-police state-social-service-regional
            child-protection-unit health-services schools labour-inspectorate employment-agency municipality-social
            prosecution victim-coordinator mobile-unit regional-committee technical-table""";

    private static final String NATIONAL = """
            national-coordinator ra-chair ra-secretariat ra-members nrm-board state-police-cyber asset-agency
            state-social-service health-ministry child-rights-agency education-ministry foreign-ministry
            consular-directorate consular-posts justice-ministry legal-aid-directorate spak nrcvt vatra different-equal
            tjeter-vizion shelters-coalition arsis mary-ward-loreto terre-des-hommes world-vision iom hotline
            child-helpline isigurt survivors-board witness-protection interpreter-pool dpo transnational-gateway system-admin auditor""";

    private static final String WITHOUT_SUPERVISOR = """
            ra-chair ra-secretariat ra-members nrm-board survivors-board witness-protection interpreter-pool dpo
            transnational-gateway system-admin auditor""";

    private final Institutions institutions = new Institutions();

    @Test
    void thereAreTheTwelveCounties() {
        assertThat(institutions.counties())
                .containsExactly(
                        words("berat diber durres elbasan fier gjirokaster korce kukes lezhe shkoder tirane vlore")
                                .toArray(String[]::new));
    }

    @Test
    void theInstitutionsAreThoseOfTheTableAndTheAuditors() {
        assertThat(ids(institutions.all().stream()))
                .isEqualTo(words(BY_COUNTY + " " + NATIONAL).collect(toSet()));
        assertThat(ids(institutions.all().stream().filter(Institution::byCounty)))
                .isEqualTo(words(BY_COUNTY).collect(toSet()));
        assertThat(institutions.all())
                .allSatisfy(institution -> assertThat(institution.nameSq()).isNotBlank());
    }

    @Test
    void anInstitutionThatWorksByCountyHasOneGroupInEachAndNoneForTheCountry() {
        assertThat(institutions.groups())
                .contains("schools.berat", "schools.vlore")
                .doesNotContain("schools", "vatra.vlore");
        // 16 in twelve counties and 37 for the country; supervisors of all but eleven; twelve seats
        assertThat(institutions.groups()).hasSize(16 * 12 + 37 + 16 * 12 + 26 + 12);
    }

    @Test
    void theEngineCanKeepEveryGroupsId() {
        assertThat(institutions.groups()).allSatisfy(group -> assertThat(group)
                .hasSizeLessThanOrEqualTo(64 - "-2".length())
                .matches("[a-z]+([-.][a-z]+)*"));
    }

    @ParameterizedTest
    @CsvSource({
        "border-police, kukes, border-police.kukes",
        "border-police.kukes, kukes, border-police.kukes",
        "border-police.kukes, tirane, border-police.kukes",
        "hotline, kukes, hotline",
        "hotline,, hotline",
        "border-police.kukes.lead, kukes, border-police.kukes.lead",
        "ra-seat.border-police, kukes, ra-seat.border-police",
    })
    void aTaskGoesToTheGroupOfTheCasesCounty(String institution, String county, String group) {
        assertThat(institutions.groupFor(institution, county)).isEqualTo(group);
    }

    @Test
    void aTaskOfACountyInstitutionNeedsACounty() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> institutions.groupFor("schools", "paris"))
                .withMessage("'schools' works by county, and 'paris' is not a county.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> institutions.groupFor("schools", null))
                .withMessage("'schools' works by county, and 'null' is not a county.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> institutions.groupFor("customs", "kukes"))
                .withMessage("There is no institution 'customs'.");
    }

    @Test
    void everyGroupOfAnInstitutionHasItsSupervisors() {
        assertThat(institutions.leadOf("border-police.kukes")).contains("border-police.kukes.lead");
        assertThat(institutions.leadOf("vatra")).contains("vatra.lead");
        assertThat(institutions.leadOf("border-police")).isEmpty();
    }

    @Test
    void supervisorsTheResponsibleAuthorityBoardsAndSupportHaveNoSupervisors() {
        assertThat(ids(institutions.all().stream().filter(institution -> !institution.hasLead())))
                .isEqualTo(words(WITHOUT_SUPERVISOR).collect(toSet()));
        assertThat(institutions.leadOf("ra-secretariat")).isEmpty();
        assertThat(institutions.leadOf("vatra.lead")).isEmpty();
        assertThat(institutions.leadOf("ra-seat.border-police")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "state-police-at, state-police-at state-police hotline asset-agency isigurt child-helpline",
        "border-police, border-police",
        "state-police-minors, state-police-minors",
        "state-police-cyber, state-police-cyber",
        "state-social-service, state-social-service state-social-service-regional municipality-social",
        "health-ministry, health-ministry health-services",
        "child-rights-agency, child-rights-agency child-protection-unit",
        "employment-agency, employment-agency",
        "labour-inspectorate, labour-inspectorate",
        "consular-directorate, consular-directorate consular-posts foreign-ministry",
        "education-ministry, education-ministry schools",
        "shelters-coalition, shelters-coalition nrcvt vatra different-equal tjeter-vizion mobile-unit arsis"
                + " mary-ward-loreto terre-des-hommes world-vision iom",
    })
    void aSeatAnswersForItsInstitutions(String seat, String answeredFor) {
        Set<String> found = ids(institutions.all().stream().filter(one -> seat.equals(one.seat())));

        assertThat(found).isEqualTo(words(answeredFor).collect(toSet()));
        assertThat(institutions.isGroup("ra-seat." + seat)).isTrue();
    }

    @Test
    void aGroupHasItsInstitutionsSeat() {
        assertThat(institutions.seatOf("state-police.kukes")).contains("ra-seat.state-police-at");
        assertThat(institutions.seatOf("hotline")).contains("ra-seat.state-police-at");
        assertThat(institutions.seatOf("prosecution.kukes")).isEmpty();
        assertThat(institutions.seatOf("interpreter-pool")).isEmpty();
        assertThat(institutions.seatOf("nobody")).isEmpty();
    }

    @Test
    void theseMayReport() {
        Set<String> reporting = institutions.groups().stream()
                .filter(institutions::mayReport)
                .map(group -> institutions.byGroup(group).orElseThrow().id())
                .collect(toSet());
        Set<String> byCounty = words(BY_COUNTY).collect(toSet());
        byCounty.removeAll(Set.of("regional-committee", "technical-table", "prosecution", "victim-coordinator"));

        assertThat(reporting)
                .isEqualTo(Stream.concat(
                                byCounty.stream(),
                                words("hotline consular-posts nrcvt vatra different-equal tjeter-vizion arsis"
                                        + " mary-ward-loreto terre-des-hommes world-vision iom child-helpline isigurt"
                                        + " ra-secretariat"))
                        .collect(toSet()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"border-police", "border-police.kukes.lead", "ra-seat.border-police", "nobody"})
    void onlyAGroupOfOfficersReports(String group) {
        assertThat(institutions.mayReport(group)).isFalse();
    }

    @Test
    void theSheltersAreTheFour() {
        assertThat(ids(institutions.all().stream().filter(Institution::shelter)))
                .containsExactlyInAnyOrder("nrcvt", "vatra", "different-equal", "tjeter-vizion");
    }

    @Test
    void supervisorsAndSeatsAreGroupsButNotInstitutions() {
        assertThat(institutions.byGroup("border-police.kukes")).isEqualTo(institutions.byGroup("border-police"));
        assertThat(institutions.byGroup("border-police")).isPresent();
        assertThat(institutions.byGroup("border-police.kukes.lead")).isEmpty();
        assertThat(institutions.byGroup("ra-seat.border-police")).isEmpty();
        assertThat(institutions.isGroup("border-police.kukes.lead")).isTrue();
        assertThat(institutions.isGroup("border-police")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    border-police.kukes      | Border and Migration Police, Kukës
                    border-police.kukes.lead | Border and Migration Police, Kukës, supervisor
                    ra-seat.border-police    | Responsible Authority: Border and Migration Police
                    different-equal          | Different & Equal
                    somebody-new             | somebody-new
                    """)
    void aGroupHasANameForTheScreen(String group, String name) {
        assertThat(institutions.nameOf(group)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    border-police.kukes      | Policia Kufitare dhe e Migracionit, Kukës
                    border-police.kukes.lead | Policia Kufitare dhe e Migracionit, Kukës, eprori
                    ra-seat.border-police    | Autoriteti Përgjegjës: Policia Kufitare dhe e Migracionit
                    different-equal          | Të Ndryshëm dhe të Barabartë
                    """)
    void aGroupHasAnAlbanianNameToo(String group, String name) {
        AlbanianGroupNames names = new AlbanianGroupNames(institutions);
        assertThat(names.inAlbanian(institutions.nameOf(group))).contains(name);
        assertThat(names.inAlbanian(group)).isEmpty();
    }

    @Test
    void noTwoGroupsAreCalledAlike() {
        assertThat(institutions.allGroups()).extracting(Group::name).doesNotHaveDuplicates();
        assertThat(institutions.allGroups()).extracting(Group::nameSq).doesNotHaveDuplicates();
    }

    private static Set<String> ids(Stream<Institution> some) {
        return some.map(Institution::id).collect(Collectors.toSet());
    }

    private static Stream<String> words(String text) {
        return Arrays.stream(text.split("\\s+"));
    }
}
