package al.nrm.institution;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.UUID;
import javax.sql.DataSource;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.spring.SpringTransactionsProcessEngineConfiguration;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.DatabasePopulatorUtils;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A real engine over a database of its own, with a few models of every kind of candidate group, and the seeding. Not
 * marked as a configuration, so that no test of the whole server finds it by scanning.
 */
@Import({Institutions.class, SeedDirectory.class, SeedDemoUsers.class, SeedAtStart.class})
class SeedingContext {

    @Bean
    DataSource dataSource() throws IOException {
        DataSource database = "postgresql".equals(System.getProperty("nrm.test.database"))
                ? EmbeddedPostgres.start().getPostgresDatabase()
                : new DriverManagerDataSource(
                        "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=30000", "sa", "");
        DatabasePopulatorUtils.execute(
                new ResourceDatabasePopulator(new ClassPathResource("db/migration/V2__seeded_grants.sql")), database);
        return database;
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource database) {
        return new DataSourceTransactionManager(database);
    }

    @Bean
    TransactionTemplate transactionTemplate(PlatformTransactionManager transactions) {
        return new TransactionTemplate(transactions);
    }

    @Bean
    JdbcTemplate jdbcTemplate(DataSource database) {
        return new JdbcTemplate(database);
    }

    @Bean(destroyMethod = "close")
    ProcessEngine engine(DataSource database, PlatformTransactionManager transactions) {
        var configuration = new SpringTransactionsProcessEngineConfiguration();
        configuration.setProcessEngineName(UUID.randomUUID().toString());
        configuration.setDataSource(database);
        configuration.setTransactionManager(transactions);
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setAuthorizationEnabled(true);
        configuration.setJobExecutorActivate(false);
        configuration.setGeneralResourceWhitelistPattern("[a-zA-Z0-9]+([-.][a-zA-Z0-9]+)*");
        ProcessEngine engine = configuration.buildProcessEngine();
        deploy(engine.getRepositoryService(), "referral", "${reportingInstitution}", "health-services");
        deploy(engine.getRepositoryService(), "placement", "${shelter}", "ra-secretariat");
        deploy(engine.getRepositoryService(), "assistance", "${caseManager}", "ra-seat.health-ministry");
        deploy(engine.getRepositoryService(), "team", "${policeSide}", "${requestKeeper}");
        deploy(engine.getRepositoryService(), "decision", "${institution}", "ra-members");
        deploy(engine.getRepositoryService(), "escalation", "${supervisor}", "${raSeat}");
        return engine;
    }

    /** Deploys a process of two user tasks, Task_First and Task_Second, for these candidate groups. */
    static void deploy(RepositoryService repository, String process, String first, String second) {
        var model = Bpmn.createExecutableProcess(process)
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent()
                .userTask("Task_First")
                .camundaCandidateGroups(first)
                .userTask("Task_Second")
                .camundaCandidateGroups(second)
                .endEvent()
                .done();
        repository.createDeployment().addModelInstance(process + ".bpmn", model).deploy();
    }

    @Bean
    AuthorizationService authorizations(ProcessEngine engine) {
        return engine.getAuthorizationService();
    }

    @Bean
    IdentityService identity(ProcessEngine engine) {
        return engine.getIdentityService();
    }

    @Bean
    RepositoryService repository(ProcessEngine engine) {
        return engine.getRepositoryService();
    }
}
