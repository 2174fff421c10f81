package al.nrm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Plays whole referrals on PostgreSQL, once with this system's configuration and once with the starter's defaults, in turn
 * within one run, and writes what each of them costs. Only the ratio says something: the figures are those of one machine.
 *
 * <p>{@code mvn -Pbenchmark verify}, with {@code -Dnrm.benchmark.cases=100} cases a side and {@code -Dnrm.benchmark.rounds=5}.
 */
final class ReferralBenchmark {

    private static final String TEST_DATABASE = "nrm.test.database";

    private ReferralBenchmark() {}

    /** One of the two configurations, with what its rounds have cost so far. */
    record Side(ConfigurableApplicationContext context, PlayedReferrals played) {}

    public static void main(String... arguments) throws IOException {
        int cases = Integer.getInteger("nrm.benchmark.cases", 100);
        int rounds = Integer.getInteger("nrm.benchmark.rounds", 5);
        System.setProperty(TEST_DATABASE, "postgresql");
        Side ours = side(new Class<?>[0]);
        Side defaults = side(new Class<?>[] {StarterDefaults.class}, StarterDefaults.PROPERTIES);
        try {
            ours.played().warmUp();
            defaults.played().warmUp();
            for (int round = 0; round < rounds; round++) {
                // Whoever comes second finds the machine warmer: they take turns.
                for (Side side : round % 2 == 0 ? List.of(ours, defaults) : List.of(defaults, ours)) {
                    side.played().play(Math.max(1, cases / rounds));
                }
            }
            String table = table(ours.played(), defaults.played());
            System.out.println(table);
            Files.writeString(Path.of("target", "benchmark.md"), table);
        } finally {
            ours.context().close();
            defaults.context().close();
        }
    }

    private static Side side(Class<?>[] more, String... properties) {
        List<String> arguments = new ArrayList<>(List.of(properties));
        arguments.add("--server.port=0");
        arguments.add("--camunda.bpm.job-execution.enabled=false");
        arguments.add("--nrm.warning.every=PT1000H");
        ConfigurableApplicationContext context = new SpringApplicationBuilder(
                        NrmApplication.class, Cases.class, CountStatements.class)
                .sources(more)
                .initializers(new TestDatabase())
                .profiles("demo")
                .bannerMode(Banner.Mode.OFF)
                .run(arguments.toArray(String[]::new));
        return new Side(context, new PlayedReferrals(context));
    }

    private static String table(PlayedReferrals ours, PlayedReferrals defaults) {
        StringBuilder table =
                new StringBuilder("%n%d cases a side, each from the report to its closure; %d tasks a case%n%n"
                        .formatted(ours.cases(), ours.tasks() / ours.cases()));
        table.append("| measure | ours | starter's defaults | ours / defaults |%n|---|---:|---:|---:|%n".formatted());
        Map<String, ToDoubleFunction<PlayedReferrals>> measures = new LinkedHashMap<>();
        measures.put("cases per second", side -> side.cases() / side.seconds());
        measures.put("tasks per second", side -> side.tasks() / side.seconds());
        measures.put("SQL statements per case", side -> (double) side.statements() / side.cases());
        measures.put("bytes of history per case", side -> (double) side.historyBytes() / side.cases());
        measures.forEach((name, measure) -> table.append("| %s | %.1f | %.1f | %.2f |%n"
                .formatted(
                        name,
                        measure.applyAsDouble(ours),
                        measure.applyAsDouble(defaults),
                        measure.applyAsDouble(ours) / measure.applyAsDouble(defaults))));
        return table.toString();
    }
}
