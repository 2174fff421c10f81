package al.nrm.institution;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.jdbc.core.JdbcTemplate;

/** Remembers which grants were once brought in, so that one which was then removed by hand is not brought in again. */
final class SeededGrants {
    private static final int BATCH = 500;

    private final JdbcTemplate jdbc;

    SeededGrants(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes another node that starts at the same time wait until this transaction has ended. */
    void lock() {
        jdbc.queryForObject("select id from nrm_seeding_lock for update", Integer.class);
    }

    Set<Grant> all() {
        return new HashSet<>(jdbc.query(
                "select group_id, resource_type, resource_id, permission from nrm_seeded_grant",
                (row, number) -> new Grant(
                        new Grant.Target(row.getString(1), Resources.valueOf(row.getString(2)), row.getString(3)),
                        row.getString(4))));
    }

    void add(Collection<Grant> grants) {
        update(
                "insert into nrm_seeded_grant (group_id, resource_type, resource_id, permission) values (?, ?, ?, ?)",
                grants);
    }

    void remove(Collection<Grant> grants) {
        update(
                "delete from nrm_seeded_grant where group_id = ? and resource_type = ? and resource_id = ? and permission = ?",
                grants);
    }

    private void update(String sql, Collection<Grant> grants) {
        jdbc.batchUpdate(sql, grants, BATCH, (statement, grant) -> {
            statement.setString(1, grant.target().group());
            statement.setString(2, grant.target().resource().name());
            statement.setString(3, grant.target().resourceId());
            statement.setString(4, grant.permission());
        });
    }
}
