package al.nrm;

import al.nrm.audit.VerificationSpeed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Plays whole referrals on PostgreSQL with three configurations in turn within one run and writes what each of them costs:
 * this system's, the same with nothing sealed and nothing recorded, and the starter's defaults (which seals and records as
 * this system does). Then what a read and a verification cost. Only the ratios say something: the figures are those of one
 * machine.
 *
 * <p>{@code mvn -Pbenchmark verify}, with {@code -Dnrm.benchmark.cases=100} cases a side and {@code -Dnrm.benchmark.rounds=5}.
 */
final class ReferralBenchmark {

    private static final String TEST_DATABASE = "nrm.test.database";
    private static final int READS_A_ROUND = 40;

    private ReferralBenchmark() {}

    /** One of the configurations, with what its rounds have cost so far. */
    record Side(String name, ConfigurableApplicationContext context, PlayedReferrals played, TimedReads reads) {

        void play(int cases) {
            played.play(cases);
            // A server asks a registry of the whole JVM for its engine.
            ProcessEngines.registerProcessEngine(context.getBean(ProcessEngine.class));
            reads.read(READS_A_ROUND);
        }
    }

    public static void main(String... arguments) throws IOException {
        int cases = Integer.getInteger("nrm.benchmark.cases", 100);
        int rounds = Integer.getInteger("nrm.benchmark.rounds", 5);
        System.setProperty(TEST_DATABASE, "postgresql");
        Side ours = side("ours", null);
        Side plain = side("without seals and trail", WithoutSealsAndTrail.class);
        Side defaults = side("starter's defaults", StarterDefaults.class, StarterDefaults.PROPERTIES);
        List<Side> turns = new ArrayList<>(List.of(ours, plain, defaults));
        try {
            turns.forEach(side -> side.played().warmUp());
            for (int round = 0; round < rounds; round++) {
                // Whoever comes later finds the machine warmer: they take turns.
                turns.forEach(side -> side.play(Math.max(1, cases / rounds)));
                Collections.rotate(turns, 1);
            }
            String table = table(ours, plain, defaults) + verification(ours);
            System.out.println(table);
            Files.writeString(Path.of("target", "benchmark.md"), table);
        } finally {
            turns.forEach(side -> side.context().close());
        }
    }

    private static Side side(String name, Class<?> more, String... properties) {
        List<String> arguments = new ArrayList<>(List.of(properties));
        arguments.add("--server.port=0");
        arguments.add("--camunda.bpm.job-execution.enabled=false");
        arguments.add("--nrm.warning.every=PT1000H");
        SpringApplicationBuilder application =
                new SpringApplicationBuilder(NrmApplication.class, Cases.class, CountStatements.class);
        if (more != null) {
            application.sources(more);
        }
        ConfigurableApplicationContext context = application
                .initializers(new TestDatabase())
                .profiles("demo")
                .bannerMode(Banner.Mode.OFF)
                .run(arguments.toArray(String[]::new));
        return new Side(name, context, new PlayedReferrals(context), new TimedReads(context));
    }

    private static String table(Side ours, Side... others) {
        StringBuilder table =
                new StringBuilder("%n%d cases a side, each from the report to its closure; %d tasks a case%n%n"
                        .formatted(
                                ours.played().cases(),
                                ours.played().tasks() / ours.played().cases()));
        table.append("| measure | ours |");
        for (Side other : others) {
            table.append(" %s | ours / %s |".formatted(other.name(), other.name()));
        }
        table.append("%n|---|---:|%s%n".formatted("---:|---:|".repeat(others.length)));
        Map<String, ToDoubleFunction<Side>> measures = new LinkedHashMap<>();
        measures.put(
                "cases per second",
                side -> side.played().cases() / side.played().seconds());
        measures.put(
                "tasks per second",
                side -> side.played().tasks() / side.played().seconds());
        measures.put(
                "SQL statements per case",
                side -> (double) side.played().statements() / side.played().cases());
        measures.put(
                "bytes of history per case",
                side -> (double) side.played().historyBytes() / side.played().cases());
        measures.put("milliseconds per read", side -> side.reads().milliseconds());
        measures.forEach((name, measure) -> {
            double own = measure.applyAsDouble(ours);
            table.append("| %s | %.1f |".formatted(name, own));
            for (Side other : others) {
                double theirs = measure.applyAsDouble(other);
                table.append(" %.1f | %.2f |".formatted(theirs, own / theirs));
            }
            table.append("%n".formatted());
        });
        return table.toString();
    }

    private static String verification(Side ours) {
        VerificationSpeed speed = new VerificationSpeed(ours.context().getBean(JdbcTemplate.class)).measure();
        return "%nThe trail is verified at %.0f MiB/s, in memory; SHA-256 alone hashes as much at %.0f MiB/s: %.2f%n"
                .formatted(
                        speed.mebibytesVerifiedPerSecond(),
                        speed.mebibytesHashedPerSecond(),
                        speed.mebibytesVerifiedPerSecond() / speed.mebibytesHashedPerSecond());
    }
}
