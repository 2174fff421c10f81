package al.nrm.audit;

import al.nrm.Case;
import al.nrm.Cases;
import al.nrm.ProcessTest;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What happens to a case is in its chain, in the order it happened, by whom, and without what anybody wrote. */
@ProcessTest
class TrailTest {

    @Autowired
    Cases cases;

    @Autowired
    TaskService tasks;

    @Autowired
    Trail trail;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void debug() {
        Case person = cases.report("state-police.tirane", Map.of());
        person.complete("P1-04", Map.of("indicators", List.of("R01", "K01", "E01"), "exploitationType", "sexual"));
        jdbc.queryForList(
                        "select sequence, kind, worker, subject, details from nrm_trail where chain = ? order by sequence",
                        person.number())
                .forEach(System.out::println);
        jdbc.queryForList("select kind, count(*) from nrm_trail where chain='system' group by kind")
                .forEach(System.out::println);
    }
}
