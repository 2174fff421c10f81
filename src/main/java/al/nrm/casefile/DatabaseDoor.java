package al.nrm.casefile;

import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.List;
import org.apache.ibatis.executor.parameter.ParameterHandler;
import org.apache.ibatis.executor.resultset.ResultSetHandler;
import org.apache.ibatis.plugin.Interceptor;
import org.apache.ibatis.plugin.Intercepts;
import org.apache.ibatis.plugin.Invocation;
import org.apache.ibatis.plugin.Plugin;
import org.apache.ibatis.plugin.Signature;
import org.springframework.stereotype.Component;

/** Where rows leave for the database and come from it: sealed on the one side, plain on the other. */
@Component
@Intercepts({
    @Signature(type = ParameterHandler.class, method = "setParameters", args = PreparedStatement.class),
    @Signature(type = ResultSetHandler.class, method = "handleResultSets", args = Statement.class)
})
class DatabaseDoor implements Interceptor {

    private final SealedRecords records;

    DatabaseDoor(SealedRecords records) {
        this.records = records;
    }

    @Override
    public Object intercept(Invocation invocation) throws Throwable {
        if (invocation.getTarget() instanceof ParameterHandler statement) {
            Runnable restore = records.seal(statement.getParameterObject());
            try {
                return invocation.proceed();
            } finally {
                restore.run();
            }
        }
        Object rows = invocation.proceed();
        if (rows instanceof List<?> list) {
            list.forEach(records::open);
        }
        return rows;
    }

    @Override
    public Object plugin(Object target) {
        return target instanceof ParameterHandler || target instanceof ResultSetHandler
                ? Plugin.wrap(target, this)
                : target;
    }
}
