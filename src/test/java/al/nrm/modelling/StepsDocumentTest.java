package al.nrm.modelling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page of the steps says what the models do, and no step of the SOP is without element, institution, clock or test. */
@Tag("database-independent")
class StepsDocumentTest {

    private static final Path PAGE = Path.of("docs", "steps.md");
    private static final List<Steps.Row> ROWS = new Steps(SampleModels.repository()).rows();

    @Test
    void thePageOfTheStepsIsWhatTheModelsSay() throws IOException {
        if (Boolean.getBoolean("nrm.steps.write")) {
            Files.writeString(PAGE, StepsDocument.of(ROWS));
        }
        assertThat(Files.readString(PAGE))
                .as("docs/steps.md; write it anew: mvn test -Dtest=StepsDocumentTest -Dnrm.steps.write=true")
                .isEqualTo(StepsDocument.of(ROWS));
    }

    @ParameterizedTest
    @MethodSource
    void everyStepHasElementInstitutionClockLadderLegalBasisAndForm(String step) {
        List<Steps.Row> rows =
                ROWS.stream().filter(row -> row.step().equals(step)).toList();
        assertThat(rows).as(step).isNotEmpty().allSatisfy(row -> assertThat(List.of(
                        row.process(),
                        row.element(),
                        row.institution(),
                        row.deadline(),
                        row.ladder(),
                        row.legalBasis(),
                        row.status(),
                        row.form()))
                .noneMatch(String::isBlank)
                .doesNotContain("null"));
    }

    static Stream<String> everyStepHasElementInstitutionClockLadderLegalBasisAndForm() {
        return Stream.of(
                        steps(1, 1, 11),
                        steps(2, 1, 10),
                        steps(3, 1, 14),
                        steps(4, 1, 10),
                        steps(5, 1, 14),
                        steps(6, 1, 12),
                        steps(10, 1, 2),
                        steps(12, 1, 4))
                .flatMap(steps -> steps);
    }

    private static Stream<String> steps(int phase, int first, int last) {
        return IntStream.rangeClosed(first, last).mapToObj(number -> "P%d-%02d".formatted(phase, number));
    }

    @Test
    void everyRungOfTheLadderHasAnElementAnInstitutionAndATime() {
        assertThat(ROWS.stream().filter(Steps.Row::isRung))
                .hasSize(5)
                .noneMatch(row -> row.institution().isBlank() || row.deadline().isBlank());
    }

    @Test
    void everyProcessThatCarriesOutAStepIsPlayedByATest() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "test", "java"))) {
            Set<String> classes = files.map(
                            file -> file.getFileName().toString().replace(".java", ""))
                    .collect(Collectors.toSet());
            assertThat(ROWS.stream().map(Steps.Row::test).distinct())
                    .filteredOn(test -> !classes.contains(test))
                    .as("test classes that are missing")
                    .isEmpty();
        }
    }

    @Test
    void everyProcessOfThePageHasItsPicture() {
        assertThat(ROWS.stream().map(Steps.Row::process).distinct())
                .allSatisfy(process ->
                        assertThat(Path.of("docs", "img", process + ".svg")).exists());
    }
}
