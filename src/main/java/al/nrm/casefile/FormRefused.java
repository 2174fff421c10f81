package al.nrm.casefile;

import al.nrm.language.Words;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;

/** Names every field that stands in the way of a form and never repeats what was sent; the engine's REST API answers it with 400. */
public final class FormRefused extends FormFieldValidationException {

    private static final long serialVersionUID = 1L;

    /**
     * @param findings what is wrong, in the sender's words, by field key, in the order in which it is to be read; also the exception's detail
     */
    FormRefused(Map<String, String> findings) {
        super(Collections.unmodifiableMap(new LinkedHashMap<>(findings)), sentence(findings));
    }

    /**
     * @param field key of the field that stands in the way
     * @param why what is wrong with it, in English words (see {@link Words#say})
     */
    public FormRefused(String field, String why, Object... values) {
        this(Map.of(field, Words.say(why, values)));
    }

    private static String sentence(Map<String, String> findings) {
        return findings.entrySet().stream()
                .map(finding -> finding.getKey() + ": " + finding.getValue())
                .collect(Collectors.joining("; "));
    }
}
