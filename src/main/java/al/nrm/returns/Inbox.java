package al.nrm.returns;

import al.nrm.casefile.WholeCase;
import al.nrm.language.Words;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes in what focal points abroad send, each message once: the same again has the same answer and no second effect,
 * and in whatever order messages come, the case ends in the same state.
 */
@Component
class Inbox {

    private static final List<String> REPORTS = List.of("handover", "report");

    private final StoredMessages messages;
    private final BeginReturn beginReturn;
    private final RuntimeService runtime;
    private final WholeCase wholeCase;
    private final TransactionTemplate transaction;

    Inbox(
            StoredMessages messages,
            BeginReturn beginReturn,
            RuntimeService runtime,
            WholeCase wholeCase,
            PlatformTransactionManager transactions) {
        this.messages = messages;
        this.beginReturn = beginReturn;
        this.runtime = runtime;
        this.wholeCase = wholeCase;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Takes a message in.
     *
     * @return the number of its case
     * @throws MessageRefused where it must not stand, or cannot yet: then it is to be sent again later
     */
    String take(ForeignMessage message) {
        return known(message).orElseGet(() -> {
            try {
                return transaction.execute(status -> takeNew(message));
            } catch (DuplicateKeyException takenMeanwhile) {
                return known(message).orElseThrow(() -> takenMeanwhile);
            }
        });
    }

    private Optional<String> known(ForeignMessage message) {
        return messages.find(StoredMessages.INCOMING, message.sender(), message.id())
                .map(row -> {
                    if (!Arrays.equals(row.digest(), messages.digest(message.bytes()))) {
                        throw new MessageRefused(
                                HttpStatus.CONFLICT,
                                "messageId",
                                Words.say("another message with this number has come before"));
                    }
                    return row.caseNumber();
                });
    }

    private String takeNew(ForeignMessage message) {
        String type = message.get(MessageField.MESSAGE_TYPE);
        String caseNumber = type.equals("referral") ? beginReturn.with(message) : caseOf(message);
        messages.keep(StoredMessages.INCOMING, message.sender(), message.id(), caseNumber, type, message.bytes());
        wholeCase.act(() -> {
            tell(type, message, caseNumber);
            return null;
        });
        return caseNumber;
    }

    private void tell(String type, ForeignMessage message, String caseNumber) {
        switch (type) {
            case "acknowledgement" -> acknowledge(message, caseNumber);
            case "withdrawal" -> correlate(ReturnProcess.WITHDRAWN, caseNumber);
            case "handover", "report" -> show(caseNumber);
            default -> {
                // A referral has begun its case.
            }
        }
    }

    /** A message belongs to the case of the one that it answers, ours or an earlier one of the same sender. */
    private String caseOf(ForeignMessage message) {
        String answered = message.require(MessageField.IN_REPLY_TO);
        return messages.find(StoredMessages.OUTGOING, message.sender(), answered)
                .or(() -> messages.find(StoredMessages.INCOMING, message.sender(), answered))
                .map(StoredMessages.Row::caseNumber)
                .orElseThrow(() -> new MessageRefused(
                        HttpStatus.CONFLICT,
                        "inReplyTo",
                        Words.say("no message with this number is known; send it first, and this one again after it")));
    }

    private void acknowledge(ForeignMessage message, String caseNumber) {
        messages.find(StoredMessages.OUTGOING, message.sender(), message.get(MessageField.IN_REPLY_TO))
                .ifPresent(ours -> {
                    messages.acknowledged(ours);
                    if (ours.type().equals("referral")) {
                        correlate(ReturnProcess.ACKNOWLEDGED, caseNumber);
                    }
                });
    }

    /** Where nobody listens any more, there is nothing left to stop or to wait for. */
    private void correlate(String event, String caseNumber) {
        runtime.createMessageCorrelation(event)
                .processInstanceBusinessKey(caseNumber)
                .correlateAll();
    }

    /** All reports in the order in which they were sent, because they may come in any. */
    private void show(String caseNumber) {
        String reports = messages.received(caseNumber, REPORTS)
                .map(ForeignMessage::read)
                .sorted(Comparator.comparing((ForeignMessage report) -> report.get(MessageField.SENT_AT))
                        .thenComparing(ForeignMessage::id))
                .map(report -> report.find(MessageField.INCOMING_DETAILS).orElse("-"))
                .collect(Collectors.joining("\n\n"));
        for (String process : List.of(ReturnProcess.FEEDBACK, ReturnProcess.OUTGOING)) {
            runtime.createProcessInstanceQuery()
                    .processInstanceBusinessKey(caseNumber)
                    .processDefinitionKey(process)
                    .list()
                    .forEach(instance ->
                            runtime.setVariable(instance.getId(), ReturnProcess.REPORT_FROM_ABROAD, reports));
        }
    }
}
