package al.nrm.modelling;

import java.util.Map;
import javax.xml.XMLConstants;

/**
 * Everything that a process or a decision may be drawn with. What runs code, reaches outside or waits for another case
 * (scripts, listeners, classes, external tasks, signals, start groups ...) is refused by not being here.
 */
final class Vocabularies {

    private Vocabularies() {}

    static final Vocabulary BPMN = new Vocabulary(
            Map.of(
                    "http://www.omg.org/spec/BPMN/20100524/MODEL",
                    "",
                    "http://camunda.org/schema/1.0/bpmn",
                    "camunda:",
                    "http://www.omg.org/spec/BPMN/20100524/DI",
                    "bpmndi:",
                    "http://www.omg.org/spec/DD/20100524/DC",
                    "dc:",
                    "http://www.omg.org/spec/DD/20100524/DI",
                    "di:",
                    "http://camunda.org/schema/modeler/1.0",
                    "modeler:",
                    XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI,
                    "xsi:",
                    "http://bpmn.io/schema/bpmn/biocolor/1.0",
                    "bioc:",
                    "http://www.omg.org/spec/BPMN/non-normative/color/1.0",
                    "color:"),
            """
            definitions name targetNamespace exporter exporterVersion modeler:executionPlatform modeler:executionPlatformVersion
            process name isExecutable camunda:historyTimeToLive camunda:versionTag
            documentation
            extensionElements
            startEvent name isInterrupting camunda:formRef camunda:formRefBinding
            endEvent name
            intermediateThrowEvent name
            intermediateCatchEvent name
            boundaryEvent name attachedToRef cancelActivity
            userTask name camunda:formRef camunda:formRefBinding camunda:candidateGroups camunda:dueDate
            serviceTask name isForCompensation camunda:delegateExpression
            businessRuleTask name camunda:decisionRef camunda:decisionRefBinding camunda:resultVariable camunda:mapDecisionResult
            callActivity name calledElement isForCompensation camunda:calledElementBinding
            subProcess name triggeredByEvent
            multiInstanceLoopCharacteristics isSequential camunda:collection camunda:elementVariable
            completionCondition xsi:type
            exclusiveGateway name default
            inclusiveGateway name default
            parallelGateway name
            eventBasedGateway name
            sequenceFlow name sourceRef targetRef
            conditionExpression xsi:type
            incoming
            outgoing
            messageEventDefinition messageRef camunda:delegateExpression
            escalationEventDefinition escalationRef
            compensateEventDefinition
            terminateEventDefinition
            timerEventDefinition
            timeDate xsi:type
            message name
            escalation name escalationCode
            textAnnotation
            text
            association sourceRef targetRef associationDirection
            camunda:properties
            camunda:property name value
            camunda:inputOutput
            camunda:inputParameter name
            camunda:outputParameter name
            camunda:in businessKey source target
            camunda:out source target
            bpmndi:BPMNDiagram name
            bpmndi:BPMNPlane bpmnElement
            bpmndi:BPMNShape bpmnElement isExpanded isMarkerVisible isHorizontal bioc:stroke bioc:fill color:border-color color:background-color
            bpmndi:BPMNEdge bpmnElement bioc:stroke bioc:fill color:border-color color:background-color
            bpmndi:BPMNLabel color:color
            dc:Bounds x y width height
            di:waypoint x y
            """);

    static final Vocabulary DMN = new Vocabulary(
            Map.of(
                    "https://www.omg.org/spec/DMN/20191111/MODEL/", "",
                    "http://camunda.org/schema/1.0/dmn", "camunda:",
                    "https://www.omg.org/spec/DMN/20191111/DMNDI/", "dmndi:",
                    "http://www.omg.org/spec/DMN/20180521/DC/", "dc:",
                    "http://www.omg.org/spec/DMN/20180521/DI/", "di:",
                    "http://camunda.org/schema/modeler/1.0", "modeler:",
                    "http://bpmn.io/schema/dmn/biodi/2.0", "biodi:"),
            """
            definitions name namespace exporter exporterVersion modeler:executionPlatform modeler:executionPlatformVersion
            decision name camunda:historyTimeToLive camunda:versionTag
            description
            informationRequirement
            requiredInput href
            requiredDecision href
            inputData name
            variable name typeRef
            decisionTable hitPolicy aggregation biodi:annotationsWidth
            input label biodi:width
            inputExpression typeRef expressionLanguage
            inputValues
            output name label typeRef biodi:width
            outputValues
            rule
            inputEntry expressionLanguage
            outputEntry expressionLanguage
            literalExpression typeRef expressionLanguage
            text
            dmndi:DMNDI
            dmndi:DMNDiagram name
            dmndi:DMNShape dmnElementRef
            dmndi:DMNEdge dmnElementRef
            dmndi:DMNLabel
            dc:Bounds x y width height
            di:waypoint x y
            """);
}
