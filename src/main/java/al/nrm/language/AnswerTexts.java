package al.nrm.language;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Knows which words in the engine API's answers are a model's or ours, and lays the Albanian over these and nothing else. */
final class AnswerTexts {

    private static final Pattern API = Pattern.compile("/(?:engine-rest|camunda/api/engine)(?:/engine/[^/]+)?(/.*?)/?");

    private final Catalogue catalogue;

    /** What an answer's entries are, under the names that the API gives them where it embeds one in another. */
    private final Map<String, Consumer<ObjectNode>> kinds;

    private final Map<Pattern, String> routes = new LinkedHashMap<>();

    AnswerTexts(Catalogue catalogue, AnswerNames names) {
        this.catalogue = catalogue;
        kinds = Map.ofEntries(
                entry("task", this::task),
                entry("processDefinition", this::processDefinition),
                entry("filter", this::filter),
                entry("activity", this::activity),
                entry("activityTree", this::activityTree),
                entry("statistics", statistics -> entries(statistics.path("definition"), "processDefinition")),
                entry("form", this::form),
                entry("diagram", this::diagram),
                entry("processInstance", this::processInstance),
                entry("user", names::user),
                entry("assignee", names::user),
                entry("group", names::group));
        route("/task|/task/(?!count$)[^/]+|/filter/[^/]+/list|/history/task", "task");
        route("/(task/[^/]+/deployed-form|process-definition/(key/)?[^/]+/deployed-start-form)", "form");
        route("/process-definition/(key/)?[^/]+/xml", "diagram");
        route("/process-definition/statistics", "statistics");
        route("/process-definition(/(key/)?(?!count$)[^/]+)?", "processDefinition");
        route("/filter(/(?!count$)[^/]+)?", "filter");
        route("/history/activity-instance(/(?!count$)[^/]+)?", "activity");
        route("/history/process-instance(/(?!count$)[^/]+)?", "processInstance");
        route("/process-instance/[^/]+/activity-instances", "activityTree");
        route("/user(/(?!count$)[^/]+(/profile)?)?", "user");
        route("/group(/(?!count$)[^/]+)?", "group");
    }

    private void route(String paths, String kind) {
        routes.put(Pattern.compile(paths), kind);
    }

    /** What translates the answers at this path, where they hold anything to translate. */
    Optional<Consumer<JsonNode>> at(String uri) {
        Matcher api = API.matcher(uri);
        return !api.matches()
                ? Optional.empty()
                : routes.entrySet().stream()
                        .filter(route -> route.getKey().matcher(api.group(1)).matches())
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .map(kind -> answer -> entries(answer, kind));
    }

    private void entries(JsonNode answer, String kind) {
        if (answer.isArray()) {
            answer.forEach(entry -> entries(entry, kind));
        } else if (answer instanceof ObjectNode entry && kinds.containsKey(kind)) {
            kinds.get(kind).accept(entry);
            entry.path("_embedded").properties().forEach(embedded -> entries(embedded.getValue(), embedded.getKey()));
        }
    }

    private void task(ObjectNode task) {
        String process = processOf(task);
        String element = task.path("taskDefinitionKey").asText();
        replace(task, "name", english -> ModelTexts.name(process, element, english));
        replace(task, "description", english -> ModelTexts.documentation(process, element, english));
    }

    private void processDefinition(ObjectNode definition) {
        String process = definition.path("key").asText();
        replace(definition, "name", english -> ModelTexts.name(process, process, english));
        replace(definition, "description", english -> ModelTexts.documentation(process, process, english));
    }

    private void processInstance(ObjectNode instance) {
        String process = processOf(instance);
        replace(instance, "processDefinitionName", english -> ModelTexts.name(process, process, english));
    }

    private void activity(ObjectNode activity) {
        String process = processOf(activity);
        // At the top of a tree stands the process, under the id of its definition.
        String element = key(activity.path("activityId").asText());
        replace(activity, "activityName", english -> ModelTexts.name(process, element, english));
        replace(activity, "name", english -> ModelTexts.name(process, element, english));
    }

    private void activityTree(ObjectNode activity) {
        activity(activity);
        entries(activity.path("childActivityInstances"), "activityTree");
        entries(activity.path("childTransitionInstances"), "activityTree");
    }

    private void filter(ObjectNode filter) {
        replace(filter, "name", Words::text);
        filter.path("properties").path("variables").forEach(column -> replace(column, "label", Words::text));
    }

    private void form(ObjectNode form) {
        FormTexts.replace(form, catalogue::say);
    }

    private void diagram(ObjectNode answer) {
        byte[] xml = answer.path("bpmn20Xml").asText().getBytes(StandardCharsets.UTF_8);
        var model = Xml.read(new ByteArrayInputStream(xml));
        ModelTexts.replace(model, catalogue::say);
        answer.put("bpmn20Xml", Xml.write(model));
    }

    private void replace(JsonNode entry, String property, Function<String, Text> text) {
        if (entry.path(property).isTextual()) {
            ((ObjectNode) entry)
                    .put(property, catalogue.say(text.apply(entry.path(property).asText())));
        }
    }

    /** The process's key, which stands before the version in the id of its definition. */
    private static String processOf(JsonNode entry) {
        return key(entry.path("processDefinitionId").asText());
    }

    private static String key(String definition) {
        return definition.replaceFirst(":.*", "");
    }
}
