package al.nrm.audit;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Component;

/** Stops the start on PostgreSQL where the application's own role could change or remove what the trail tells. */
@Component
@Profile("!demo")
class RefuseChangeableTrail implements InitializingBean {

    /** A superuser, and whoever may act as the owner of the table or of its schema, counts as such. */
    private static final String CHANGEABLE = """
            select t.relname from pg_class t join pg_namespace s on s.oid = t.relnamespace
            where s.nspname = current_schema() and t.relkind = 'r' and t.relname in ('nrm_trail', 'nrm_sealed_head')
            and (pg_has_role(t.relowner, 'member') or pg_has_role(s.nspowner, 'member')
                or has_any_column_privilege(t.oid, 'update') or has_table_privilege(t.oid, 'delete, truncate, trigger'))
            order by 1""";

    private final DataSource database;
    private final JdbcTemplate jdbc;

    RefuseChangeableTrail(DataSource database, JdbcTemplate jdbc) {
        this.database = database;
        this.jdbc = jdbc;
    }

    @Override
    public void afterPropertiesSet() throws MetaDataAccessException {
        String product = JdbcUtils.extractDatabaseMetaData(database, metadata -> metadata.getDatabaseProductName());
        if (DatabaseDriver.fromProductName(product) != DatabaseDriver.POSTGRESQL) {
            return;
        }
        List<String> changeable = jdbc.queryForList(CHANGEABLE, String.class);
        if (!changeable.isEmpty()) {
            throw new IllegalStateException(("The application's database role may change %s: let another role own the"
                            + " tables (NRM_DB_OWNER) and give this one (NRM_DB_USER) no right over that role or schema")
                    .formatted(String.join(" and ", changeable)));
        }
    }
}
