package al.nrm.modelling;

import al.nrm.casefile.OpenFacts;
import java.io.ByteArrayInputStream;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Variable;
import org.w3c.dom.Element;

/** Lets a decision be FEEL and nothing else, and each of its rules be named where a test or a report needs it. */
final class DecisionRules {

    private static final DmnEngine ENGINE =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    /** Where cells test what stands in their column's head; elsewhere stand expressions. */
    private static final Set<String> TESTS = Set.of("inputEntry", "inputValues", "outputValues");

    private DecisionRules() {}

    static void check(String id, byte[] content, Findings findings) {
        DmnModelInstance model = read(content);
        Vocabularies.DMN.check(model.getDocument(), findings);
        Set<String> own = names(model);
        for (Element element : Vocabulary.elements(model.getDocument())) {
            checkText(element, own, findings);
        }
        Collection<Decision> decisions = model.getModelElementsByType(Decision.class);
        boolean named = decisions.stream().anyMatch(decision -> id.equals(decision.getId()));
        findings.require(named, "file-name", id, "the file is named after one of its decisions");
        for (Decision decision : decisions) {
            String name = String.valueOf(decision.getId());
            findings.require(
                    name.equals(id) || name.startsWith(id + "-"),
                    "file-name",
                    name,
                    "begins with the name of another file than its own");
            String timeToLive = decision.getCamundaHistoryTimeToLiveString();
            findings.require(
                    ModelReader.isKept(timeToLive),
                    "history-time-to-live",
                    String.valueOf(decision.getId()),
                    "says in days how long its history is kept, such as P3650D, and a year at least");
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
        if (findings.sentences().isEmpty()) {
            // What is put together wrongly, the engine's own reader finds best.
            ENGINE.parseDecisions(new ByteArrayInputStream(content));
        }
    }

    private static void checkText(Element element, Set<String> own, Findings findings) {
        String place = Vocabulary.idOf(element);
        Vocabularies.DMN.attributes(element).forEach((name, value) -> {
            boolean feel = !name.equals("expressionLanguage") || value.equals("feel");
            findings.require(feel, "feel", place, "is written in '%s'", value);
            findings.require(!Expressions.isEvaluated(value), "feel", place, "'%s' is no FEEL", value);
        });
        String text = element.getTextContent();
        if (Vocabularies.DMN.nameOf(element).equals("text") && !text.isBlank()) {
            boolean tests = TESTS.contains(Vocabularies.DMN.nameOf(element.getParentNode()));
            Feel feel = tests ? Feel.ofTests(text) : Feel.ofDecision(text);
            feel.refusal().ifPresent(why -> findings.refuse("feel", place, "'%s' %s", text, why));
            feel.variables().stream()
                    .filter(name -> !own.contains(name) && !OpenFacts.contains(name))
                    .forEach(name -> findings.refuse("open-facts", place, "reads '%s', which is no open fact", name));
        }
    }

    /** What the decisions of one file hand to each other. */
    private static Set<String> names(DmnModelInstance model) {
        return Stream.of(
                        model.getModelElementsByType(Output.class).stream().map(Output::getName),
                        model.getModelElementsByType(Decision.class).stream()
                                .flatMap(decision -> Stream.of(Optional.ofNullable(decision.getVariable())
                                                .map(Variable::getName))
                                        .flatMap(Optional::stream)))
                .flatMap(names -> names)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /** What the decision of that id decides; nothing where it cannot be read. */
    static Set<String> outputs(String id, byte[] content) {
        try {
            return read(content).getModelElementsByType(Output.class).stream()
                    .filter(output -> output.getParentElement().getParentElement() instanceof Decision decision
                            && id.equals(decision.getId()))
                    .map(output -> String.valueOf(output.getName()))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (RuntimeException unreadable) {
            return Set.of();
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
