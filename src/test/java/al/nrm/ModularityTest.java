package al.nrm;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The arrows of the house: features rest on shared rooms and on nothing else, and only the diagrams connect them. */
@Tag("database-independent")
class ModularityTest {

    private static final List<String> FEATURES = List.of(
            "referral", "identification", "protection", "reintegration", "returns", "justice", "online", "governance");
    private static final List<String> SHARED_ROOMS = List.of(
            "institution",
            "deadline",
            "casefile",
            "evidence",
            "audit",
            "keys",
            "language",
            "modelling",
            "notification",
            "platform");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("al.nrm");

    @Test
    void noRoomReachesIntoAnotherAndNoArrowsRunInACircle() {
        ApplicationModules.of(NrmApplication.class).verify();
    }

    @Test
    void everyPackageIsAFeatureOrASharedRoomAndHasNoPackageBelow() {
        Set<String> packages = CLASSES.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> !name.equals("al.nrm"))
                .map(name -> name.substring("al.nrm.".length()))
                .collect(Collectors.toSet());
        assertThat(packages)
                .isNotEmpty()
                .isSubsetOf(
                        Stream.concat(FEATURES.stream(), SHARED_ROOMS.stream()).toList());
    }

    @Test
    void noSharedRoomUsesAFeature() {
        noClasses()
                .that()
                .resideInAnyPackage(packages(SHARED_ROOMS))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages(FEATURES))
                .check(CLASSES);
    }

    @Test
    void noFeatureUsesAnother() {
        for (String feature : FEATURES) {
            noClasses()
                    .that()
                    .resideInAPackage("al.nrm." + feature)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(packages(FEATURES.stream()
                            .filter(other -> !other.equals(feature))
                            .toList()))
                    .allowEmptyShould(true)
                    .check(CLASSES);
        }
    }

    /** So that the way to a maintained fork of the engine stays a change of package names (architecture, section 9). */
    @Test
    void onlyPlatformCasefileAndAuditKnowTheEnginesInside() {
        noClasses()
                .that()
                .resideOutsideOfPackages("al.nrm.platform", "al.nrm.casefile", "al.nrm.audit")
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.camunda.bpm.engine.impl..")
                        .and(describe("are not what the public API itself answers with", type -> !type.getName()
                                .equals("org.camunda.bpm.engine.impl.identity.Authentication"))))
                .check(CLASSES);
    }

    private static String[] packages(List<String> rooms) {
        return rooms.stream().map("al.nrm."::concat).toArray(String[]::new);
    }
}
