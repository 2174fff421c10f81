package al.nrm.casefile;

import static al.nrm.casefile.CaseFormTest.CONSENT;
import static al.nrm.casefile.CaseFormTest.COUNTY;
import static al.nrm.casefile.CaseFormTest.INDICATORS;
import static al.nrm.casefile.CaseFormTest.bool;
import static al.nrm.casefile.CaseFormTest.form;
import static al.nrm.casefile.CaseFormTest.json;
import static al.nrm.casefile.CaseFormTest.refusal;
import static al.nrm.casefile.CaseFormTest.text;
import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.plugin.variable.SpinValues;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a field of each type accepts, and what is stored. */
@Tag("database-independent")
class CaseFormValueTest {

    @ParameterizedTest
    @MethodSource("accepted")
    void aValueIsStoredInItsFieldsType(String component, TypedValue sent, ValueType type, Object stored) {
        CaseForm form = form(component);
        String key = form.keys().iterator().next();
        TypedValue value = form.accept(Map.of(key, sent), Map.of()).getValueTyped(key);
        assertThat(value.getType()).isEqualTo(type);
        assertThat(value.getValue()).isEqualTo(stored);
    }

    static Stream<Arguments> accepted() {
        String whole = "{'type':'number','key':'a','decimalDigits':0}";
        String decimal = "{'type':'number','key':'a'}";
        String written = "{'type':'number','key':'a','serializeToString':true}";
        String time = "{'type':'datetime','subtype':'time','key':'a'}";
        String moment = "{'type':'datetime','subtype':'datetime','key':'a'}";
        String today = LocalDate.now().toString();
        return Stream.of(
                arguments(
                        "{'type':'textarea','key':'a'}", text(" Fëmija\r\n\t😀 "), ValueType.STRING, "Fëmija\r\n\t😀"),
                arguments("{'type':'textarea','key':'a'}", text(""), ValueType.STRING, ""),
                arguments(COUNTY.formatted(""), text("vlore"), ValueType.STRING, "vlore"),
                arguments(CONSENT.formatted(""), bool(false), ValueType.BOOLEAN, false),
                arguments(CONSENT.formatted(""), text("true"), ValueType.BOOLEAN, true),
                arguments(CONSENT.formatted(""), text("false"), ValueType.BOOLEAN, false),
                arguments(
                        "{'type':'textarea','key':'a','validate':{'maxLength':3}}",
                        text(" \n" + "a b" + " ".repeat(5_000)),
                        ValueType.STRING,
                        "a b"),
                arguments("{'type':'checkbox','key':'a'}", bool(true), ValueType.BOOLEAN, true),
                arguments("{'type':'checkbox','key':'a'}", Variables.untypedNullValue(), ValueType.BOOLEAN, false),
                arguments(whole, Variables.integerValue(-7), ValueType.INTEGER, -7),
                arguments(whole, Variables.longValue(7L), ValueType.INTEGER, 7),
                arguments(whole, Variables.doubleValue(7.0), ValueType.INTEGER, 7),
                arguments(decimal, Variables.integerValue(7), ValueType.DOUBLE, 7.0),
                arguments(decimal, Variables.doubleValue(7.25), ValueType.DOUBLE, 7.25),
                arguments(written, text("7.25"), ValueType.STRING, "7.25"),
                arguments(written, Variables.doubleValue(7.25), ValueType.STRING, "7.25"),
                arguments("{'type':'datetime','key':'a'}", text("2028-02-29"), ValueType.STRING, "2028-02-29"),
                arguments(
                        "{'type':'datetime','key':'a','properties':{'latest':'today'}}",
                        text(today),
                        ValueType.STRING,
                        today),
                arguments(time, text("23:59"), ValueType.STRING, "23:59"),
                arguments(time, text("23:59Z"), ValueType.STRING, "23:59Z"),
                arguments(time, text("23:59+01:00"), ValueType.STRING, "23:59+01:00"),
                arguments(moment, text("2026-11-21T08:30"), ValueType.STRING, "2026-11-21T08:30"),
                arguments(moment, text("2026-11-21T08:30Z"), ValueType.STRING, "2026-11-21T08:30Z"),
                arguments(moment, text("2026-11-21T08:30-02:00"), ValueType.STRING, "2026-11-21T08:30-02:00"));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void aListIsStoredAsJsonHoweverItComes(TypedValue sent) {
        JsonValue stored = form(INDICATORS.formatted(""))
                .accept(Map.of("indicators", sent), Map.of())
                .getValueTyped("indicators");
        assertThat(stored.getValueSerialized()).isEqualTo("[\"E03\",\"R01\"]");
        assertThat(stored.getValue().elements()).hasSize(2);
    }

    static Stream<TypedValue> lists() {
        return Stream.of(
                json("['E03','R01']"),
                SpinValues.jsonValue(SpinValues.jsonValue("[\"E03\",\"R01\"]")
                                .create()
                                .getValue())
                        .create(),
                text("[\"E03\",\"R01\"]"),
                Variables.objectValue(List.of("E03", "R01")).create(),
                Variables.untypedValue(List.of("E03", "R01")));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void aValueThatItsFieldCannotHoldIsRefused(String component, TypedValue sent, String words) {
        CaseForm form = form(component);
        String key = form.keys().iterator().next();
        assertThat(refusal(form, key, sent)).isEqualTo(key + ": " + words);
    }

    static Stream<Arguments> refused() {
        String name = "{'type':'textfield','key':'a','validate':{'minLength':2,'maxLength':4}}";
        String plate = "{'type':'textfield','key':'a','validate':{'pattern':'^[A-Z]{2}$'}}";
        String mail = "{'type':'textfield','key':'a','validate':{'validationType':'email'}}";
        String phone = "{'type':'textfield','key':'a','validate':{'validationType':'phone'}}";
        String long1 = "{'type':'textarea','key':'a'}";
        String days = "{'type':'number','key':'a','decimalDigits':0,'validate':{'min':1,'max':60}}";
        String any = "{'type':'number','key':'a','decimalDigits':0}";
        String cents = "{'type':'number','key':'a','decimalDigits':2,'increment':0.05}";
        String date = "{'type':'datetime','subtype':'date','key':'a'}";
        String birth = "{'type':'datetime','subtype':'date','key':'a','properties':{'latest':'today'}}";
        String time = "{'type':'datetime','subtype':'time','key':'a'}";
        String moment = "{'type':'datetime','subtype':'datetime','key':'a'}";
        String listed = "not one of the listed values";
        TypedValue sealed = Variables.serializedObjectValue("[\"R01\"]")
                .serializationDataFormat("application/json")
                .objectTypeName("java.util.ArrayList")
                .create();
        return Stream.of(
                arguments(name, text(" a "), "must have at least 2 characters"),
                arguments(name, text("abcde"), "must have at most 4 characters"),
                arguments(name, Variables.integerValue(1234), "must be a text"),
                arguments(name, json("['ab']"), "must be a text"),
                arguments(name, Variables.dateValue(new Date(0)), "must be a text"),
                arguments(name, Variables.byteArrayValue(new byte[] {1}), "must be a text"),
                arguments(
                        name, Variables.fileValue("a.txt").file(new byte[] {1}).create(), "must be a text"),
                arguments(name, sealed, "must be a text"),
                arguments(plate, text("ABC"), "does not have the form asked for"),
                arguments(mail, text("a at b"), "must be an e-mail address"),
                arguments(phone, text("069 123"), "must be an international phone number such as +355691234567"),
                arguments(long1, text("x".repeat(4_001)), "must have at most 4000 characters"),
                arguments(long1, text("a\0b"), "has characters that cannot be stored"),
                arguments(long1, text("a\u001bb"), "has characters that cannot be stored"),
                arguments(long1, text("a\ud83d"), "has characters that cannot be stored"),
                arguments(long1, text("\ude00\ud83d"), "has characters that cannot be stored"),
                arguments(days, Variables.integerValue(0), "must be at least 1"),
                arguments(days, Variables.integerValue(61), "must be at most 60"),
                arguments(days, Variables.doubleValue(1.5), "must be a whole number"),
                arguments(days, text("7"), "must be a number"),
                arguments(days, bool(true), "must be a number"),
                arguments(any, Variables.longValue(1L << 31), "must lie between -2147483648 and 2147483647"),
                arguments(any, Variables.doubleValue(Double.NaN), "must be a number"),
                arguments(cents, Variables.doubleValue(1.234), "must have at most 2 decimals"),
                arguments(cents, Variables.doubleValue(1.02), "must be a multiple of 0.05"),
                arguments(
                        "{'type':'number','key':'a','serializeToString':true}",
                        text("1e999999999"),
                        "must be a number"),
                arguments("{'type':'checkbox','key':'a'}", text("yes"), "must be true or false"),
                arguments(CONSENT.formatted(""), text("Yes"), "must be true or false"),
                arguments(CONSENT.formatted(""), Variables.integerValue(1), "must be true or false"),
                arguments(COUNTY.formatted(""), text("Kukes"), listed),
                arguments(COUNTY.formatted(""), json("['kukes']"), listed),
                arguments(
                        INDICATORS.formatted(""),
                        json("['R01','X']"),
                        "has an entry that is not one of the listed values"),
                arguments(
                        INDICATORS.formatted(""),
                        json("['R01',1]"),
                        "has an entry that is not one of the listed values"),
                arguments(
                        INDICATORS.formatted(""),
                        json("['R01',null]"),
                        "has an entry that is not one of the listed values"),
                arguments(INDICATORS.formatted(""), json("['R01','R01']"), "has an entry twice"),
                arguments(INDICATORS.formatted(""), json("{'R01':1}"), "must be a list of the listed values"),
                arguments(INDICATORS.formatted(""), json("['R01"), "must be a list of the listed values"),
                arguments(INDICATORS.formatted(""), text("R01"), "must be a list of the listed values"),
                arguments(INDICATORS.formatted(""), sealed, "must be a list of the listed values"),
                arguments(
                        INDICATORS.formatted(""),
                        json(nCopies(201, "'R01'").toString()),
                        "must have at most 200 entries"),
                arguments(date, text("2026-02-30"), "must be a date YYYY-MM-DD"),
                arguments(birth, text("2026-02-30"), "must be a date YYYY-MM-DD"),
                arguments(birth, text(LocalDate.now().plusDays(2).toString()), "must not lie in the future"),
                arguments(date, text("21.11.2026"), "must be a date YYYY-MM-DD"),
                arguments(date, text("2026-11-21T08:30"), "must be a date YYYY-MM-DD"),
                arguments(date, text("+12026-11-21"), "must be a date YYYY-MM-DD"),
                arguments(date, Variables.dateValue(new Date(0)), "must be a date YYYY-MM-DD"),
                arguments(time, text("24:00"), "must be a time HH:mm"),
                arguments(time, text("8:30"), "must be a time HH:mm"),
                arguments(moment, text("2026-11-21"), "must be a date and time YYYY-MM-DDTHH:mm"),
                arguments(moment, text("2026-11-31T08:30"), "must be a date and time YYYY-MM-DDTHH:mm"));
    }

    @ParameterizedTest
    @CsvSource({"email,mobile.unit@example.org", "phone,+355691234567", "phone,0038344123456", "custom,whatever"})
    void aTextOfItsKindIsAccepted(String kind, String value) {
        CaseForm form = form("{'type':'textfield','key':'a','validate':{'validationType':'" + kind + "'}}");
        assertThat(form.accept(Map.of("a", text(value)), Map.of())).containsEntry("a", value);
    }

    @Test
    void anEmptyOptionalTextHasNeitherLengthNorPattern() {
        CaseForm form = form("{'type':'textfield','key':'a','validate':{'minLength':2,'pattern':'^x'}}");
        assertThat(form.accept(Map.of("a", text("")), Map.of())).containsEntry("a", "");
    }
}
