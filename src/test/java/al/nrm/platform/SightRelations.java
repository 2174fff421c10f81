package al.nrm.platform;

import al.nrm.Case;
import al.nrm.Cases;
import al.nrm.institution.RerouteTask;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.Task;

/** Plays cases full of planted values to where people stand in every relation to them. */
class SightRelations {

    private static final String POLICE = "state-police.tirane";
    private static final String BORDER = "border-police.tirane";
    private static final String SOCIAL = "state-social-service-regional.tirane";

    /** What is protected, by the field that it is typed into. */
    private static final Map<String, Object> PLANTED = Map.of(
            "narrative", "Zplant narrative",
            "placeFound", "Zplant place",
            "safeContactRule", "Zplant rule",
            "screeningObservations", "Zplant observations",
            "fullName", "Zplant Full Name",
            "dateOfBirth", "1987-03-14",
            "safeContactPhone", "Zplant 355",
            "safeContactTime", "Zplant time",
            "notificationNote", "Zplant note");

    private static final String CHILDREN = "child-protection-unit.tirane";
    private static final String ANTI_TRAFFICKING = "state-police-at.tirane";
    private static final List<String> OTHERS = List.of(
            POLICE + ".lead",
            ANTI_TRAFFICKING,
            "ra-seat.state-police-at",
            "ra-members",
            "nrm-board",
            "vatra",
            "dpo",
            "health-services.tirane");

    private static final Set<String> IDENTITY = Set.of("fullName", "dateOfBirth");
    private static final Set<String> ACCOUNT = Set.of("narrative", "placeFound", "safeContactRule");
    private static final Map<String, Object> STRONG =
            Map.of("indicators", List.of("R01", "K01", "E01"), "exploitationType", "sexual");
    private static final Map<String, Object> NONE = Map.of("indicators", List.of());
    private static final String FILTER = "My institution's tasks";

    private static final String COMMENT = "Zplant comment";
    private static final String ATTACHMENT = "Zplant attachment";
    private static final Pattern ID = Pattern.compile("/([^/]+)/\\{[^}]+}");
    private static final AtomicInteger PEOPLE = new AtomicInteger();

    private final Cases cases;
    private final ProcessEngine engine;
    private final TaskService tasks;
    private final IdentityService identities;
    private final RerouteTask reroute;

    SightRelations(Cases cases, ProcessEngine engine, RerouteTask reroute) {
        this.cases = cases;
        this.engine = engine;
        this.tasks = engine.getTaskService();
        this.identities = engine.getIdentityService();
        this.reroute = reroute;
    }

    /** Staff, or whoever looks over all cases. */
    enum Office {
        STAFF,
        OBSERVER,
        AUDITOR,
        OPERATOR
    }

    /**
     * One person before one task of one case.
     *
     * @param inSight whether the task is his group's and open
     * @param shown the protected fields that the task shows
     */
    record Relation(
            String name,
            String user,
            String number,
            String task,
            boolean inSight,
            Set<String> shown,
            Map<String, String> ids) {

        private static final Map<String, Office> OFFICES = Map.of(
                "ra-secretariat", Office.OBSERVER,
                "ra-chair", Office.OBSERVER,
                "national-coordinator", Office.OBSERVER,
                "auditor", Office.AUDITOR,
                "admin", Office.OPERATOR);

        Office office() {
            return OFFICES.getOrDefault(user, Office.STAFF);
        }

        String instance() {
            return ids.get("process-instance");
        }

        /** The planted values that an answer may hold, or has to. */
        Stream<String> shown(SightRule rule) {
            if (!inSight) {
                return Stream.empty();
            }
            return switch (rule) {
                case FIELDS -> shown.stream().map(field -> PLANTED.get(field).toString());
                case WORK, DEEDS -> Stream.of(COMMENT, ATTACHMENT);
                default -> Stream.empty();
            };
        }

        /** Every planted value that an answer may not hold. */
        Stream<String> hidden(SightRule rule) {
            Set<String> may = shown(rule).collect(Collectors.toSet());
            return Stream.concat(PLANTED.values().stream().map(Object::toString), Stream.of(COMMENT, ATTACHMENT))
                    .filter(value -> !may.contains(value));
        }

        String fill(String route) {
            String path = route.replaceAll("\\{(engine|processEngineName)}", "default")
                    .replace("{file}", "app/plugin.js")
                    .replace("{caseNumber}", number)
                    .replace("/**", "/none");
            Matcher id = ID.matcher(path);
            return id.replaceAll(found -> "/" + found.group(1) + "/"
                            + Matcher.quoteReplacement(ids.getOrDefault(found.group(1), "none")))
                    .replaceAll("\\{[^}]+}", "narrative");
        }
    }

    Stream<Relation> all() {
        Case open = police();
        Case claimed = police();
        String claimer = person(POLICE);
        claim(claimed.task("P1-08"), claimer);
        Case done = police().complete("P1-07").completeAs("P1-08", claimer, planted());
        Case left = police();
        String leaver = person(POLICE, "health-services.vlore");
        claim(left.task("P1-08"), leaver);
        identities.deleteMembership(leaver, POLICE);
        Case moved = police().complete("P1-07");
        Task movedTask = moved.task("P1-08");
        reroute.move(movedTask.getId(), POLICE, "state-police.vlore");
        leftover(movedTask.getId(), null, POLICE);
        String stranger = person("hotline");
        leftover(id(open, "P1-08"), stranger, null);
        Case registered = police().complete("P1-07").complete("P1-08", planted());
        Case identified =
                police().complete("P1-07").complete("P1-08", planted()).complete("P6-01");
        Task ofReceiver = identified.task("P2-01");
        withdraw(identified, ANTI_TRAFFICKING);
        Case prosecuted = police().complete("P1-07").complete("P1-08", planted());
        withdraw(prosecuted, ANTI_TRAFFICKING);
        Case atBorder = border(STRONG).complete("P1-05", planted());
        withdraw(atBorder, BORDER);
        Case refused = border(STRONG).complete("P1-05", planted("consentDataSharing", false));
        Case over = border(NONE).complete("P1-11");
        Case danger = cases.report(POLICE, planted("immediateDanger", true));
        screened(danger, NONE).complete("P1-11");
        Case ended = screened(cases.report(POLICE, planted()), NONE).complete("P1-11");
        Case child = cases.report(POLICE, planted("ageGroup", "child"));
        screened(child, STRONG).complete("P1-05", planted());
        withdraw(child, POLICE);

        return Stream.of(
                        seen("own open task", person(POLICE), open, "P1-08", IDENTITY),
                        seen("claimed by me", claimer, claimed, "P1-08", IDENTITY),
                        seen("claimed by a colleague", person(POLICE), claimed, "P1-08", IDENTITY),
                        seen("secretariat, own open task", "ra-secretariat", registered, "P1-09", IDENTITY),
                        seen("consent withdrawn, closing", person(SOCIAL), identified, "P4-10", Set.of()),
                        seen("consent withdrawn, task beside", person(BORDER), atBorder, "P1-10", Set.of()),
                        seen("consent withdrawn, crime", person(ANTI_TRAFFICKING), prosecuted, "P6-01", Set.of()),
                        seen("sharing refused", person(BORDER), refused, "P1-08", Set.of()),
                        seen("sharing refused, task beside", person(BORDER), refused, "P1-10", Set.of()),
                        seen("referral ended, task beside", person(BORDER), over, "P1-10", Set.of()),
                        seen("referral ended, danger", person(POLICE), danger, "P1-02", ACCOUNT),
                        seen("child, consent withdrawn", person(CHILDREN), child, "P1-06", Set.of("narrative")),
                        unseen("own finished task", claimer, done, finished(done, "Task_NotifyAuthorities")),
                        unseen("left the group", leaver, left, id(left, "P1-08")),
                        unseen("moved to another county", person(POLICE), moved, movedTask.getId()),
                        unseen("a right left behind", stranger, open, id(open, "P1-08")),
                        unseen("consent withdrawn, receiver", person(ANTI_TRAFFICKING), identified, ofReceiver.getId()),
                        unseen("referral ended, reporter", person(POLICE), ended, finished(ended, "Task_ScreenPerson")),
                        unseen("secretariat", "ra-secretariat", open, id(open, "P1-08")),
                        unseen("chair", "ra-chair", open, id(open, "P1-08")),
                        unseen("coordinator", "national-coordinator", open, id(open, "P1-08")),
                        unseen("auditor", "auditor", open, id(open, "P1-08")),
                        unseen("operator", "admin", open, id(open, "P1-08")),
                        unseen("other county", person("state-police.vlore"), open, id(open, "P1-08")))
                .collect(Collectors.collectingAndThen(
                        Collectors.toList(),
                        relations -> Stream.concat(
                                relations.stream(),
                                OTHERS.stream().map(group -> unseen(group, person(group), open, id(open, "P1-08"))))));
    }

    /** A case whose police have P1-07 and P1-08 to do. */
    private Case police() {
        return screened(cases.report(POLICE, planted()), STRONG).complete("P1-05", planted());
    }

    /** A foreigner's case, with the pre-screening at the border beside it. */
    private Case border(Map<String, Object> found) {
        return screened(cases.report(BORDER, planted("channel", "border", "nationality", "SRB")), found);
    }

    private static Case screened(Case person, Map<String, Object> found) {
        Map<String, Object> fields = planted();
        fields.putAll(found);
        return person.complete("P1-04", fields);
    }

    private Relation seen(String name, String user, Case person, String step, Set<String> shown) {
        Task task =
                cases.as(user, () -> tasks.createTaskQuery().processInstanceBusinessKey(person.number()).list().stream()
                        .filter(open -> person.open().contains(step + " " + person.group(open)))
                        .filter(open ->
                                person.task(step, person.group(open)).getId().equals(open.getId()))
                        .findFirst()
                        .orElseThrow(
                                () -> new AssertionError(user + " has no " + step + "; open are " + person.open())));
        cases.as(user, () -> tasks.createComment(task.getId(), task.getProcessInstanceId(), COMMENT));
        cases.as(
                user,
                () -> tasks.createAttachment(
                        "text",
                        task.getId(),
                        task.getProcessInstanceId(),
                        ATTACHMENT,
                        ATTACHMENT,
                        "https://example.org"));
        return relation(name, user, person, task.getId(), true, shown);
    }

    private Relation unseen(String name, String user, Case person, String task) {
        return relation(name, user, person, task, false, Set.of());
    }

    private Relation relation(String name, String user, Case person, String task, boolean inSight, Set<String> shown) {
        HistoricTaskInstance done = engine.getHistoryService()
                .createHistoricTaskInstanceQuery()
                .taskId(task)
                .singleResult();
        Map<String, String> ids = new HashMap<>(Map.of(
                "task", task,
                "process-instance", done.getProcessInstanceId(),
                "execution", done.getExecutionId(),
                "activity-instance", done.getActivityInstanceId(),
                "process-definition", done.getProcessDefinitionId(),
                "key", done.getProcessDefinitionKey(),
                "user", user,
                "filter",
                        engine.getFilterService()
                                .createFilterQuery()
                                .filterName(FILTER)
                                .singleResult()
                                .getId()));
        engine
                .getHistoryService()
                .createHistoricVariableInstanceQuery()
                .processInstanceId(done.getProcessInstanceId())
                .list()
                .stream()
                .filter(variable -> PLANTED.containsKey(variable.getName()))
                .forEach(variable -> ids.put("variable-instance", variable.getId()));
        tasks.getTaskComments(task).forEach(comment -> ids.put("comment", comment.getId()));
        tasks.getTaskAttachments(task).forEach(attachment -> ids.put("attachment", attachment.getId()));
        engine.getManagementService()
                .createJobQuery()
                .processInstanceId(done.getProcessInstanceId())
                .list()
                .forEach(job -> ids.put("job", job.getId()));
        return new Relation(name, user, person.number(), task, inSight, shown, ids);
    }

    private static String id(Case person, String step) {
        return person.task(step).getId();
    }

    private String finished(Case person, String key) {
        return engine.getHistoryService()
                .createHistoricTaskInstanceQuery()
                .processInstanceBusinessKey(person.number())
                .taskDefinitionKey(key)
                .finished()
                .singleResult()
                .getId();
    }

    private void claim(Task task, String user) {
        cases.as(user, () -> {
            tasks.claim(task.getId(), user);
            return null;
        });
    }

    private void withdraw(Case person, String user) {
        cases.start("incident", user, Map.of("caseNumber", person.number(), "incident", "consentWithdrawn"));
    }

    /** What the engine, an old version of it or an administrator may have left in its table of rights. */
    private void leftover(String task, String user, String group) {
        for (Resources resource : List.of(Resources.TASK, Resources.HISTORIC_TASK)) {
            Authorization right =
                    engine.getAuthorizationService().createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            right.setUserId(user);
            right.setGroupId(group);
            right.setResource(resource);
            right.setResourceId(task);
            right.addPermission(Permissions.ALL);
            engine.getAuthorizationService().saveAuthorization(right);
        }
    }

    /** Somebody who logs in and is in these groups. */
    private String person(String... groups) {
        User user = identities.newUser("sight-" + PEOPLE.incrementAndGet());
        user.setPassword("demo");
        identities.saveUser(user);
        List.of(groups).forEach(group -> identities.createMembership(user.getId(), group));
        return user.getId();
    }

    private static Map<String, Object> planted(Object... others) {
        Map<String, Object> fields = new HashMap<>(PLANTED);
        for (int i = 0; i < others.length; i += 2) {
            fields.put((String) others[i], others[i + 1]);
        }
        return fields;
    }
}
