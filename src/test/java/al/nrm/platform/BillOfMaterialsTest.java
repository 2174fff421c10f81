package al.nrm.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.core.SpringVersion;
import org.springframework.core.io.ClassPathResource;

/** Whoever must know whether a flaw in a library concerns this system reads it from the jar's own list of its parts (CycloneDX). */
@Tag("database-independent")
class BillOfMaterialsTest {

    private final List<JsonNode> components = components();

    @Test
    void namesWhatIsReallyBuiltIn() {
        assertThat(version("camunda-engine"))
                .isEqualTo(ProcessEngine.class.getPackage().getImplementationVersion());
        assertThat(version("spring-core")).isEqualTo(SpringVersion.getVersion());
    }

    @Test
    void namesNothingThatOnlyTestsUse() {
        assertThat(components)
                .extracting(part -> part.path("name").asText())
                .doesNotContain("junit-jupiter-api", "playwright");
    }

    @Test
    void givesEveryPartALicenceAndAChecksum() {
        assertThat(components)
                .isNotEmpty()
                .allSatisfy(part -> assertThat(part.path("hashes"))
                        .as(part.path("purl").asText())
                        .isNotEmpty())
                .filteredOn(part -> part.path("licenses").isEmpty())
                .extracting(part -> part.path("name").asText())
                .isEmpty();
    }

    private String version(String name) {
        return components.stream()
                .filter(part -> part.path("name").asText().equals(name))
                .map(part -> part.path("version").asText())
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not in the bill of materials"));
    }

    private static List<JsonNode> components() {
        ClassPathResource file = new ClassPathResource("META-INF/sbom/application.cdx.json");
        // Maven makes none offline; that the jar has one is asked in .ci/run.
        assumeThat(file.exists()).isTrue();
        try (var bill = file.getInputStream()) {
            JsonNode components = new ObjectMapper().readTree(bill).path("components");
            return StreamSupport.stream(components.spliterator(), false).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
