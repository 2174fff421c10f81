package al.nrm.institution;

import al.nrm.platform.ModelsDeployed;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seeds the directory, wholly or not at all, after the engine has deployed its models and before the first request: the
 * web server and the job executor start only when every bean stands, and a broken directory stops the start here.
 */
@Component
class SeedAtStart implements SmartInitializingSingleton {
    private final SeedDirectory directory;
    private final ObjectProvider<SeedDemoUsers> demoUsers;
    private final ObjectProvider<SeedFirstAdministrator> administrator;
    private final IdentityService identities;
    private final TransactionTemplate transaction;

    SeedAtStart(
            SeedDirectory directory,
            ObjectProvider<SeedDemoUsers> demoUsers,
            ObjectProvider<SeedFirstAdministrator> administrator,
            IdentityService identities,
            TransactionTemplate transaction) {
        this.directory = directory;
        this.demoUsers = demoUsers;
        this.administrator = administrator;
        this.identities = identities;
        this.transaction = transaction;
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> {
            directory.seed();
            demoUsers.ifAvailable(SeedDemoUsers::seed);
            administrator.ifAvailable(SeedFirstAdministrator::seed);
        });
    }

    /** A step that a new version gives to another institution is that institution's to read about at once. */
    @EventListener
    void follow(ModelsDeployed deployed) {
        Authentication deployer = identities.getCurrentAuthentication();
        // Whoever may deploy may not grant; and his own transaction is over, but still bound to the thread.
        identities.clearAuthentication();
        try {
            TransactionTemplate next = new TransactionTemplate(transaction.getTransactionManager());
            next.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
            next.executeWithoutResult(status -> directory.seed());
        } finally {
            identities.setAuthentication(deployer);
        }
    }
}
