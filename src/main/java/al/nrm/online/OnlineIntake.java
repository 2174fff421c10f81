package al.nrm.online;

import al.nrm.keys.CaseKeys;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Takes reports in, each once: what a reporter has sent before under the same reference is left out, and what shows the same
 * material as a report that is still looked into is joined to that, unless it alone says that harm is imminent. It all happens in the caller's transaction.
 */
@Component
class OnlineIntake {

    /**
     * What became of a batch.
     *
     * @param taken how many are looked into by themselves
     * @param joined how many show what is looked into already
     * @param known how many the reporter had sent before
     */
    record Taken(int taken, int joined, int known) {}

    /** A report that came alone; {@code sameAs} is the report of the same material, or null. */
    record Entered(String id, int severity, String sameAs) {}

    private final ReportStore store;
    private final WaitingReports waiting;
    private final HarmRules harm;
    private final CaseKeys keys;
    private final Clock clock;

    OnlineIntake(ReportStore store, WaitingReports waiting, HarmRules harm, CaseKeys keys, Clock clock) {
        this.store = store;
        this.waiting = waiting;
        this.harm = harm;
        this.keys = keys;
        this.clock = clock;
    }

    Taken take(String reporter, List<OnlineReport> reports) {
        store.hold();
        Map<OnlineReport, String> references = new HashMap<>();
        reports.forEach(report -> references.put(report, referenceMark(reporter, report.text("reference"))));
        Set<String> seen = new LinkedHashSet<>(store.knownReferences(
                references.values().stream().filter(Objects::nonNull).distinct().toList()));
        List<OnlineReport> fresh = reports.stream()
                .filter(report -> references.get(report) == null || seen.add(references.get(report)))
                .toList();
        List<ReportStore.Arrived> arrived = enter(reporter, fresh, references);
        int joined = (int) arrived.stream().filter(one -> one.sameAs() != null).count();
        return new Taken(arrived.size() - joined, joined, reports.size() - arrived.size());
    }

    /** A report whose case has begun already, and which therefore never waits. */
    Entered enter(String reporter, OnlineReport report, String caseNumber) {
        store.hold();
        Map<OnlineReport, String> references = new HashMap<>();
        references.put(report, referenceMark(reporter, report.text("reference")));
        ReportStore.Arrived entered =
                enter(reporter, List.of(report), references).get(0);
        if (entered.sameAs() == null) {
            waiting.belongsTo(entered.id(), caseNumber);
        }
        return new Entered(entered.id(), entered.severity(), entered.sameAs());
    }

    /** Whether the reporter has sent a report under that reference before; without a reference nobody knows. */
    boolean isKnown(String reporter, String reference) {
        String mark = referenceMark(reporter, reference);
        return mark != null && !store.knownReferences(List.of(mark)).isEmpty();
    }

    /** The worst first, so that of one material the worst report is the one that is looked into. */
    private List<ReportStore.Arrived> enter(
            String reporter, List<OnlineReport> reports, Map<OnlineReport, String> references) {
        Map<String, ReportStore.First> firsts = store.firsts(reports.stream()
                .flatMap(report -> report.hashes().stream())
                .map(this::hashMark)
                .distinct()
                .toList());
        Map<String, ReportStore.First> changed = new HashMap<>();
        HarmRules.Scale scale = harm.scale();
        Instant now = clock.instant();
        List<ReportStore.Arrived> arrived = new ArrayList<>();
        for (OnlineReport report : reports.stream()
                .sorted(Comparator.comparingInt(scale::severity).reversed())
                .toList()) {
            ReportStore.First own = new ReportStore.First(UUID.randomUUID().toString(), scale.severity(report));
            List<String> marks = report.hashes().stream().map(this::hashMark).toList();
            ReportStore.First first = marks.stream()
                    .map(firsts::get)
                    .filter(known -> known != null && !harm.isRaisedBy(own.severity(), known.severity()))
                    .findFirst()
                    .orElse(own);
            marks.stream()
                    .filter(mark -> first == own || !firsts.containsKey(mark))
                    .forEach(mark -> changed.put(mark, first));
            firsts.putAll(changed);
            arrived.add(new ReportStore.Arrived(
                    own.id(),
                    reporter,
                    references.get(report),
                    now,
                    arrived.size(),
                    own.severity(),
                    first == own ? null : first.id(),
                    store.seal(own.id(), report.json())));
        }
        store.add(arrived, changed);
        return arrived;
    }

    private String referenceMark(String reporter, String reference) {
        return reference == null || reference.isBlank() ? null : mark("reference", reporter + '\0' + reference.strip());
    }

    private String hashMark(String hash) {
        return mark("hash", hash);
    }

    private String mark(String what, String value) {
        return HexFormat.of().formatHex(keys.fingerprint("online-" + what, value.getBytes(StandardCharsets.UTF_8)));
    }
}
