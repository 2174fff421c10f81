package al.nrm.keys;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Stops the start with a key store that is not these cases' own: what is stored would not open, and a case that goes on
 * would be sealed with a second key.
 */
@Component
@DependsOnDatabaseInitialization
class RefuseForeignKeyStore implements InitializingBean {

    private static final String PURPOSE = "key-store";

    private final CaseKeys keys;
    private final JdbcTemplate cases;

    RefuseForeignKeyStore(CaseKeys keys, JdbcTemplate cases) {
        this.keys = keys;
        this.cases = cases;
    }

    @Override
    public void afterPropertiesSet() {
        String present = HexFormat.of().formatHex(keys.fingerprint(PURPOSE, PURPOSE.getBytes(StandardCharsets.UTF_8)));
        if (known().isEmpty()) {
            try {
                cases.update("insert into nrm_key_store (id, fingerprint) values (1, ?)", present);
            } catch (DuplicateKeyException meanwhile) {
                // Another node was first, and its store counts.
            }
        }
        if (!known().contains(present)) {
            throw new IllegalStateException("nrm.keys.url: this is not the key store that the cases of this database"
                    + " were sealed with; give that one, or restore its backup");
        }
    }

    private List<String> known() {
        return cases.queryForList("select fingerprint from nrm_key_store", String.class);
    }
}
