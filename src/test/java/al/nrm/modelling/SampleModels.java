package al.nrm.modelling;

import al.nrm.institution.Institutions;
import al.nrm.platform.CallableFromModels;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.support.SimpleBeanDefinitionRegistry;
import org.springframework.context.annotation.AnnotationBeanNameGenerator;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.core.type.filter.TypeFilter;

/** A small deployment that meets every rule, for tests to break in one place; and the repository's own. */
final class SampleModels {

    static final String PROCESS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="Definitions_sample" targetNamespace="http://nrm.al/processes">
              <bpmn:process id="sample" name="Sample" isExecutable="true" camunda:historyTimeToLive="P3650D">
                <bpmn:documentation>What it is for, and its basis.</bpmn:documentation>
                <bpmn:startEvent id="StartEvent_Asked" name="Asked" camunda:formRef="sample-ask" camunda:formRefBinding="deployment">
                  <bpmn:outgoing>Flow_1</bpmn:outgoing>
                </bpmn:startEvent>
                <bpmn:serviceTask id="Task_Share" name="Share facts" camunda:delegateExpression="${shareFacts}">
                  <bpmn:extensionElements>
                    <camunda:inputOutput>
                      <camunda:inputParameter name="closureReason">refused</camunda:inputParameter>
                      <camunda:inputParameter name="county">${county}</camunda:inputParameter>
                    </camunda:inputOutput>
                  </bpmn:extensionElements>
                  <bpmn:incoming>Flow_1</bpmn:incoming>
                  <bpmn:outgoing>Flow_2</bpmn:outgoing>
                </bpmn:serviceTask>
                <bpmn:businessRuleTask id="Task_Screen" name="Apply rule" camunda:decisionRef="screening" camunda:resultVariable="screeningResult" camunda:mapDecisionResult="singleEntry">
                  <bpmn:incoming>Flow_2</bpmn:incoming>
                  <bpmn:outgoing>Flow_3</bpmn:outgoing>
                </bpmn:businessRuleTask>
                <bpmn:callActivity id="Activity_Stage" name="Stage" calledElement="stage">
                  <bpmn:extensionElements>
                    <camunda:in businessKey="#{execution.processBusinessKey}"/>
                    <camunda:in source="county" target="county"/>
                    <camunda:out source="shelter" target="shelter"/>
                  </bpmn:extensionElements>
                  <bpmn:incoming>Flow_3</bpmn:incoming>
                  <bpmn:outgoing>Flow_4</bpmn:outgoing>
                </bpmn:callActivity>
                <bpmn:exclusiveGateway id="Gateway_Child" name="A child?" default="Flow_ChildNo">
                  <bpmn:incoming>Flow_4</bpmn:incoming>
                  <bpmn:outgoing>Flow_ChildYes</bpmn:outgoing>
                  <bpmn:outgoing>Flow_ChildNo</bpmn:outgoing>
                </bpmn:exclusiveGateway>
                <bpmn:userTask id="Task_HelpChild" name="Help child" camunda:formRef="sample-help-child" camunda:formRefBinding="deployment" camunda:candidateGroups="child-protection-unit" camunda:dueDate="${dueAt}">
                  <bpmn:documentation>P1-06. What to do, and its basis.</bpmn:documentation>
                  <bpmn:extensionElements>
                    <camunda:properties>
                      <camunda:property name="sopStep" value="P1-06"/>
                    </camunda:properties>
                  </bpmn:extensionElements>
                  <bpmn:incoming>Flow_ChildYes</bpmn:incoming>
                  <bpmn:outgoing>Flow_5</bpmn:outgoing>
                </bpmn:userTask>
                <bpmn:boundaryEvent id="BoundaryEvent_Overdue" name="Help overdue" cancelActivity="false" attachedToRef="Task_HelpChild">
                  <bpmn:outgoing>Flow_6</bpmn:outgoing>
                  <bpmn:timerEventDefinition>
                    <bpmn:timeDate xsi:type="bpmn:tFormalExpression">${deadline.of(execution, 'P1-06')}</bpmn:timeDate>
                  </bpmn:timerEventDefinition>
                </bpmn:boundaryEvent>
                <bpmn:endEvent id="EndEvent_Escalated" name="Escalated">
                  <bpmn:incoming>Flow_6</bpmn:incoming>
                  <bpmn:messageEventDefinition messageRef="Message_EscalationOpened" camunda:delegateExpression="${openEscalation}"/>
                </bpmn:endEvent>
                <bpmn:intermediateCatchEvent id="Event_Waited" name="30 days over">
                  <bpmn:incoming>Flow_5</bpmn:incoming>
                  <bpmn:outgoing>Flow_7</bpmn:outgoing>
                  <bpmn:timerEventDefinition>
                    <bpmn:timeDate xsi:type="bpmn:tFormalExpression">${deadline.every(execution, 'P3-06-wait')}</bpmn:timeDate>
                  </bpmn:timerEventDefinition>
                </bpmn:intermediateCatchEvent>
                <bpmn:subProcess id="SubProcess_Each" name="Each institution">
                  <bpmn:incoming>Flow_7</bpmn:incoming>
                  <bpmn:outgoing>Flow_8</bpmn:outgoing>
                  <bpmn:multiInstanceLoopCharacteristics camunda:collection="team" camunda:elementVariable="institution"/>
                  <bpmn:startEvent id="StartEvent_Each" name="Institution asked">
                    <bpmn:outgoing>Flow_9</bpmn:outgoing>
                  </bpmn:startEvent>
                  <bpmn:endEvent id="EndEvent_Each" name="Institution answered">
                    <bpmn:incoming>Flow_9</bpmn:incoming>
                  </bpmn:endEvent>
                  <bpmn:sequenceFlow id="Flow_9" sourceRef="StartEvent_Each" targetRef="EndEvent_Each"/>
                </bpmn:subProcess>
                <bpmn:endEvent id="EndEvent_Helped" name="Child helped">
                  <bpmn:incoming>Flow_8</bpmn:incoming>
                </bpmn:endEvent>
                <bpmn:endEvent id="EndEvent_Adult" name="Adult">
                  <bpmn:incoming>Flow_ChildNo</bpmn:incoming>
                </bpmn:endEvent>
                <bpmn:sequenceFlow id="Flow_1" sourceRef="StartEvent_Asked" targetRef="Task_Share"/>
                <bpmn:sequenceFlow id="Flow_2" sourceRef="Task_Share" targetRef="Task_Screen"/>
                <bpmn:sequenceFlow id="Flow_3" sourceRef="Task_Screen" targetRef="Activity_Stage"/>
                <bpmn:sequenceFlow id="Flow_4" sourceRef="Activity_Stage" targetRef="Gateway_Child"/>
                <bpmn:sequenceFlow id="Flow_ChildYes" name="Yes" sourceRef="Gateway_Child" targetRef="Task_HelpChild">
                  <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${ageGroup != 'adult'}</bpmn:conditionExpression>
                </bpmn:sequenceFlow>
                <bpmn:sequenceFlow id="Flow_ChildNo" name="No" sourceRef="Gateway_Child" targetRef="EndEvent_Adult"/>
                <bpmn:sequenceFlow id="Flow_5" sourceRef="Task_HelpChild" targetRef="Event_Waited"/>
                <bpmn:sequenceFlow id="Flow_6" sourceRef="BoundaryEvent_Overdue" targetRef="EndEvent_Escalated"/>
                <bpmn:sequenceFlow id="Flow_7" sourceRef="Event_Waited" targetRef="SubProcess_Each"/>
                <bpmn:sequenceFlow id="Flow_8" sourceRef="SubProcess_Each" targetRef="EndEvent_Helped"/>
              </bpmn:process>
              <bpmn:message id="Message_EscalationOpened" name="escalation.opened"/>
            </bpmn:definitions>
            """;

    static final String DECISION = """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="Definitions_choice" name="Choice" namespace="http://camunda.org/schema/1.0/dmn">
              <decision id="choice" name="Choice" camunda:historyTimeToLive="P3650D">
                <decisionTable id="Table_choice" hitPolicy="FIRST">
                  <input id="Input_1" label="Sex">
                    <inputExpression id="InputExpression_1" typeRef="string"><text>sex</text></inputExpression>
                  </input>
                  <output id="Output_1" label="Shelter" name="shelter" typeRef="string"/>
                  <rule id="rule_1">
                    <description>Everyone.</description>
                    <inputEntry id="InputEntry_1"><text>"female"</text></inputEntry>
                    <outputEntry id="OutputEntry_1"><text>"different-and-equal"</text></outputEntry>
                  </rule>
                </decisionTable>
              </decision>
            </definitions>
            """;

    static final String FORM = """
            {"id": "sample-help-child", "type": "default", "schemaVersion": 16, "components": [
              {"type": "text", "id": "Text_1", "text": "Help the child."},
              {"type": "textfield", "id": "Field_1", "key": "remarks", "label": "Remarks",
               "conditional": {"hide": "=ageGroup = null"}, "validate": {"required": true, "maxLength": 200}}]}
            """;

    private SampleModels() {}

    /** The rules with the delegates and callable beans of this application, found without starting it. */
    static ModelRules rules() {
        Set<String> delegates = beans(new AssignableTypeFilter(JavaDelegate.class));
        Set<String> callable = beans(new AnnotationTypeFilter(CallableFromModels.class));
        return new ModelRules(() -> delegates, () -> callable, new Institutions());
    }

    private static Set<String> beans(TypeFilter filter) {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(filter);
        var names = new AnnotationBeanNameGenerator();
        return scanner.findCandidateComponents("al.nrm").stream()
                .map(bean -> names.generateBeanName(bean, new SimpleBeanDefinitionRegistry()))
                .collect(Collectors.toSet());
    }

    /** The small deployment. */
    static Map<String, byte[]> deployment() {
        Map<String, byte[]> resources = new LinkedHashMap<>();
        resources.put("sample.bpmn", bytes(PROCESS));
        resources.put("choice.dmn", bytes(DECISION));
        resources.put("sample-help-child.form", bytes(FORM));
        resources.put("sample-ask.form", bytes(FORM.replace("sample-help-child", "sample-ask")));
        return resources;
    }

    /** The small deployment with one of its resources replaced. */
    static Map<String, byte[]> with(String name, String content) {
        Map<String, byte[]> resources = deployment();
        resources.put(name, bytes(content));
        return resources;
    }

    /** Everything under {@code processes/} and {@code forms/}, by file name. */
    static Map<String, byte[]> repository() {
        Map<String, byte[]> resources = new LinkedHashMap<>();
        for (String folder : new String[] {"processes", "forms"}) {
            try (Stream<Path> files = Files.list(Path.of(folder))) {
                for (Path file : files.sorted().toList()) {
                    resources.put(file.getFileName().toString(), Files.readAllBytes(file));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return resources;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
