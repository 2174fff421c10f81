package al.nrm.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;

/**
 * The case of an unaccompanied foreign child, sent over HTTP form by form to its end, with what is {@link Planted} in every
 * text that a form takes, in a comment on each task and in a file beside it.
 */
class PlantedCase {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MANY = 400;

    private static final Map<String, Object> ANSWERS = Map.ofEntries(
            Map.entry("channel", "border"),
            Map.entry("county", "kukes"),
            Map.entry("ageGroup", "child"),
            Map.entry("sex", "female"),
            Map.entry("nationality", "SYR"),
            Map.entry("unaccompanied", true),
            Map.entry("immediateDanger", true),
            Map.entry("interpreterLanguage", "ar"),
            Map.entry("indicators", List.of("V06", "E03")),
            Map.entry("exploitationType", "begging"),
            Map.entry("consentAssistance", true),
            Map.entry("consentDataSharing", true),
            Map.entry("consentFormalIdentification", true),
            Map.entry("dateOfBirth", Planted.DATE_OF_BIRTH),
            Map.entry("shelterNeeded", true),
            Map.entry("withChildren", false),
            Map.entry("highSecurity", false),
            Map.entry("trialInTirana", false),
            Map.entry("requestConfirmed", true),
            Map.entry("outcome", "victim"),
            Map.entry("shelterAccepts", true),
            Map.entry("reflectionChoice", "permit"),
            Map.entry("closureReason", "goalsMet"));

    private final ProcessEngine engine;
    private final HttpClient http = HttpClient.newHttpClient();
    private final String server;
    private final Set<String> filled = new HashSet<>();
    private String number;

    PlantedCase(ProcessEngine engine, int port) {
        this.engine = engine;
        this.server = "http://localhost:" + port + "/engine-rest";
    }

    String number() {
        return number;
    }

    /** The names of all fields that something was planted in. */
    Set<String> filled() {
        return filled;
    }

    void begin() {
        String referral = "/process-definition/key/referral";
        JsonNode form = get("border-police.kukes", referral + "/deployed-start-form");
        number = post("border-police.kukes", referral + "/submit-form", variables(form))
                .path("businessKey")
                .asText();
    }

    void finish() {
        for (int i = 0; i < MANY && !instances().isEmpty(); i++) {
            List<Task> open = tasks();
            if (open.isEmpty()) {
                letTimePass();
            } else {
                open.forEach(this::answer);
            }
        }
        if (!instances().isEmpty()) {
            throw new AssertionError("The case has not ended");
        }
    }

    List<Task> tasks() {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(number)
                .list();
    }

    private List<String> instances() {
        return engine
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .list()
                .stream()
                .map(instance -> instance.getId())
                .toList();
    }

    void answer(Task task) {
        String user = group(task);
        String path = "/task/" + task.getId();
        if (task.getAssignee() == null) {
            post(user, path + "/claim", JSON.createObjectNode().put("userId", user));
        }
        post(user, path + "/comment/create", JSON.createObjectNode().put("message", Planted.text(4000)));
        attach(task);
        get(user, path + "/form-variables");
        post(user, path + "/submit-form", variables(get(user, path + "/deployed-form")));
    }

    private void attach(Task task) {
        byte[] file = Planted.text(4000).getBytes(StandardCharsets.UTF_8);
        engine.getTaskService()
                .createAttachment(
                        "text/plain",
                        task.getId(),
                        task.getProcessInstanceId(),
                        Planted.NAME + ".txt",
                        Planted.text(4000),
                        new ByteArrayInputStream(file));
    }

    String group(Task task) {
        return engine.getTaskService().getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(group -> group != null)
                .findFirst()
                .orElseThrow();
    }

    private void letTimePass() {
        Job next = instances().stream()
                .flatMap(instance ->
                        engine.getManagementService().createJobQuery().processInstanceId(instance).list().stream())
                .min(Comparator.comparing(Job::getDuedate))
                .orElseThrow(() -> new AssertionError("Nothing is open or due"));
        engine.getManagementService().executeJob(next.getId());
    }

    private ObjectNode variables(JsonNode form) {
        ObjectNode variables = JSON.createObjectNode();
        fill(form, variables);
        return JSON.createObjectNode().set("variables", variables);
    }

    private void fill(JsonNode parent, ObjectNode variables) {
        for (JsonNode field : parent.path("components")) {
            String key = field.path("key").asText();
            boolean open = !field.path("disabled").asBoolean()
                    && !field.path("readonly").asBoolean();
            Object value = key.isEmpty() || !open ? null : value(key, field);
            if (value != null) {
                variables.set(key, typed(value));
            }
            fill(field, variables);
        }
    }

    private Object value(String key, JsonNode field) {
        if (ANSWERS.containsKey(key)) {
            return ANSWERS.get(key);
        }
        String type = field.path("type").asText();
        if (type.equals("textfield") || type.equals("textarea")) {
            filled.add(key);
            return Planted.text(field.at("/validate/maxLength").asInt(4000));
        }
        if (!field.at("/validate/required").asBoolean()
                || !field.at("/properties/options").isMissingNode()) {
            return null;
        }
        JsonNode first = field.at("/values/0/value");
        return switch (type) {
            case "select", "radio" -> first.isBoolean() ? (Object) first.asBoolean() : first.asText();
            case "checklist", "taglist" -> List.of(first.asText());
            case "checkbox" -> true;
            case "number" -> field.at("/validate/min").asInt(1);
            default ->
                switch (field.path("subtype").asText("date")) {
                    case "time" -> "10:00";
                    case "datetime" -> LocalDate.now(ZoneOffset.UTC) + "T10:00";
                    default -> LocalDate.now(ZoneOffset.UTC).toString();
                };
        };
    }

    private static JsonNode typed(Object value) {
        ObjectNode typed = JSON.createObjectNode();
        if (value instanceof Boolean flag) {
            return typed.put("value", flag).put("type", "Boolean");
        }
        if (value instanceof Integer amount) {
            return typed.put("value", amount).put("type", "Integer");
        }
        if (value instanceof List<?> list) {
            return typed.put("value", JSON.valueToTree(list).toString()).put("type", "Json");
        }
        return typed.put("value", String.valueOf(value)).put("type", "String");
    }

    JsonNode get(String user, String path) {
        return send(user, path, HttpRequest.newBuilder().GET());
    }

    private JsonNode post(String user, String path, JsonNode body) {
        return send(user, path, HttpRequest.newBuilder().POST(BodyPublishers.ofString(body.toString())));
    }

    private JsonNode send(String user, String path, HttpRequest.Builder request) {
        String login = Base64.getEncoder().encodeToString((user + ":demo").getBytes(StandardCharsets.UTF_8));
        try {
            HttpResponse<String> answer = http.send(
                    request.uri(URI.create(server + path))
                            .header("Authorization", "Basic " + login)
                            .header("Content-Type", "application/json")
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new AssertionError(user + " " + path + ": " + answer.statusCode() + " " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
