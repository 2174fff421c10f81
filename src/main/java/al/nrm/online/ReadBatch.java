package al.nrm.online;

import al.nrm.casefile.CaseForm;
import al.nrm.casefile.FormRefused;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.stereotype.Component;

/** Holds each report of a batch to the form that a person would fill in: one that does not fit is refused by its place, and no other with it. */
@Component
class ReadBatch {

    /** Who reports a batch is said once for all of it. */
    private static final String REPORTER = "reportingInstitution";

    private final FormService forms;
    private final RepositoryService repository;

    ReadBatch(FormService forms, RepositoryService repository) {
        this.forms = forms;
        this.repository = repository;
    }

    /** @param place counted from 0 */
    record Refused(int place, String message) {}

    record Batch(List<OnlineReport> accepted, List<Refused> refused) {}

    Batch read(JsonNode reports) {
        CaseForm form = form();
        Batch batch = new Batch(new ArrayList<>(), new ArrayList<>());
        int place = 0;
        for (JsonNode report : reports) {
            try {
                batch.accepted().add(read(form, report));
            } catch (FormRefused refused) {
                batch.refused().add(new Refused(place, refused.getMessage()));
            }
            place++;
        }
        return batch;
    }

    private OnlineReport read(CaseForm form, JsonNode report) {
        if (!report.isObject()) {
            throw new FormRefused("reports", "each report is an object with the fields of the form");
        }
        Map<String, TypedValue> sent = new HashMap<>();
        form.inputKeys().forEach(field -> sent.put(field, value(field, report.path(field))));
        OnlineReport accepted = OnlineReport.accepted(form.accept(sent, Map.of()));
        NoMaterial.check(accepted.fields()::get);
        return accepted;
    }

    private static TypedValue value(String field, JsonNode sent) {
        if (sent.isMissingNode() || sent.isNull()) {
            return Variables.untypedNullValue();
        }
        if (sent.isArray()) {
            return field.equals("hashes")
                    ? Variables.stringValue(StreamSupport.stream(sent.spliterator(), false)
                            .map(JsonNode::asText)
                            .collect(Collectors.joining("\n")))
                    : SpinValues.jsonValue(sent.toString()).create();
        }
        if (sent.isObject()) {
            throw new FormRefused(field, "a value of this kind is not accepted");
        }
        return sent.isBoolean() ? Variables.booleanValue(sent.booleanValue()) : Variables.stringValue(sent.asText());
    }

    private CaseForm form() {
        String newest = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(OnlineReportProcess.KEY)
                .latestVersion()
                .singleResult()
                .getId();
        try (InputStream form = forms.getDeployedStartForm(newest)) {
            return CaseForm.parse(form).offering(REPORTER, List.of());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
