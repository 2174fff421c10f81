package al.nrm.institution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("database-independent")
class DirectoryFileTest {

    private static final String FILE = """
            counties:
              kukes: Kukës
            seats: [border-police]
            supervisors-start: [incident]
            seats-start: []
            institutions:
              - id: border-police
                en: Border and Migration Police
                sq: Policia Kufitare dhe e Migracionit
                reach: county
                supervisor: true
                seat: border-police
                starts: [referral]
              - id: vatra
                en: Vatra
                sq: Vatra
                reach: national
                supervisor: false
                shelter: true
                starts: []
            """;

    @Test
    void anInstitutionIsReadAsItStands() {
        DirectoryFile file = DirectoryFile.parse(new StringReader(FILE));

        assertThat(file.counties()).containsEntry("kukes", "Kukës").hasSize(1);
        assertThat(file.seats()).containsExactly("border-police");
        assertThat(file.supervisorsStart()).containsExactly("incident");
        Institution police = file.institutions().get("border-police");
        assertThat(police.nameEn()).isEqualTo("Border and Migration Police");
        assertThat(police.nameSq()).isEqualTo("Policia Kufitare dhe e Migracionit");
        assertThat(police.byCounty()).isTrue();
        assertThat(police.hasLead()).isTrue();
        assertThat(police.seat()).isEqualTo("border-police");
        assertThat(police.shelter()).isFalse();
        assertThat(police.mayStart()).containsExactly("referral");
        Institution shelter = file.institutions().get("vatra");
        assertThat(shelter.byCounty()).isFalse();
        assertThat(shelter.hasLead()).isFalse();
        assertThat(shelter.seat()).isNull();
        assertThat(shelter.shelter()).isTrue();
    }

    @ParameterizedTest(name = "{3}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    seat: border-police | seat: customs          | 12 | 'customs', the seat of 'border-police', is not among the seats
                    - id: vatra         | - id: border-police    | 14 | the institution 'border-police' stands there twice
                    seats: [border-     | seats: [customs, border- | 3 | the seat 'customs' is not the id of an institution
                    seats: [border-     | seats: [border-police, border- | 3 | 'border-police' stands there twice
                    reach: national     | reach: europe          | 17 | the reach of 'vatra' is county or national
                    reach: national     | rech: national         | 17 | 'rech' is not a known key
                    shelter: true       | supervisor: true       | 19 | 'supervisor' stands there twice
                    shelter: true       | shelter: yes           | 19 | 'shelter' is true or false
                    shelter: true       | shelter: [true]        | 19 | here belongs a single word or text
                    starts: [referral]  | starts: referral       | 13 | 'starts' is a list
                    starts: [referral]  | starts: [a, a]         | 13 | 'a' stands there twice
                    - id: vatra         | - id: Vatra            | 14 | 'Vatra' is not an id of lower-case words joined by hyphens
                    - id: vatra         | - id: vatra.kukes      | 14 | 'vatra.kukes' is not an id of lower-case words joined by hyphens
                    en: Vatra           | en: ''                 | 15 | 'en' is empty
                    seats-start: []     | ""                     | 1  | 'seats-start' is missing
                    kukes: Kukës        | kukes: Kukës\\n  kukes: K | 3 | 'kukes' stands there twice
                    kukes: Kukës        | Kukës: Kukës           | 2  | 'Kukës' is not a known key
                    starts: [referral]  | starts: [referral      | 14 | expected ',' or ']', but got :
                    """)
    void aMistakeIsRefusedWithItsLine(String right, String wrong, int line, String sentence) {
        String broken = FILE.replaceFirst(Pattern.quote(right), wrong == null ? "" : wrong.replace("\\n", "\n"));

        assertThat(broken).isNotEqualTo(FILE);
        assertThatThrownBy(() -> DirectoryFile.parse(new StringReader(broken)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("institutions.yaml, line " + line + ": ")
                .hasMessageContaining(sentence);
    }

    @Test
    void anEmptyFileIsRefused() {
        assertThatThrownBy(() -> DirectoryFile.parse(new StringReader("")))
                .hasMessage("institutions.yaml, line 1: the file is empty.");
    }

    @Test
    void aFileThatIsNoSetOfKeysIsRefused() {
        assertThatThrownBy(() -> DirectoryFile.parse(new StringReader("- vatra")))
                .hasMessage("institutions.yaml, line 1: here belong keys with their values.");
    }
}
