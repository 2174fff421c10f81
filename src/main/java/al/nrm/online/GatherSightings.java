package al.nrm.online;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Adds to a report where else the same material was seen meanwhile, so that it is taken down everywhere and all who reported are answered. */
@Component
class GatherSightings implements JavaDelegate {

    private static final String LOCATION = "location";

    private final WaitingReports reports;

    GatherSightings(WaitingReports reports) {
        this.reports = reports;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String first = (String) execution.getVariable(RegisterOnlineReport.REPORT);
        List<OnlineReport> sightings = reports.handOver(first, execution.getProcessBusinessKey());
        execution.setVariable("sightings", sightings.size());
        execution.setVariable("sightingReferences", lines(null, sightings, "reference"));
        execution.setVariable(LOCATION, lines((String) execution.getVariable(LOCATION), sightings, LOCATION));
    }

    /** Each line once, in the order in which they came. */
    private static String lines(String own, List<OnlineReport> sightings, String field) {
        Set<String> lines = new LinkedHashSet<>();
        Stream.concat(Stream.of(own == null ? "" : own), sightings.stream().map(report -> report.text(field)))
                .filter(Objects::nonNull)
                .flatMap(String::lines)
                .filter(line -> !line.isBlank())
                .forEach(lines::add);
        return lines.isEmpty() ? null : String.join("\n", lines);
    }
}
