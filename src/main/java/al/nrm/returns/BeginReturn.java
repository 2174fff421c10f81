package al.nrm.returns;

import al.nrm.casefile.FormRefused;
import al.nrm.language.Words;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Turns a referral from abroad into the start form of a return, so that it begins a case by the same rules as a person's report. */
@Component
class BeginReturn {

    private static final Map<String, String> SEX =
            Map.of("Male", "male", "Female", "female", "Transgender/NonConforming", "other", "Unknown", "unknown");

    private final RepositoryService repository;
    private final FormService forms;

    BeginReturn(RepositoryService repository, FormService forms) {
        this.repository = repository;
        this.forms = forms;
    }

    /**
     * Begins the case in the running transaction, in the name of whoever delivers the message.
     *
     * @return the number of the case
     * @throws MessageRefused where the form would not be accepted
     */
    String with(ForeignMessage referral) {
        String definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(ReturnProcess.KEY)
                .latestVersion()
                .singleResult()
                .getId();
        try {
            return forms.submitStartForm(definition, fields(referral)).getBusinessKey();
        } catch (FormRefused refused) {
            // It names fields, in words, and never what was sent.
            throw new MessageRefused(HttpStatus.BAD_REQUEST, "message", refused.getMessage());
        }
    }

    private static Map<String, Object> fields(ForeignMessage referral) {
        String age = referral.require(MessageField.AGE_GROUP);
        Map<String, Object> fields = new HashMap<>();
        fields.put("channel", "foreignReferral");
        fields.put("hostCountry", referral.sender());
        fields.put("senderReference", referral.id());
        fields.put("senderContact", referral.get(MessageField.REFERRING_WORKER));
        fields.put("county", referral.require(MessageField.COUNTY));
        fields.put("ageGroup", age);
        fields.put("sex", SEX.get(referral.require(MessageField.GENDER)));
        fields.put("nationality", alpha3(referral.require(MessageField.NATIONALITY)));
        fields.put("interpreterLanguage", referral.get(MessageField.LANGUAGE));
        // A child of whom nothing is said is taken for alone.
        fields.put(
                "unaccompanied",
                referral.find(MessageField.UNACCOMPANIED).map(Boolean::valueOf).orElse(!age.equals("adult")));
        fields.put("fullName", fullName(referral));
        fields.put("dateOfBirth", referral.get(MessageField.BIRTHDATE));
        fields.put("immediateDanger", false);
        fields.put("safeContactRule", referral.get(MessageField.SAFE_CONTACT));
        fields.put("narrative", referral.require(MessageField.INCOMING_DETAILS));
        return fields;
    }

    private static String fullName(ForeignMessage referral) {
        String parts = Stream.of(MessageField.FIRST_NAME, MessageField.SECOND_NAME)
                .flatMap(field -> referral.find(field).stream())
                .collect(Collectors.joining(" "));
        return referral.find(MessageField.FULL_NAME).orElse(parts.isEmpty() ? null : parts);
    }

    /** The standard has two letters for a country; our facts have three, and so has Kosovo's common code. */
    private static String alpha3(String country) {
        if (country.equals("XK")) {
            return "XKX";
        }
        try {
            return country.length() == 3 ? country : new Locale("", country).getISO3Country();
        } catch (MissingResourceException unknown) {
            throw new MessageRefused(MessageField.NATIONALITY, Words.say("is no country"));
        }
    }
}
