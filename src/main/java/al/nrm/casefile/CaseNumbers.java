package al.nrm.casefile;

import java.util.List;
import java.util.Locale;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives each case its number once; a report that is rolled back gives its number back. */
@Component
public class CaseNumbers {

    /** The processes that a person's case begins with (contract, section 3). */
    public static final List<String> BEGINNINGS = List.of("referral", "online-report", "return");

    private final JdbcTemplate jdbc;
    private final TransactionTemplate ownTransaction;

    CaseNumbers(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * The next number, in the running transaction.
     *
     * @param year the year of the report
     * @return {@code NRM-<year>-<six digits>}
     */
    public String next(int year) {
        if (raise(year) == 0) {
            openYear(year);
            raise(year);
        }
        Integer number =
                jdbc.queryForObject("select last_number from nrm_case_number where case_year = ?", Integer.class, year);
        return "NRM-%d-%06d".formatted(year, number);
    }

    /**
     * A case number as a person types it, the way it was given.
     *
     * @param typed with blanks around it or in small letters
     * @return the number to look for
     */
    public static String asGiven(String typed) {
        return typed.strip().toUpperCase(Locale.ROOT);
    }

    /**
     * Lets the running transaction alone look at the cases of a year until it ends, because two that look in the same
     * moment would both find that nobody has acted yet.
     *
     * @param caseNumber the number of a case
     */
    public void holdYearOf(String caseNumber) {
        int year = Integer.parseInt(caseNumber.split("-")[1]);
        jdbc.queryForList("select last_number from nrm_case_number where case_year = ? for update", year);
    }

    private int raise(int year) {
        return jdbc.update("update nrm_case_number set last_number = last_number + 1 where case_year = ?", year);
    }

    private void openYear(int year) {
        try {
            ownTransaction.executeWithoutResult(
                    status -> jdbc.update("insert into nrm_case_number (case_year, last_number) values (?, 0)", year));
        } catch (DuplicateKeyException openedMeanwhile) {
            // Another node opened the year in the same moment, which is just as well.
        }
    }
}
