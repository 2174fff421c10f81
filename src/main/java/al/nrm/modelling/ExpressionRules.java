package al.nrm.modelling;

import al.nrm.institution.Institutions;
import java.util.Set;
import org.camunda.bpm.model.xml.instance.DomDocument;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Refuses every expression that is not one of the few allowed at its very place. Looks at all attributes and texts,
 * names and documentation included: the engine evaluates even a user task's documentation, as the task's description.
 */
final class ExpressionRules {

    /** Where a literal would stop the case only when it gets there. */
    private static final Set<String> EXPRESSION_WANTED = Set.of(
            "conditionExpression",
            "completionCondition",
            "timeDate",
            "serviceTask camunda:delegateExpression",
            "messageEventDefinition camunda:delegateExpression",
            "camunda:in businessKey");

    /** Where a model names a variable that it writes. */
    private static final Set<String> WRITES = Set.of(
            "camunda:inputParameter name",
            "camunda:outputParameter name",
            "camunda:in target",
            "camunda:out target",
            "businessRuleTask camunda:resultVariable",
            "multiInstanceLoopCharacteristics camunda:elementVariable");

    /** What the house alone writes, or the engine understands as something else; a stage may be handed it as it is. */
    private static final Set<String> NOT_WRITTEN =
            Set.of("caseNumber", "dueAt", "execution", "task", "authenticatedUserId");

    private final Expressions expressions;
    private final Findings findings;

    ExpressionRules(Expressions expressions, Findings findings) {
        this.expressions = expressions;
        this.findings = findings;
    }

    void check(DomDocument document) {
        for (Element element : Vocabulary.elements(document)) {
            String name = Vocabularies.BPMN.nameOf(element);
            check(element, name, ownText(element));
            Vocabularies.BPMN
                    .attributes(element)
                    .forEach((attribute, value) -> check(element, name + " " + attribute, value));
        }
    }

    private void check(Element element, String place, String text) {
        findings.require(
                !WRITES.contains(place) || !NOT_WRITTEN.contains(text) || isHandedOn(element, text),
                "variable",
                Vocabulary.idOf(element),
                "'%s' is not a model's to write",
                text);
        if (Expressions.isEvaluated(text) || EXPRESSION_WANTED.contains(place)) {
            findings.require(
                    isAllowed(place, text),
                    "expression",
                    Vocabulary.idOf(element),
                    "'%s' is not allowed at '%s'",
                    text,
                    place);
        }
    }

    private static boolean isHandedOn(Element element, String variable) {
        return variable.equals(element.getAttribute("source"))
                || ownText(element).equals("${" + variable + "}");
    }

    private boolean isAllowed(String place, String text) {
        return switch (place) {
            case "serviceTask camunda:delegateExpression", "messageEventDefinition camunda:delegateExpression" ->
                expressions.isDelegate(text);
            case "camunda:in businessKey" -> expressions.isCaseNumber(text);
            case "userTask camunda:candidateGroups" -> Institutions.roles().contains(text);
            case "userTask camunda:dueDate" -> expressions.isDueDate(text);
            case "timeDate" ->
                expressions.isVariable(text)
                        || expressions.isRungTime(text)
                        || Expressions.deadlineRow(text).isPresent()
                        || Expressions.waitRow(text).isPresent();
            case "conditionExpression", "completionCondition", "camunda:inputParameter", "camunda:outputParameter" ->
                expressions.isCondition(text);
            default -> false;
        };
    }

    /** All of an element's own text in one piece, as the engine reads it, even where a comment stands in it. */
    private static String ownText(Element element) {
        StringBuilder text = new StringBuilder();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeType() == Node.TEXT_NODE || child.getNodeType() == Node.CDATA_SECTION_NODE) {
                text.append(child.getNodeValue());
            }
        }
        return text.toString().strip();
    }
}
