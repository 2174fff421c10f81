package al.nrm.casefile;

import al.nrm.language.Words;
import java.io.InputStream;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;

/** Holds whoever sends a form to that form: what its page would not let through, the server does not either. Immutable. */
public final class CaseForm {

    private final String id;
    private final Map<String, FormField> fields;

    CaseForm(String id, Map<String, FormField> fields) {
        this.id = id;
        this.fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /**
     * Reads a Camunda Form.
     *
     * @throws IllegalArgumentException in a plain sentence, where it is broken or asks for something that the server could not enforce
     */
    public static CaseForm parse(InputStream json) {
        return FormReader.read(json);
    }

    public String id() {
        return id;
    }

    /** The keys of all fields, those that are only shown included, in the form's order. */
    public Set<String> keys() {
        return fields.keySet();
    }

    /** The keys of the fields that a user may fill in, in the form's order. */
    public Set<String> inputKeys() {
        return inputs().stream().map(FormField::key).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * This form with the values of a list field that only the moment knows, such as the groups of the user.
     *
     * @param values what may be chosen; where there is none, the form has no such field
     * @throws IllegalArgumentException where the form has no list field of that key
     */
    public CaseForm offering(String key, Collection<String> values) {
        if (!fields.containsKey(key)) {
            throw new IllegalArgumentException("form '" + id + "' has no field '" + key + "'");
        }
        var changed = new LinkedHashMap<>(fields);
        FormField field = changed.get(key).offering(values);
        if (values.isEmpty()) {
            changed.remove(key);
        } else {
            changed.put(key, field);
        }
        return new CaseForm(id, changed);
    }

    /**
     * Checks what was sent against the form. Keys that the form does not have, or only shows, and fields hidden by their
     * condition are left out; so is an optional field that was not sent, but for a tick box, which then is false.
     *
     * @param caseVariables what the case holds, by name; conditions see it where nothing was sent
     * @return the accepted values, of their fields' types: a field sent empty is null, a date is text, a list is Json
     * @throws FormRefused with all findings at once (contract.md 3)
     */
    public VariableMap accept(Map<String, TypedValue> sent, Map<String, Object> caseVariables) {
        var values = new HashMap<String, Object>();
        var unreadable = new HashMap<String, String>();
        for (FormField field : inputs()) {
            if (sent.containsKey(field.key()) || field.rule() == BooleanRule.TICK) {
                read(field, sent.get(field.key()), values, unreadable);
            }
        }
        var context = context(caseVariables, values, unreadable.keySet());
        var findings = new LinkedHashMap<String, String>();
        for (FormField field : inputs()) {
            String key = field.key();
            if (field.isHidden(context)) {
                values.remove(key);
                // a field further down must not follow a hidden answer
                context.put(key, caseVariables.get(key));
            } else if (unreadable.containsKey(key)) {
                findings.put(key, unreadable.get(key));
            } else if (field.lacksAnswer(values.get(key))) {
                findings.put(key, Words.say("required"));
            }
        }
        if (!findings.isEmpty()) {
            throw new FormRefused(findings);
        }
        VariableMap accepted = Variables.createVariables();
        values.forEach((key, value) -> accepted.putValueTyped(key, FormField.typed(value)));
        return accepted;
    }

    private List<FormField> inputs() {
        return fields.values().stream().filter(FormField::editable).toList();
    }

    private static void read(
            FormField field, TypedValue sent, Map<String, Object> values, Map<String, String> unreadable) {
        try {
            values.put(field.key(), field.read(sent));
        } catch (Finding finding) {
            unreadable.put(field.key(), finding.getMessage());
        }
    }

    /** What the conditions see, as on the form's page: the case overlaid with what was filled in; a field without content is null. */
    private Map<String, Object> context(
            Map<String, Object> caseVariables, Map<String, Object> values, Set<String> unreadable) {
        var context = new HashMap<String, Object>();
        keys().forEach(key -> context.put(key, null));
        context.putAll(caseVariables);
        context.putAll(values);
        unreadable.forEach(key -> context.put(key, null));
        return context;
    }
}
