package al.nrm.modelling;

import java.io.ByteArrayInputStream;
import java.util.Collection;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.w3c.dom.Element;

/** Lets a decision be FEEL and nothing else, and each of its rules be named where a test or a report needs it. */
final class DecisionRules {

    /** FEEL needs no function of a model's own; Java is reached through those. */
    private static final Pattern FUNCTION = Pattern.compile("\\bfunction\\b|\\bexternal\\b");

    private static final Pattern KEPT_FOR = Pattern.compile("P[1-9]\\d{0,5}D");

    private DecisionRules() {}

    static void check(String id, byte[] content, Findings findings) {
        DmnModelInstance model = read(content);
        Vocabularies.DMN.check(model.getDocument(), findings);
        for (Element element : Vocabulary.elements(model.getDocument())) {
            checkText(element, findings);
        }
        Collection<Decision> decisions = model.getModelElementsByType(Decision.class);
        boolean named = decisions.stream().anyMatch(decision -> id.equals(decision.getId()));
        findings.require(named, "file-name", id, "the file is named after one of its decisions");
        for (Decision decision : decisions) {
            String timeToLive = decision.getCamundaHistoryTimeToLiveString();
            findings.require(
                    timeToLive != null && KEPT_FOR.matcher(timeToLive).matches(),
                    "history-time-to-live",
                    String.valueOf(decision.getId()),
                    "says in days how long its history is kept, such as P3650D");
            findings.require(
                    decision.getName() != null && !decision.getName().isBlank(),
                    "label",
                    decision.getId(),
                    "has no name");
        }
        for (Rule rule : model.getModelElementsByType(Rule.class)) {
            boolean said = rule.getDescription() != null
                    && !rule.getDescription().getTextContent().isBlank();
            findings.require(rule.getId() != null, "id", id, "a rule has no id");
            findings.require(said, "documentation", String.valueOf(rule.getId()), "does not say what the rule means");
        }
    }

    private static void checkText(Element element, Findings findings) {
        String place = Vocabulary.idOf(element);
        Vocabularies.DMN.attributes(element).forEach((name, value) -> {
            boolean feel = !name.equals("expressionLanguage") || value.equals("feel");
            findings.require(feel, "feel", place, "is written in '%s'", value);
            findings.require(!Expressions.isEvaluated(value), "feel", place, "'%s' is no FEEL", value);
        });
        if (Vocabularies.DMN.nameOf(element).equals("text")) {
            String text = element.getTextContent();
            boolean plain =
                    !Expressions.isEvaluated(text) && !FUNCTION.matcher(text).find();
            findings.require(plain, "feel", place, "'%s' is more than plain FEEL", text);
        }
    }

    /** The steps that the first column of a table of deadlines names; none where it cannot be read. */
    static Set<String> steps(byte[] deadlines) {
        try {
            return read(deadlines).getModelElementsByType(Rule.class).stream()
                    .flatMap(rule -> rule.getInputEntries().stream().limit(1))
                    .map(entry -> entry.getTextContent().replace("\"", "").strip())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (RuntimeException unreadable) {
            return Set.of();
        }
    }

    private static DmnModelInstance read(byte[] content) {
        return Dmn.readModelFromStream(new ByteArrayInputStream(content));
    }
}
