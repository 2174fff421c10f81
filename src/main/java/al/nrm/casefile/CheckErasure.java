package al.nrm.casefile;

import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Offers for erasure the cases whose time is over, and takes no other. */
@Component
class CheckErasure implements FormCheck {

    private final Retention retention;
    private final CaseNumbers numbers;
    private final JdbcTemplate jdbc;

    CheckErasure(Retention retention, CaseNumbers numbers, JdbcTemplate jdbc) {
        this.retention = retention;
        this.numbers = numbers;
        this.jdbc = jdbc;
    }

    @Override
    public String form() {
        return "case-erasure-request";
    }

    @Override
    public Map<String, List<String>> choices(Collection<String> groups) {
        return Map.of(
                "caseNumber", retention.due().stream().map(ClosedCase::number).toList());
    }

    @Override
    public void check(Submission request) {
        String caseNumber = (String) request.value("caseNumber");
        if (caseNumber != null) {
            // Of two who ask in the same moment, the second finds the first's request.
            numbers.holdYearOf(caseNumber);
        }
        ClosedCase closed = retention.due().stream()
                .filter(due -> due.number().equals(caseNumber))
                .findFirst()
                .orElseThrow(() -> new FormRefused("caseNumber", "this is no closed case whose time is over"));
        request.belongsTo(closed.number());
        request.put("closedOn", closed.closedOn().toString());
        request.put("county", closed.county());
        request.put("ageGroup", closed.ageGroup());
        request.put("closureReason", closed.closureReason());
        request.put("keptBecause", closed.rule().legalBasis());
        request.put("reportedAt", reportedAt(closed.number()));
    }

    /** The table of deadlines asks for it: the procedures of that day hold for the case. */
    private Date reportedAt(String caseNumber) {
        return jdbc
                .queryForList(
                        "select min(v.long_) from act_hi_varinst v join act_hi_procinst p on p.id_ = v.proc_inst_id_"
                                + " where v.name_ = 'reportedAt' and p.business_key_ = ?",
                        Long.class,
                        caseNumber)
                .stream()
                .filter(Objects::nonNull)
                .map(Date::new)
                .findFirst()
                .orElse(null);
    }
}
