package al.nrm.referral;

import static org.assertj.core.api.Assertions.assertThat;

import al.nrm.Cases;
import al.nrm.ProcessTest;
import com.fasterxml.jackson.databind.JsonNode;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;

/** The report form begins with what the institution says already, so that a child at night waits for fewer clicks. */
@ProcessTest
class ReportFormTest {

    @Autowired
    TestRestTemplate rest;

    @Autowired
    Cases cases;

    @Autowired
    IdentityService identities;

    @ParameterizedTest
    @CsvSource({
        "border-police.kukes, kukes, border",
        "schools.tirane, tirane, school",
        "state-police.vlore, vlore, ",
        "hotline, , hotline",
        "vatra, , ",
        "ra-secretariat, , "
    })
    void theCountyAndTheWayAPersonIsFoundArePresetAsFarAsTheInstitutionSaysThem(
            String user, String county, String channel) {
        JsonNode form = form(user, "demo");
        assertThat(preset(form, "county")).isEqualTo(county);
        assertThat(preset(form, "channel")).isEqualTo(channel);
        assertThat(form.findValues("key")).extracting(JsonNode::asText).doesNotContain("reportingInstitution");
    }

    @Test
    void whoReportsForInstitutionsOfTwoCountiesChoosesTheCounty() {
        String user = cases.memberOf("border-police.kukes", "border-police.diber");
        User known = identities.createUserQuery().userId(user).singleResult();
        known.setPassword("Kalaja-2026-e-bardhe");
        identities.saveUser(known);
        JsonNode form = form(user, "Kalaja-2026-e-bardhe");
        assertThat(preset(form, "county")).isNull();
        assertThat(preset(form, "channel")).isEqualTo("border");
        identities.deleteUser(user);
    }

    private JsonNode form(String user, String password) {
        return rest.withBasicAuth(user, password)
                .getForObject("/engine-rest/process-definition/key/referral/deployed-start-form", JsonNode.class);
    }

    private static String preset(JsonNode parent, String key) {
        for (JsonNode field : parent.path("components")) {
            if (field.path("key").asText().equals(key)) {
                return field.path("defaultValue").textValue();
            }
            String inside = preset(field, key);
            if (inside != null) {
                return inside;
            }
        }
        return null;
    }
}
