package al.nrm.notification;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Sends mails that carry case numbers and never a person; without a mail server it says so in the log, once. */
@Component
public class Mails {

    private static final Logger LOG = LoggerFactory.getLogger(Mails.class);

    private final ObjectProvider<JavaMailSender> sender;
    private final String from;

    Mails(ObjectProvider<JavaMailSender> sender, @Value("${nrm.mail.from:nrm@localhost}") String from) {
        this.sender = sender;
        this.from = from;
    }

    /** Whether mails can be sent at all: a mail server is configured ({@code SPRING_MAIL_HOST}). */
    public boolean haveServer() {
        return sender.getIfAvailable() != null;
    }

    @EventListener(ApplicationReadyEvent.class)
    void sayWhatIsMissing() {
        if (!haveServer()) {
            LOG.warn("No mail server is configured (SPRING_MAIL_HOST): nobody is warned before a deadline");
        }
    }

    /**
     * Sends one mail to each address, so that no recipient learns of another and one wrong address keeps nobody else from
     * being told.
     *
     * @param addresses e-mail addresses of staff
     * @param subject without personal data
     * @param text without personal data
     * @throws org.springframework.mail.MailException where the mail server takes none of them
     * @throws IllegalStateException where there is no mail server
     */
    public void send(List<String> addresses, String subject, String text) {
        JavaMailSender server = sender.getIfAvailable();
        if (server == null) {
            throw new IllegalStateException("No mail server is configured");
        }
        MailException failure = null;
        int failed = 0;
        for (String address : addresses) {
            SimpleMailMessage mail = new SimpleMailMessage();
            mail.setFrom(from);
            mail.setTo(address);
            mail.setSubject(subject);
            mail.setText(text);
            try {
                server.send(mail);
            } catch (MailException refused) {
                // Its message names the address, which is no business of the log.
                LOG.warn("The mail server did not take a mail: {}", subject);
                failure = refused;
                failed++;
            }
        }
        if (failure != null && failed == addresses.size()) {
            throw failure;
        }
    }
}
