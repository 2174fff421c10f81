package al.nrm.returns;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The fields of a transnational message: the envelope, what IOM's Human Trafficking Case Data Standard has a name for
 * ({@code prs_} a person, {@code cas_} a case), and what it has none for ({@code nrm_}). docs/transnational-messages.md.
 */
enum MessageField {
    MESSAGE_ID("messageId", "[A-Za-z0-9][A-Za-z0-9._-]{0,63}"),
    MESSAGE_TYPE("messageType", "referral|acknowledgement|handover|report|withdrawal"),
    SENDER("sender", "[A-Z]{3}"),
    RECIPIENT("recipient", "[A-Z]{3}"),
    SENT_AT("sentAt", "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?Z"),
    IN_REPLY_TO("inReplyTo", "(?s).{1,500}"),
    FIRST_NAME("prs_FirstName", "(?s).{1,99}"),
    SECOND_NAME("prs_SecondName", "(?s).{1,99}"),
    FULL_NAME("nrm_FullName", "(?s).{1,200}"),
    BIRTHDATE("prs_Birthdate", "\\d{4}-\\d{2}-\\d{2}"),
    GENDER("prs_Gender", "Male|Female|Transgender/NonConforming|Unknown"),
    NATIONALITY("prs_Nationality", "[A-Z]{2,3}"),
    AGE_GROUP("nrm_AgeGroup", "adult|child|doubt"),
    UNACCOMPANIED("nrm_Unaccompanied", "true|false"),
    COUNTY("nrm_County", "[a-z]{1,20}"),
    LANGUAGE("nrm_Language", "[a-z]{2}"),
    SAFE_CONTACT("nrm_SafeContactRule", "(?s).{1,500}"),
    STATUS("cas_Status", "(?s).{1,100}"),
    REFERRING_WORKER("cas_ReferringPrimaryCaseWorker", "(?s).{1,500}"),
    INCOMING_DETAILS("cas_IncomingReferralDetails", "(?s).{1,4000}"),
    OUTGOING_REASON("cas_ReasonForOutgoingReferral", "(?s).{1,500}"),
    OUTGOING_DETAILS("cas_OutgoingReferralDetails", "(?s).{1,4000}"),
    CLOSURE("cas_ReasonForCaseClosure", "(?s).{1,500}");

    private static final Set<MessageField> IDENTITY = Set.of(FIRST_NAME, SECOND_NAME, FULL_NAME, BIRTHDATE);

    private final String key;
    private final Pattern form;

    MessageField(String key, String form) {
        this.key = key;
        this.form = Pattern.compile(form);
    }

    String key() {
        return key;
    }

    Pattern form() {
        return form;
    }

    static Optional<MessageField> of(String key) {
        return Arrays.stream(values()).filter(field -> field.key.equals(key)).findFirst();
    }

    static Set<String> names() {
        return Arrays.stream(values()).map(MessageField::key).collect(Collectors.toUnmodifiableSet());
    }

    static boolean saysWhoThePersonIs(String key) {
        return of(key).filter(IDENTITY::contains).isPresent();
    }

    /** What every message has, whatever it says. */
    static List<MessageField> envelope() {
        return List.of(MESSAGE_ID, MESSAGE_TYPE, SENDER, RECIPIENT, SENT_AT);
    }
}
