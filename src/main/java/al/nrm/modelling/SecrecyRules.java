package al.nrm.modelling;

import al.nrm.casefile.OpenFacts;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOutputParameter;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** Keeps protected data from being handed on under the name of an open fact, which all who look over cases may read (contract, section 4). */
final class SecrecyRules {

    private static final Pattern QUOTED = Pattern.compile("'[^']*'");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*");
    private static final Pattern WORD = Pattern.compile("and|or|not|empty|null|true|false|eq|ne|lt|gt|le|ge");

    /** Two answers are facts: the age that was found, and what a team decided (contract, sections 4 and 5). */
    private static final Map<String, String> FACTS =
            Map.of("ageFinding", "ageGroup", "outcome", "identificationStatus");

    private final Findings findings;

    SecrecyRules(Findings findings) {
        this.findings = findings;
    }

    void check(BpmnModelInstance model) {
        model.getModelElementsByType(CamundaIn.class)
                .forEach(in -> check(in, in.getCamundaSource(), in.getCamundaTarget()));
        model.getModelElementsByType(CamundaOut.class)
                .forEach(out -> check(out, out.getCamundaSource(), out.getCamundaTarget()));
        model.getModelElementsByType(CamundaInputParameter.class)
                .forEach(input -> checkText(input, input.getTextContent(), input.getCamundaName()));
        model.getModelElementsByType(CamundaOutputParameter.class)
                .forEach(output -> checkText(output, output.getTextContent(), output.getCamundaName()));
    }

    private void checkText(ModelElementInstance place, String text, String target) {
        int opened = text.indexOf("${");
        if (opened >= 0) {
            Matcher names = NAME.matcher(QUOTED.matcher(text.substring(opened)).replaceAll(""));
            while (names.find()) {
                if (!WORD.matcher(names.group()).matches()) {
                    check(place, names.group(), target);
                }
            }
        }
    }

    private void check(ModelElementInstance place, String source, String target) {
        boolean open = source == null
                || target == null
                || OpenFacts.contains(source)
                || target.equals(FACTS.get(source))
                || !OpenFacts.contains(target);
        findings.require(
                open, "secrecy", owner(place), "hands the protected '%s' on under the open name '%s'", source, target);
    }

    private static String owner(ModelElementInstance place) {
        ModelElementInstance element = place;
        while (element != null && !(element instanceof FlowElement)) {
            element = element.getParentElement();
        }
        return element == null ? "?" : element.getAttributeValue("id");
    }
}
