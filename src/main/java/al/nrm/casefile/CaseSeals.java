package al.nrm.casefile;

import al.nrm.keys.CaseKeys;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Seals what is stored of a case, and refuses to where its key is lost: a case never goes on under a second one. */
@Component
class CaseSeals {

    private final CaseKeys keys;
    private final ObjectProvider<JdbcTemplate> jdbc;

    CaseSeals(CaseKeys keys, ObjectProvider<JdbcTemplate> jdbc) {
        this.keys = keys;
        this.jdbc = jdbc;
    }

    byte[] seal(String caseNumber, String name, byte[] plain) {
        return keys.seal(caseNumber, name, plain, () -> isSealed(caseNumber));
    }

    byte[] open(String caseNumber, String name, byte[] sealed) {
        return keys.open(caseNumber, name, sealed);
    }

    private boolean isSealed(String caseNumber) {
        return jdbc
                .getObject()
                .queryForList(
                        "select distinct v.NAME_ from ACT_HI_VARINST v join ACT_HI_PROCINST p on p.ID_ = v.PROC_INST_ID_"
                                + " where p.BUSINESS_KEY_ = ? and v.VAR_TYPE_ <> 'null'",
                        String.class,
                        caseNumber)
                .stream()
                .anyMatch(name -> !OpenFacts.contains(name));
    }
}
