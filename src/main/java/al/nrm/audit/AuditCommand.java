package al.nrm.audit;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;

/**
 * {@code java -jar nrm.jar audit verify [--seal number:hash]…} and {@code … audit seal}, on the database that the server is
 * set to, without a server, an engine or a key.
 */
public final class AuditCommand {

    private static final Logger LOG = LoggerFactory.getLogger(AuditCommand.class);
    private static final String SEAL = "--seal";
    private static final String USAGE = """
            audit verify [--seal number:hash]...   holds the trail against itself, its seals, the engine's history and the
                                                   seals given; exit code 0: all is as it was written, 1: it is not
            audit seal                             seals the trail now and prints the seal, to be kept elsewhere""";

    private final List<String> keptSeals = new ArrayList<>();
    private final List<String> settings = new ArrayList<>();

    private AuditCommand() {}

    /** What both commands need of the application; not marked, so that the server's own start does not find it. */
    @Import({Verification.class, Chains.class})
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        TransactionAutoConfiguration.class
    })
    static class Parts {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }

    /** Whether the arguments are for this command and not for the server. */
    public static boolean isMeant(String... arguments) {
        return arguments.length > 0 && arguments[0].equals("audit");
    }

    /**
     * @return the exit code
     */
    public static int run(String... arguments) {
        String what = arguments.length < 2 ? "" : arguments[1];
        AuditCommand command = new AuditCommand();
        command.read(List.of(arguments).subList(Math.min(2, arguments.length), arguments.length));
        if (!what.equals("verify") && !what.equals("seal")) {
            say(USAGE);
            return 2;
        }
        try (ConfigurableApplicationContext context = command.start()) {
            return what.equals("seal") ? command.seal(context) : command.verify(context);
        } catch (DataAccessException unreadable) {
            LOG.debug("The trail cannot be read", unreadable);
            say("The trail cannot be read: " + unreadable.getMostSpecificCause().getMessage());
            return 2;
        }
    }

    private void read(List<String> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.equals(SEAL) && i + 1 < arguments.size()) {
                keptSeals.add(arguments.get(++i));
            } else if (argument.startsWith(SEAL + "=")) {
                keptSeals.add(argument.substring(SEAL.length() + 1));
            } else {
                settings.add(argument);
            }
        }
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(Parts.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .run(settings.toArray(String[]::new));
    }

    private int verify(ConfigurableApplicationContext context) {
        Verdict verdict = context.getBean(Verification.class).verify(keptSeals);
        verdict.troubles().forEach(trouble -> say(trouble.kind() + "  " + trouble.sentence()));
        say("%d records in %d chains, %d seals: %s"
                .formatted(
                        verdict.records(),
                        verdict.chains(),
                        verdict.seals(),
                        verdict.isWhole() ? "all as it was written." : "not as it was written."));
        return verdict.isWhole() ? 0 : 1;
    }

    private int seal(ConfigurableApplicationContext context) {
        say(context.getAutowireCapableBeanFactory()
                .createBean(Seals.class)
                .seal()
                .toString());
        return 0;
    }

    private static void say(String sentence) {
        System.out.println(sentence);
    }
}
