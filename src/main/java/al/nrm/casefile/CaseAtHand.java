package al.nrm.casefile;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.context.BpmnExecutionContext;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Tells which case a process instance belongs to, and which case the running command is about. */
@Component
class CaseAtHand {

    private final ObjectProvider<JdbcTemplate> jdbc;

    // An instance keeps its business key for good.
    private final Cache<String, String> known =
            Caffeine.newBuilder().maximumSize(100_000).build();

    CaseAtHand(ObjectProvider<JdbcTemplate> jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The case of a process instance, running or ended.
     *
     * @throws NoCase where it has none
     */
    String of(String processInstance) {
        String number = processInstance == null ? null : known.get(processInstance, this::find);
        if (number == null) {
            throw new NoCase();
        }
        return number;
    }

    /**
     * The case that is just beginning, which another case's step may have begun; otherwise the case of what is being
     * executed, or, before anything is, the only one whose executions the command has touched.
     *
     * @throws NoCase where there is none, or more than one
     */
    String inHand() {
        List<ExecutionEntity> touched = Context.getCommandContext()
                .getDbEntityManager()
                .getDbEntityCache()
                .getEntitiesByType(ExecutionEntity.class);
        BpmnExecutionContext running = Context.getBpmnExecutionContext();
        List<String> numbers = numbers(touched.stream().filter(ExecutionEntity::isStarting));
        if (numbers.isEmpty()) {
            numbers = numbers(running == null ? touched.stream() : Stream.of(running.getExecution()));
        }
        if (numbers.size() != 1) {
            throw new NoCase();
        }
        return numbers.get(0);
    }

    private static List<String> numbers(Stream<ExecutionEntity> executions) {
        return executions
                .map(ExecutionEntity::getProcessBusinessKey)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private String find(String processInstance) {
        ExecutionEntity begun = Context.getCommandContext()
                .getDbEntityManager()
                .getCachedEntity(ExecutionEntity.class, processInstance);
        if (begun != null) {
            return begun.getBusinessKey();
        }
        // Not by the engine's own query: while it writes a batch, that would have to be sent first.
        return jdbc
                .getObject()
                .queryForList("select BUSINESS_KEY_ from ACT_HI_PROCINST where ID_ = ?", String.class, processInstance)
                .stream()
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
