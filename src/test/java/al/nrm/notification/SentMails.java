package al.nrm.notification;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mail.MailSendException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * Keeps the mails that a mail server would have got; the server refuses addresses that begin with "unknown" and fails
 * altogether on those that begin with "breaking".
 */
public class SentMails extends Mails {

    private final List<SimpleMailMessage> sent;

    public SentMails() {
        this(new ArrayList<>());
    }

    private SentMails(List<SimpleMailMessage> sent) {
        super(
                new StaticListableBeanFactory(Map.of("server", server(sent))).getBeanProvider(JavaMailSender.class),
                "nrm@localhost");
        this.sent = sent;
    }

    /** What the application has where no mail server is configured. */
    public static Mails withoutServer() {
        return new Mails(new StaticListableBeanFactory().getBeanProvider(JavaMailSender.class), "nrm@localhost");
    }

    private static JavaMailSender server(List<SimpleMailMessage> sent) {
        return new JavaMailSenderImpl() {
            @Override
            public void send(SimpleMailMessage... mails) {
                for (SimpleMailMessage mail : mails) {
                    if (mail.getTo()[0].startsWith("breaking")) {
                        throw new IllegalStateException("The connection broke in an unforeseen way.");
                    }
                    if (mail.getTo()[0].startsWith("unknown")) {
                        throw new MailSendException("No such mailbox.");
                    }
                    sent.add(mail);
                }
            }
        };
    }

    /** The mails whose subject or text names the case. */
    public List<SimpleMailMessage> about(String caseNumber) {
        return sent.stream()
                .filter(mail -> (mail.getSubject() + mail.getText()).contains(caseNumber))
                .toList();
    }
}
