package al.nrm;

import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestComponent;

/** Counts every statement that the application sends to its database; each one of a batch counts. */
@TestComponent
class CountStatements implements BeanPostProcessor {

    private final AtomicLong sent = new AtomicLong();

    long sent() {
        return sent.get();
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource database
                ? ProxyDataSourceBuilder.create(database)
                        .afterQuery((execution, statements) ->
                                sent.addAndGet(Math.max(execution.getBatchSize(), statements.size())))
                        .build()
                : bean;
    }
}
