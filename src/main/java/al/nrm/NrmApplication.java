package al.nrm;

import al.nrm.audit.AuditCommand;
import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The National Referral Mechanism as one running server: engine, REST API, web apps and our own pages. */
@SpringBootApplication
@EnableScheduling
public class NrmApplication {

    /**
     * Starts the server. The JVM runs in UTC whatever the machine's zone is, because the engine stores its timestamps
     * without a zone; Europe/Tirane belongs to the deadline calendar and to the screen alone.
     *
     * @param args Spring Boot arguments, or the command {@code audit}
     */
    public static void main(String[] args) {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        if (AuditCommand.isMeant(args)) {
            System.exit(AuditCommand.run(args));
        }
        SpringApplication.run(NrmApplication.class, args);
    }
}
