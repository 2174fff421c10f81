package al.nrm;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Referrals played by one configuration and what they cost it: only what staff do is timed and counted (their list, the
 * form, claim, answer) and the timers that fire, not the search of the player for what to do next.
 */
class PlayedReferrals {

    private static final String REPORTER = "mobile-unit.vlore";

    private final Cases cases;
    private final CountStatements statements;
    private final JdbcTemplate database;

    private int played;
    private int tasks;
    private long nanoseconds;
    private long sent;
    private long historyBytes;

    PlayedReferrals(ApplicationContext context) {
        cases = context.getBean(Cases.class);
        statements = context.getBean(CountStatements.class);
        database = context.getBean(JdbcTemplate.class);
    }

    void warmUp() {
        play(5);
        played = 0;
        tasks = 0;
        nanoseconds = 0;
        sent = 0;
        historyBytes = 0;
    }

    void play(int count) {
        long before = history();
        for (int i = 0; i < count; i++) {
            play();
        }
        historyBytes += history() - before;
        played += count;
    }

    int cases() {
        return played;
    }

    int tasks() {
        return tasks;
    }

    double seconds() {
        return nanoseconds / 1e9;
    }

    long statements() {
        return sent;
    }

    long historyBytes() {
        return historyBytes;
    }

    /** A woman who agrees to everything, from the report over identification and shelter to the closure. */
    private void play() {
        Case referral = counted(() -> cases.report(REPORTER, Map.of("channel", "mobileUnit", "county", "vlore")));
        while (referral.end() == null) {
            List<Task> open = referral.tasks().toList();
            if (open.isEmpty()) {
                counted(referral::letTimePass);
            }
            for (Task task : open) {
                answer(referral, task);
            }
        }
    }

    private void answer(Case referral, Task task) {
        String group = referral.group(task);
        Map<String, Object> fields = task.getTaskDefinitionKey().equals("Task_ScreenPerson")
                ? Map.of("indicators", List.of("R01", "K01", "E01"), "exploitationType", "sexual")
                : Map.of();
        counted(() -> referral.answerAsStaff(task, group, fields));
        tasks++;
    }

    private <T> T counted(Supplier<T> action) {
        long sentBefore = statements.sent();
        long start = System.nanoTime();
        T result = action.get();
        nanoseconds += System.nanoTime() - start;
        sent += statements.sent() - sentBefore;
        return result;
    }

    /** Bytes of all history rows and of the long values they point to, without indexes and free space. */
    private long history() {
        return database.queryForList("""
                        select table_name from information_schema.tables
                        where table_schema = current_schema()
                          and (table_name like 'act_hi_%' or table_name = 'act_ge_bytearray')
                        """, String.class).stream()
                .mapToLong(table -> database.queryForObject(
                        "select coalesce(sum(pg_column_size(t.*)), 0) from " + table + " t", Long.class))
                .sum();
    }
}
