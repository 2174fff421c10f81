package al.nrm.casefile;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Tells which closed cases need not be kept any longer, by the table that the secretariat keeps ({@code retention.dmn}). */
@Component
class Retention {

    private static final String BEGINNINGS = "'" + String.join("', '", CaseNumbers.BEGINNINGS) + "'";

    /**
     * Every case with the process it began with, when its content and when its last step ended, and
     * how many of its processes still run: all of them, and those that work on its content.
     */
    private static final String CASES = """
            select business_key_,
                max(case when proc_def_key_ in (%1$s) then id_ end),
                max(case when proc_def_key_ in ('case-erasure', 'escalation') then null else end_time_ end),
                max(end_time_),
                sum(case when end_time_ is null then 1 else 0 end),
                sum(case when end_time_ is null and proc_def_key_ not in ('case-erasure', 'escalation') then 1 else 0 end)
            from act_hi_procinst where business_key_ like 'NRM-%%' group by business_key_""".formatted(BEGINNINGS);

    /** What the process that a case began with knew at its end: it shares what any stage finds out. */
    private static final String FACTS = """
            select v.proc_inst_id_, v.name_, v.text_ from act_hi_varinst v join act_hi_procinst p on p.id_ = v.proc_inst_id_
            where v.act_inst_id_ = v.proc_inst_id_ and v.name_ in ('closureReason', 'ageGroup', 'county')
            and p.end_time_ is not null and p.proc_def_key_ in (%s)""".formatted(BEGINNINGS);

    private static final ZoneId TIRANE = ZoneId.of("Europe/Tirane");

    /** Well below what the databases take in one statement. */
    private static final int AT_ONCE = 500;

    private final ProcessEngine engine;
    private final JdbcTemplate jdbc;
    private final Erasures erasures;
    private final Clock clock;

    Retention(@Lazy ProcessEngine engine, JdbcTemplate jdbc, Erasures erasures, Clock clock) {
        this.engine = engine;
        this.jdbc = jdbc;
        this.erasures = erasures;
        this.clock = clock;
    }

    private record Ended(
            String number, String root, Instant closed, Instant last, long running, long runningOnContent) {}

    /** A case with what its rule is looked up by. */
    private record Kind(String closureReason, String ageGroup) {}

    /** The dry run: every case whose content may be erased today and in which nothing runs, by number. */
    List<ClosedCase> due() {
        return due(cases().filter(one -> one.running() == 0).toList());
    }

    /** Whether the content of a case may be erased now, while its erasure runs. */
    boolean isStillDue(String caseNumber) {
        return !due(cases().filter(one -> one.number().equals(caseNumber) && one.runningOnContent() == 0)
                        .toList())
                .isEmpty();
    }

    /** The cases in which nothing runs any more since then, with the end of the last that ran. */
    Map<String, Instant> endedBefore(Instant then) {
        Map<String, Instant> ended = new HashMap<>();
        cases().filter(one -> one.running() == 0 && one.last().isBefore(then))
                .forEach(one -> ended.put(one.number(), one.last()));
        return ended;
    }

    private Stream<Ended> cases() {
        return jdbc
                .query(
                        CASES,
                        (row, number) -> new Ended(
                                row.getString(1),
                                row.getString(2),
                                row.getTimestamp(3) == null
                                        ? null
                                        : row.getTimestamp(3).toInstant(),
                                row.getTimestamp(4) == null
                                        ? null
                                        : row.getTimestamp(4).toInstant(),
                                row.getLong(5),
                                row.getLong(6)))
                .stream()
                .filter(one -> one.root() != null && one.closed() != null);
    }

    private List<ClosedCase> due(List<Ended> ended) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), TIRANE);
        Set<String> ordered = erasures.ordered();
        Map<String, Map<String, String>> facts = facts();
        // The engine keeps a record of every decision: one for each kind of case is enough.
        Map<Kind, Optional<RetentionRule>> rules = new HashMap<>();
        Map<String, ClosedCase> byRoot = new HashMap<>();
        for (Ended one : ended) {
            if (ordered.contains(one.number())) {
                continue;
            }
            Map<String, String> known = facts.getOrDefault(one.root(), Map.of());
            Kind kind = new Kind(known.get("closureReason"), known.get("ageGroup"));
            LocalDate closed = LocalDate.ofInstant(one.closed(), TIRANE);
            rules.computeIfAbsent(kind, this::rule)
                    .map(rule -> new ClosedCase(
                            one.number(), closed, kind.ageGroup(), kind.closureReason(), known.get("county"), rule))
                    .ifPresent(found -> byRoot.put(one.root(), found));
        }
        Map<String, LocalDate> births = births(byRoot.entrySet().stream()
                .filter(found -> found.getValue().rule().fromBirth())
                .map(Map.Entry::getKey)
                .toList());
        return byRoot.entrySet().stream()
                .filter(found ->
                        !found.getValue().keptUntil(births.get(found.getKey())).isAfter(today))
                .map(Map.Entry::getValue)
                .sorted(Comparator.comparing(ClosedCase::number))
                .toList();
    }

    private Map<String, Map<String, String>> facts() {
        Map<String, Map<String, String>> facts = new HashMap<>();
        jdbc.query(FACTS, row -> {
            facts.computeIfAbsent(row.getString(1), root -> new HashMap<>()).put(row.getString(2), row.getString(3));
        });
        return facts;
    }

    /** Opened for those alone whose rule asks for it, and stored nowhere; the officer who asks need not see it. */
    private Map<String, LocalDate> births(List<String> roots) {
        Map<String, LocalDate> births = new HashMap<>();
        for (int from = 0; from < roots.size(); from += AT_ONCE) {
            String[] some =
                    roots.subList(from, Math.min(roots.size(), from + AT_ONCE)).toArray(String[]::new);
            List<HistoricVariableInstance> found = withoutAuthorization(() -> engine.getHistoryService()
                    .createHistoricVariableInstanceQuery()
                    .processInstanceIdIn(some)
                    .variableName("dateOfBirth")
                    .list());
            found.stream()
                    .filter(birth -> birth.getValue() != null)
                    .forEach(birth ->
                            births.put(birth.getProcessInstanceId(), LocalDate.parse((String) birth.getValue())));
        }
        return births;
    }

    /** None where the table has no row that holds, or one that makes no sense: then the case is kept. */
    private Optional<RetentionRule> rule(Kind kind) {
        return withoutAuthorization(() -> engine.getDecisionService()
                        .evaluateDecisionTableByKey("retention")
                        .variables(Variables.createVariables()
                                .putValue("closureReason", kind.closureReason())
                                .putValue("ageGroup", kind.ageGroup()))
                        .evaluate())
                .getResultList()
                .stream()
                .findFirst()
                .flatMap(RetentionRule::of);
    }

    /** For the officer who asks, who has no right to the history of cases. */
    private <T> T withoutAuthorization(Callable<T> question) {
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(commands -> commands.runWithoutAuthorization(question));
    }
}
