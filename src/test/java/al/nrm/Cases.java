package al.nrm;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.boot.test.context.TestComponent;

/** Begins cases as an institution's staff would, by the start form, or at one stage where a test is about that stage alone. */
@TestComponent
public class Cases {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    final ProcessEngine engine;

    Cases(ProcessEngine engine) {
        this.engine = engine;
    }

    /** A report with plain facts: an Albanian woman found by a patrol in Tirana; {@code facts} say what is different. */
    public Case report(String user, Map<String, Object> facts) {
        Map<String, Object> fields = new HashMap<>(Map.of(
                "channel",
                "patrol",
                "county",
                "tirane",
                "ageGroup",
                "adult",
                "sex",
                "female",
                "nationality",
                "ALB",
                "unaccompanied",
                false,
                "immediateDanger",
                false,
                "narrative",
                "Met during a patrol."));
        fields.putAll(facts);
        return start("referral", user, fields);
    }

    /** Sends a start form; fields that it requires and that are not given are filled in plainly. */
    public Case start(String process, String user, Map<String, Object> fields) {
        String definition = definition(process);
        ProcessInstance instance = as(user, () -> {
            Map<String, Object> filled = PlainForm.of(engine.getFormService().getDeployedStartForm(definition))
                    .fill(fields);
            return engine.getFormService().submitStartForm(definition, filled);
        });
        return new Case(this, instance.getId(), instance.getBusinessKey());
    }

    /** Begins one stage directly, with the facts it would have been handed. */
    public Case stage(String process, Map<String, Object> facts) {
        String number = "NRM-2026-9%05d".formatted(NUMBER.incrementAndGet());
        Map<String, Object> variables = new HashMap<>(Map.of(
                "caseNumber",
                number,
                "procedureVersion",
                "DCM-499-2018",
                "reportedAt",
                new Date(),
                "reportingInstitution",
                "state-police.tirane",
                "county",
                "tirane",
                "channel",
                "patrol",
                "ageGroup",
                "adult",
                "sex",
                "female",
                "nationality",
                "ALB"));
        variables.put("caseManager", "state-social-service-regional.tirane");
        variables.put("unaccompanied", false);
        variables.put("screeningResult", null);
        variables.put("shelter", null);
        variables.put("interpreterLanguage", null);
        variables.put("identificationStatus", "potential");
        variables.put("fullName", "Ana Testi");
        variables.put("dateOfBirth", "1999-05-04");
        variables.putAll(facts);
        ProcessInstance instance =
                engine.getRuntimeService().startProcessInstanceByKey(process, number, Variables.fromMap(variables));
        return new Case(this, instance.getId(), number);
    }

    String definition(String process) {
        RepositoryService repository = engine.getRepositoryService();
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult()
                .getId();
    }

    FormService forms() {
        return engine.getFormService();
    }

    /** Acts as a user of the demo, with the groups the directory gives. */
    public <T> T as(String user, Callable<T> action) {
        IdentityService identities = engine.getIdentityService();
        List<String> groups = identities.createGroupQuery().groupMember(user).list().stream()
                .map(Group::getId)
                .toList();
        identities.setAuthentication(user, groups);
        try {
            return action.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            identities.clearAuthentication();
        }
    }

    /** A case whose person was found a potential victim and agreed to everything: P1-07 and P1-08 are open. */
    public Case agreed(Map<String, Object> facts) {
        return report("state-police.tirane", facts)
                .complete("P1-04", Map.of("indicators", List.of("R01", "K01", "E01"), "exploitationType", "sexual"))
                .complete("P1-05");
    }

    /** Someone who works for all of these groups at once. */
    public String memberOf(String... groups) {
        IdentityService identities = engine.getIdentityService();
        String id = "person-" + NUMBER.incrementAndGet();
        identities.saveUser(identities.newUser(id));
        List.of(groups).forEach(group -> identities.createMembership(id, group));
        return id;
    }

    /** Stops the engine's clock at a local time in Tirana such as "2026-09-14T10:00"; the test resets it afterwards. */
    public static void itIs(String local) {
        ClockUtil.setCurrentTime(Date.from(tirane(local)));
    }

    public static Instant tirane(String local) {
        return LocalDateTime.parse(local).atZone(ZoneId.of("Europe/Tirane")).toInstant();
    }
}
