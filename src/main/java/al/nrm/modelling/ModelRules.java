package al.nrm.modelling;

import al.nrm.institution.Institutions;
import al.nrm.platform.DeploymentCheck;
import al.nrm.platform.ModelBeans;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Holds every model, decision and form to the same rules, whoever drew it: nothing that runs code, and every step with
 * its institution, form, deadline and escalation.
 */
@Component
class ModelRules implements DeploymentCheck {

    private static final Pattern NAME = Pattern.compile("([a-z0-9]+(?:-[a-z0-9]+)*)\\.(bpmn|dmn|form)");

    private final Supplier<Set<String>> delegates;
    private final Supplier<Set<String>> callable;
    private final Institutions institutions;
    private final OurProcesses ours = new OurProcesses();

    @Autowired
    ModelRules(ModelBeans beans, Institutions institutions) {
        this(beans::delegates, beans::callable, institutions);
    }

    /**
     * @param delegates names of the beans that a service task may name
     * @param callable names of the beans whose methods the listed deadline calls may call
     */
    ModelRules(Supplier<Set<String>> delegates, Supplier<Set<String>> callable, Institutions institutions) {
        this.delegates = delegates;
        this.callable = callable;
        this.institutions = institutions;
    }

    @Override
    public List<String> findings(Map<String, byte[]> resources) {
        Map<String, byte[]> readable = new LinkedHashMap<>(resources);
        readable.entrySet().removeIf(file -> ReadableText.refusal(file.getKey(), file.getValue())
                .isPresent());
        Deployed deployed = Deployed.of(readable);
        NeedRules needs = new NeedRules(readable);
        List<String> sentences = new ArrayList<>();
        resources.forEach((name, content) -> {
            Findings findings = new Findings(name);
            try {
                check(name, content, deployed, findings);
                needs.check(name.replaceFirst("[.]bpmn$", ""), findings);
            } catch (RuntimeException | StackOverflowError unreadable) {
                // whatever a parser cannot read, the engine shall not try either
                findings.refuse("readable", name, "cannot be read: %s", rootOf(unreadable));
            }
            sentences.addAll(findings.sentences());
        });
        return List.copyOf(sentences);
    }

    private void check(String name, byte[] content, Deployed deployed, Findings findings) {
        Matcher named = NAME.matcher(name);
        if (!named.matches()) {
            findings.refuse("name", name, "a deployment holds .bpmn, .dmn and .form files, flat, in kebab-case");
            return;
        }
        Optional<String> unreadable = ReadableText.refusal(name, content);
        if (unreadable.isPresent()) {
            findings.refuse("text", name, "%s", unreadable.get());
            return;
        }
        String id = named.group(1);
        switch (named.group(2)) {
            case "bpmn" -> checkProcess(id, content, deployed, findings);
            case "dmn" -> {
                DecisionRules.check(id, content, findings);
                ours.checkDecision(id, content, findings);
            }
            default -> FormRules.check(id, content, findings);
        }
    }

    private void checkProcess(String id, byte[] content, Deployed deployed, Findings findings) {
        BpmnModelInstance model = Bpmn.readModelFromStream(new ByteArrayInputStream(content));
        Expressions expressions = new Expressions(delegates.get(), callable.get());
        Vocabularies.BPMN.check(model.getDocument(), findings);
        new ExpressionRules(expressions, findings).check(model.getDocument());
        new ProcessRules(id, model, findings).check();
        new FlowRules(expressions, findings).check(model);
        new WayRules(model, deployed, findings).check(id);
        new EventRules(expressions, deployed, findings).check(model);
        new TaskRules(institutions, deployed, findings).check(model);
        new SecrecyRules(findings).check(model);
        ours.check(id, model, deployed, findings);
    }

    private static String rootOf(Throwable error) {
        Throwable root = error;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }
}
