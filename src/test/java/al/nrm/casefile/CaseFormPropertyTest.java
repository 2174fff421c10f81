package al.nrm.casefile;

import static al.nrm.casefile.CaseFormTest.CONSENT;
import static al.nrm.casefile.CaseFormTest.COUNTY;
import static al.nrm.casefile.CaseFormTest.INDICATORS;
import static al.nrm.casefile.CaseFormTest.form;
import static al.nrm.casefile.CaseFormTest.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.camunda.bpm.engine.variable.value.TypedValue;

@Tag("database-independent")
class CaseFormPropertyTest {

    @Property(tries = 200)
    void noRefusalRepeatsWhatWasSent(@ForAll @AlphaChars @StringLength(min = 12, max = 40) String secret) {
        CaseForm form = form(
                "{'type':'textfield','key':'a','validate':{'maxLength':3}}",
                "{'type':'textfield','key':'b','validate':{'validationType':'phone'}}",
                "{'type':'datetime','key':'c'}",
                "{'type':'number','key':'d','serializeToString':true}",
                COUNTY.formatted(""),
                CONSENT.formatted(""),
                INDICATORS.formatted(""));
        var sent = new HashMap<String, TypedValue>();
        form.keys().forEach(key -> sent.put(key, text(secret)));
        FormRefused refused = catchThrowableOfType(FormRefused.class, () -> form.accept(sent, Map.of()));
        assertThat(refused.<Map<String, String>>getDetail()).containsOnlyKeys(form.keys());
        assertThat(refused).hasMessageNotContaining(secret).hasNoCause();
    }

    @Property(tries = 200)
    void everyDayThatExistsIsAcceptedAsSent(@ForAll @IntRange(min = -700_000, max = 700_000) int days) {
        String day = LocalDate.of(2026, 11, 21).plusDays(days).toString();
        CaseForm form = form("{'type':'datetime','subtype':'date','key':'day'}");
        assertThat(form.accept(Map.of("day", text(day)), Map.of())).containsEntry("day", day);
    }
}
