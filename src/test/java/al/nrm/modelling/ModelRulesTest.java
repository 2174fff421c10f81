package al.nrm.modelling;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every rule finds the model that breaks it, and our own models break none. */
@Tag("database-independent")
class ModelRulesTest {

    private static final ModelRules RULES = SampleModels.rules();

    @Test
    void theModelsDecisionsAndFormsOfTheRepositoryMeetEveryRule() {
        assertThat(RULES.findings(SampleModels.repository())).isEmpty();
    }

    @Test
    void theSampleThatTheOtherTestsBreakMeetsEveryRule() {
        assertThat(RULES.findings(SampleModels.deployment())).isEmpty();
    }

    @Test
    void everyFormOfTheRepositoryIsAskedSomewhere() {
        Map<String, byte[]> repository = SampleModels.repository();
        Set<String> asked = processes(repository)
                .flatMap(model -> Stream.concat(
                        model.getModelElementsByType(UserTask.class).stream().map(UserTask::getCamundaFormRef),
                        model.getModelElementsByType(StartEvent.class).stream().map(StartEvent::getCamundaFormRef)))
                .filter(form -> form != null)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(asked).isEqualTo(names(repository, ".form"));
    }

    @Test
    void everyStageAndDecisionThatAModelOfTheRepositoryCallsIsThere() {
        Map<String, byte[]> repository = SampleModels.repository();
        assertThat(names(repository, ".bpmn"))
                .containsAll(processes(repository)
                        .flatMap(model -> model.getModelElementsByType(CallActivity.class).stream())
                        .map(CallActivity::getCalledElement)
                        .toList());
        assertThat(names(repository, ".dmn"))
                .containsAll(processes(repository)
                        .flatMap(model -> model.getModelElementsByType(BusinessRuleTask.class).stream())
                        .map(BusinessRuleTask::getCamundaDecisionRef)
                        .toList());
    }

    @Test
    void whatIsProtectedIsHandedOnOnlyToAStageThatNeedsItOrHandsItToOneThatDoes() {
        Map<String, byte[]> models = new HashMap<>(SampleModels.repository());
        assertThat(RULES.findings(models)).isEmpty();
        edit(models, "shelter-placement-transport-person.form", "\"fullName\"", "\"shownName\"");
        edit(models, "informed-consent.bpmn", ">${narrative}<", ">${interpreterName}<");
        edit(
                models,
                "case-closure.bpmn",
                "camunda:formRef=\"case-closure-propose-closure\"",
                "camunda:formRef=\"case-closure-confirm-closure\"");
        assertThat(RULES.findings(models))
                .filteredOn(finding -> finding.contains("[need]"))
                .containsExactlyInAnyOrder(
                        "protection.bpmn: [need] Activity_ShelterPlacement: hands on the protected 'fullName', which nothing behind it shows or asks",
                        "referral.bpmn: [need] Activity_InformedConsent: hands on the protected 'narrative', which nothing behind it shows or asks",
                        "referral.bpmn: [need] Activity_CaseClosure: hands on the protected 'fullName', which nothing behind it shows or asks");
    }

    private static void edit(Map<String, byte[]> models, String file, String sound, String other) {
        String content = new String(models.get(file), UTF_8);
        assertThat(content).as(file).contains(sound);
        models.put(file, content.replace(sound, other).getBytes(UTF_8));
    }

    @Test
    void aFindingNamesResourceRuleAndElement() {
        assertThat(RULES.findings(SampleModels.with(
                        "sample.bpmn", SampleModels.PROCESS.replace("\"sample-help-child\"", "\"x\""))))
                .contains(
                        "sample.bpmn: [task-form] Task_HelpChild: names form 'x', which the deployment does not hold");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${deadline.from(execution, 'P1-06', 'receivedOn')}",
                "${deadline.before(execution, 'P1-06', 'arrivalOn')}"
            })
    void aDeadlineMayCountFromADayOfTheCase(String clock) {
        assertThat(rulesBroken(
                        "sample.bpmn", SampleModels.PROCESS.replace("${deadline.of(execution, 'P1-06')}", clock)))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource
    void aProcessThatBreaksARuleIsFound(String rules, String sound, String broken) {
        assertThat(SampleModels.PROCESS).contains(sound);
        assertThat(rulesBroken("sample.bpmn", SampleModels.PROCESS.replace(sound, broken)))
                .containsExactlyInAnyOrder(rules.split(" "));
    }

    static Stream<Arguments> aProcessThatBreaksARuleIsFound() {
        String ends = IntStream.range(0, 13)
                .mapToObj("<bpmn:endEvent id='EndEvent_%d' name='End'/>"::formatted)
                .collect(Collectors.joining());
        String timer = "<bpmn:timerEventDefinition><bpmn:timeDate xsi:type='bpmn:tFormalExpression'>%s</bpmn:timeDate>"
                + "</bpmn:timerEventDefinition>";
        String secondClock = "<bpmn:boundaryEvent id='BoundaryEvent_2' name='Second' cancelActivity='false'"
                + " attachedToRef='Task_HelpChild'>" + timer.formatted("${deadline.of(execution, 'P1-06')}")
                + "</bpmn:boundaryEvent><bpmn:sequenceFlow id='Flow_S' sourceRef='BoundaryEvent_2' targetRef='EndEvent_Escalated'/>";
        String secondProcess =
                "<bpmn:process id='second' name='B' isExecutable='true' camunda:historyTimeToLive='P365D'>"
                        + "<bpmn:documentation>B</bpmn:documentation></bpmn:process>";
        String opening = "camunda:delegateExpression=\"${openEscalation}\"/>";
        String toEscalation = "sourceRef=\"BoundaryEvent_Overdue\" targetRef=\"EndEvent_Escalated\"";
        String condition = "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">${ageGroup != 'adult'}"
                + "</bpmn:conditionExpression>";
        String wait = "${deadline.every(execution, 'P3-06-wait')}";
        String waitDate = "<bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">" + wait + "</bpmn:timeDate>";
        return Stream.of(
                arguments("process", "isExecutable=\"true\"", "isExecutable=\"false\""),
                arguments("process file-name", "<bpmn:message id", secondProcess + "<bpmn:message id"),
                arguments("file-name form-name", "<bpmn:process id=\"sample\"", "<bpmn:process id=\"other\""),
                arguments("history-time-to-live", " camunda:historyTimeToLive=\"P3650D\"", ""),
                arguments("history-time-to-live", "P3650D", "P10Y"),
                arguments("history-time-to-live", "P3650D", "P30D"),
                arguments("length", "name=\"Help child\"", "name=\"" + "x".repeat(256) + "\""),
                arguments("length", "name=\"Help child\"", "name=\"Help\u202e child\""),
                arguments("length", "P1-06. What to do, and its basis.", "x".repeat(4001)),
                arguments("circle flow", "targetRef=\"Task_Screen\"", "targetRef=\"StartEvent_Asked\""),
                arguments("flow", "sourceRef=\"Event_Waited\"", "sourceRef=\"EndEvent_Adult\""),
                arguments("flow", "targetRef=\"EndEvent_Each\"", "targetRef=\"EndEvent_Adult\""),
                arguments(
                        "flow",
                        "<bpmn:endEvent id=\"EndEvent_Helped\"",
                        "<bpmn:startEvent id='StartEvent_2' name='Second'/><bpmn:endEvent id=\"EndEvent_Helped\""),
                arguments("circle", "targetRef=\"Task_Screen\"", "targetRef=\"Task_Share\""),
                arguments("circle", "targetRef=\"Gateway_Child\"", "targetRef=\"Task_Share\""),
                arguments("circle", "calledElement=\"stage\"", "calledElement=\"sample\""),
                arguments("call", "=\"stage\"", "=\"stage\" camunda:calledElementBinding='version'"),
                arguments("documentation", "What it is for, and its basis.", " "),
                arguments("documentation", "P1-06. What to do, and its basis.", ""),
                arguments("label", "name=\"Help child\" ", ""),
                arguments("label", "name=\"Asked\"", "name=\"\""),
                arguments("label", "name=\"A child?\"", "name=\"Child\""),
                arguments("label", "name=\"Yes\" ", ""),
                arguments("id", "EndEvent_Adult", "End_Adult"),
                arguments("id", "Flow_5", "flow5"),
                arguments("id", "Task_Share", "Activity_Share"),
                arguments("message-name", "<bpmn:message id", "<bpmn:message id='M' name='Opened'/><bpmn:message id"),
                arguments("size", "<bpmn:sequenceFlow id=\"Flow_1\"", ends + "<bpmn:sequenceFlow id=\"Flow_1\""),
                arguments("start-form", "\"sample-ask\" camunda:formRefBinding=\"deployment\"", "\"sample-ask\""),
                arguments("start-form", "sample-ask", "sample-unknown"),
                arguments("sop-step task-timer", "value=\"P1-06\"", "value=\"6\""),
                arguments("sop-step task-timer property", "name=\"sopStep\"", "name=\"step\""),
                arguments("candidate-group", " camunda:candidateGroups=\"child-protection-unit\"", ""),
                arguments("candidate-group", "child-protection-unit", "child-protection-unit,schools"),
                arguments("candidate-group", "child-protection-unit", "nobody"),
                arguments("attribute", "camunda:dueDate", "camunda:assignee='auditor' camunda:dueDate"),
                arguments("attribute", "camunda:dueDate", "camunda:candidateUsers='auditor' camunda:dueDate"),
                arguments("task-form", "help-child\" camunda:formRefBinding=\"deployment\"", "help-child\""),
                arguments("task-form form-name", "\"sample-help-child\"", "\"sample-unknown\""),
                arguments("form-name", "\"sample-help-child\"", "\"sample-ask\""),
                arguments("due-date", " camunda:dueDate=\"${dueAt}\"", ""),
                arguments("task-timer", "cancelActivity=\"false\"", "cancelActivity=\"true\""),
                arguments("task-timer", "'P1-06'", "'P1-07'"),
                arguments(
                        "task-timer",
                        "${deadline.of(execution, 'P1-06')}",
                        "${deadline.before(execution, 'P1-07', 'arrivalOn')}"),
                arguments(
                        "escalation task-timer",
                        "<bpmn:endEvent id=\"EndEvent_Helped\"",
                        secondClock + "<bpmn:endEvent id=\"EndEvent_Helped\""),
                arguments("task-timer", "${deadline.of(execution, 'P1-06')}", "${deadline.ofRung(execution)}"),
                arguments("timer task-timer", "attachedToRef=\"Task_HelpChild\"", "attachedToRef=\"Activity_Stage\""),
                arguments("escalation", toEscalation, toEscalation.replace("Escalated", "Adult")),
                arguments("escalation", "${openEscalation}", "${sendMessage}"),
                arguments("escalation", "escalation.opened", "referral.closed"),
                arguments("escalation event", opening, opening + "<bpmn:terminateEventDefinition/>"),
                arguments("delegate", " camunda:delegateExpression=\"${shareFacts}\"", ""),
                arguments("delegate escalation", " " + opening, "/>"),
                arguments("timer", wait, "${deadline.of(execution, 'P3-06-wait')}"),
                arguments("timer element", waitDate, "<bpmn:timeCycle>R3/P30D</bpmn:timeCycle>"),
                arguments("timer element", waitDate, "<bpmn:timeDuration>P30D</bpmn:timeDuration>"),
                arguments("timer expression", wait, "2026-12-24T00:00:00Z"),
                arguments(
                        "timer",
                        "<bpmn:outgoing>Flow_9</bpmn:outgoing>",
                        "<bpmn:outgoing>Flow_9</bpmn:outgoing>" + timer.formatted("${rungEndsAt}")),
                arguments("decision", " camunda:mapDecisionResult=\"singleEntry\"", ""),
                arguments("decision", " camunda:resultVariable=\"screeningResult\"", ""),
                arguments("decision", " camunda:decisionRef=\"screening\"", ""),
                arguments("decision", "=\"screening\"", "=\"screening\" camunda:decisionRefBinding='version'"),
                arguments("call", " calledElement=\"stage\"", ""),
                arguments("call", "<camunda:in businessKey=\"#{execution.processBusinessKey}\"/>", ""),
                arguments("call", "source=\"shelter\" target=\"shelter\"", "source=\"shelter\""),
                arguments(
                        "call attribute",
                        "<camunda:in source=\"county\" target=\"county\"/>",
                        "<camunda:in variables='all'/>"),
                arguments("default-flow", " default=\"Flow_ChildNo\"", ""),
                arguments("default-flow", condition, ""),
                arguments("multi-instance", "camunda:collection", "isSequential='true' camunda:collection"),
                arguments("multi-instance", " camunda:elementVariable=\"institution\"", ""),
                arguments("attribute", "id=\"Task_Share\"", "id=\"Task_Share\" camunda:asyncBefore='true'"));
    }

    @Test
    void ofCompensationAStageOrAServiceIsTheHandlerAndNeverATaskWithAClock() {
        String compensated = """
                <bpmn:boundaryEvent id="BoundaryEvent_CalledOff" name="Called off" attachedToRef="Activity_Stage">
                  <bpmn:compensateEventDefinition id="CalledOff"/>
                </bpmn:boundaryEvent>
                <bpmn:serviceTask id="Task_Undo" name="Undo" isForCompensation="true" camunda:delegateExpression="${shareFacts}"/>
                <bpmn:association id="Association_Undo" associationDirection="One" sourceRef="BoundaryEvent_CalledOff" targetRef="Task_Undo"/>
                </bpmn:process>""";
        assertThat(rulesBroken("sample.bpmn", SampleModels.PROCESS.replace("</bpmn:process>", compensated)))
                .isEmpty();
        assertThat(rulesBroken(
                        "sample.bpmn",
                        SampleModels.PROCESS.replace(
                                "name=\"Help child\"", "name=\"Help child\" isForCompensation=\"true\"")))
                .containsExactly("attribute");
        assertThat(rulesBroken(
                        "sample.bpmn",
                        SampleModels.PROCESS.replace(
                                "</bpmn:process>",
                                compensated.replace("\"CalledOff\"/>", "\"CalledOff\" activityRef=\"Task_Share\"/>"))))
                .containsExactly("attribute");
    }

    @Test
    void aMultiInstanceUserTaskIsFoundBecauseItsClockWouldBeOneForAll() {
        String loop =
                "<bpmn:multiInstanceLoopCharacteristics camunda:collection=\"team\" camunda:elementVariable=\"institution\"/>";
        String alone = SampleModels.PROCESS.replace(loop, "");
        assertThat(rulesBroken(
                        "sample.bpmn",
                        alone.replace(
                                "<bpmn:outgoing>Flow_5</bpmn:outgoing>",
                                "<bpmn:outgoing>Flow_5</bpmn:outgoing>" + loop)))
                .containsExactly("multi-instance");
    }

    @Test
    void anEscalationThatTwoClocksShareIsFoundBecauseItCouldNotTellWhoIsLate() {
        String second =
                "<bpmn:sequenceFlow id=\"Flow_H\" sourceRef=\"Event_Waited\" targetRef=\"EndEvent_Escalated\"/>";
        assertThat(rulesBroken(
                        "sample.bpmn", SampleModels.PROCESS.replace("</bpmn:process>", second + "</bpmn:process>")))
                .containsExactly("escalation");
    }

    @Test
    void aWayOutOfAClockCountsWhateverTheClockItselfSays() {
        String hidden =
                "<bpmn:sequenceFlow id=\"Flow_H\" sourceRef=\"BoundaryEvent_Overdue\" targetRef=\"EndEvent_Adult\"/>";
        assertThat(rulesBroken(
                        "sample.bpmn", SampleModels.PROCESS.replace("</bpmn:process>", hidden + "</bpmn:process>")))
                .containsExactly("escalation");
    }

    @Test
    void aRowThatTheDeploymentsTableOfDeadlinesLacksIsFound() {
        String table =
                SampleModels.DECISION.replace("\"choice\"", "\"deadlines\"").replace("\"female\"", "\"P1-06\"");
        Map<String, byte[]> resources = SampleModels.with("deadlines.dmn", table);
        assertThat(rules(RULES.findings(resources))).contains("timer").doesNotContain("deadline-row");
        resources.put("deadlines.dmn", table.replace("P1-06", "P3-06-wait").getBytes(StandardCharsets.UTF_8));
        assertThat(rules(RULES.findings(resources))).contains("deadline-row").doesNotContain("timer");
    }

    @Test
    void aStepThatTheLawDropsGoesTogetherWithItsDeadlinesAndNotWithoutThem() {
        Map<String, byte[]> resources = SampleModels.repository();
        String without =
                new String(resources.get("child-alert.bpmn"), StandardCharsets.UTF_8).replace("P1-06", "P1-05");
        resources.put("child-alert.bpmn", without.getBytes(StandardCharsets.UTF_8));
        assertThat(RULES.findings(resources)).anySatisfy(finding -> assertThat(finding)
                .contains("[replacement] child-alert: lacks the SOP step P1-06"));

        String table = new String(resources.get("deadlines.dmn"), StandardCharsets.UTF_8).replace("\"P1-06", "\"P9-06");
        resources.put("deadlines.dmn", table.getBytes(StandardCharsets.UTF_8));
        assertThat(RULES.findings(resources))
                .noneSatisfy(finding -> assertThat(finding).contains("[replacement]"));
    }

    @Test
    void aRungOfTheLadderHasTheLaddersOwnClockAndOpensNoOther() {
        String rung = SampleModels.PROCESS
                .replace("<bpmn:process id=\"sample\"", "<bpmn:process id=\"escalation\"")
                .replace("\"sample-help-child\"", "\"escalation-help-child\"")
                .replace("${deadline.of(execution, 'P1-06')}", "${deadline.ofRung(execution)}")
                .replace("targetRef=\"EndEvent_Escalated\"", "targetRef=\"EndEvent_Adult\"");
        Map<String, byte[]> resources = SampleModels.with("escalation.bpmn", rung);
        resources.put(
                "escalation-help-child.form",
                SampleModels.FORM.replace("sample-help", "escalation-help").getBytes(StandardCharsets.UTF_8));
        assertThat(RULES.findings(resources))
                .allSatisfy(finding -> assertThat(finding).contains("[replacement] escalation: lacks the SOP step E"));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource
    void aDecisionThatBreaksARuleIsFound(String rules, String sound, String broken) {
        assertThat(SampleModels.DECISION).contains(sound);
        assertThat(rulesBroken("choice.dmn", SampleModels.DECISION.replace(sound, broken)))
                .containsExactlyInAnyOrder(rules.split(" "));
    }

    static Stream<Arguments> aDecisionThatBreaksARuleIsFound() {
        return Stream.of(
                arguments("file-name", "<decision id=\"choice\"", "<decision id=\"other\""),
                arguments("history-time-to-live", " camunda:historyTimeToLive=\"P3650D\"", ""),
                arguments("label", "<decision id=\"choice\" name=\"Choice\"", "<decision id=\"choice\" name=\"\""),
                arguments("documentation", "<description>Everyone.</description>", ""),
                arguments("id", "<rule id=\"rule_1\">", "<rule>"),
                arguments("feel", "id=\"InputExpression_1\"", "id=\"InputExpression_1\" expressionLanguage='juel'"),
                arguments("feel", "id=\"InputEntry_1\"", "id=\"InputEntry_1\" expressionLanguage='groovy'"),
                arguments("feel", "<text>sex</text>", "<text>${sex}</text>"),
                arguments(
                        "feel",
                        "<text>sex</text>",
                        "<text>(function(x) external {java: {class: \"java.lang.Runtime\"}})(1)</text>"),
                arguments(
                        "attribute feel",
                        "id=\"Definitions_choice\"",
                        "id=\"Definitions_choice\" expressionLanguage='javascript'"),
                arguments("attribute", "id=\"Input_1\"", "id=\"Input_1\" camunda:inputVariable='cell'"),
                arguments("element", "</decision>", "</decision><businessKnowledgeModel id='b' name='b'/>"),
                arguments("readable", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "<!DOCTYPE definitions>"),
                arguments("readable", "</definitions>", ""));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource
    void aFormThatBreaksARuleIsFound(String rule, String sound, String broken) {
        assertThat(SampleModels.FORM).contains(sound);
        assertThat(rulesBroken("sample-help-child.form", SampleModels.FORM.replace(sound, broken)))
                .containsExactlyInAnyOrder(rule.split(" "));
    }

    static Stream<Arguments> aFormThatBreaksARuleIsFound() {
        return Stream.of(
                arguments("file-name", "sample-help-child", "other"),
                arguments("form", "\"textfield\"", "\"html\""),
                arguments("form", "\"textfield\"", "\"iframe\""),
                arguments("form", "\"textfield\"", "\"button\""),
                arguments("form", "\"textfield\"", "\"filepicker\""),
                arguments("form", "\"=ageGroup = null\"", "\"ageGroup = null\""),
                arguments("form", "\"=ageGroup = null\"", "true"),
                arguments("form", "\"components\"", "\"parts\""),
                arguments("form", "{\"id\"", "\"id\""),
                arguments("form-length", ", \"maxLength\": 200", ""),
                arguments("form-required", "\"required\": true", "\"required\": true, \"pattern\": \"[a-z]*\""),
                arguments("form-required", "\"required\": true", "\"required\": true, \"minLength\": 2"),
                arguments("form-property", "\"schemaVersion\"", "\"generated\": true, \"schemaVersion\""),
                arguments("form-property form-text", "\"label\"", "\"valuesExpression\": \"=team\", \"label\""),
                arguments("form-text", "Help the child.", "<img src=x onerror=alert(1)>"),
                arguments("form-text", "Help the child.", "[here](javascript:alert(1))"),
                arguments("form-text", "\"Remarks\"", "\"=fullName\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "notes.txt",
                "sample.groovy",
                "sub/sample.bpmn",
                "../sample.bpmn",
                "Sample.bpmn",
                "sample.bpmn20.xml",
                "sample.html",
                "sample.cmmn",
                ".form"
            })
    void aResourceOfAnotherKindOrNameIsFound(String name) {
        assertThat(rulesBroken(name, SampleModels.PROCESS)).containsExactly("name");
    }

    private static Set<String> rulesBroken(String name, String content) {
        return rules(RULES.findings(SampleModels.with(name, content)));
    }

    private static Set<String> rules(List<String> findings) {
        return findings.stream()
                .map(finding -> finding.replaceFirst("^.*?: \\[([a-z-]+)].*$", "$1"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<BpmnModelInstance> processes(Map<String, byte[]> resources) {
        return resources.entrySet().stream()
                .filter(resource -> resource.getKey().endsWith(".bpmn"))
                .map(resource -> Bpmn.readModelFromStream(new ByteArrayInputStream(resource.getValue())));
    }

    private static Set<String> names(Map<String, byte[]> resources, String suffix) {
        return resources.keySet().stream()
                .filter(name -> name.endsWith(suffix))
                .map(name -> name.substring(0, name.length() - suffix.length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
