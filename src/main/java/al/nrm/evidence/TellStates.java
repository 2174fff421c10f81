package al.nrm.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.camunda.bpm.engine.rest.dto.task.AttachmentDto;
import org.camunda.bpm.engine.rest.mapper.JacksonConfigurator;
import org.camunda.bpm.engine.task.Attachment;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Adds to what the engine says of files whether they have been scanned, and says with each answer whether they are scanned at all. */
@Component
class TellStates {

    static final String SCANNER = "Evidence-Scanner";

    private final AttachedFiles files;
    private final ScanFile scan;
    private final ObjectMapper json = JacksonConfigurator.configureObjectMapper(new ObjectMapper());

    TellStates(AttachedFiles files, ScanFile scan) {
        this.files = files;
        this.scan = scan;
    }

    /** The file that was just attached, as the engine's API tells of one. */
    void one(Attachment attachment, String caller, HttpServletResponse response) throws IOException {
        ObjectNode told = json.valueToTree(AttachmentDto.fromAttachment(attachment));
        write(add(told, files.ofTask(attachment.getTaskId()), caller), response);
    }

    void all(String task, String caller, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, answer);
        if (answer.getStatus() != HttpServletResponse.SC_OK) {
            answer.copyBodyToResponse();
            return;
        }
        JsonNode told = json.readTree(answer.getContentAsByteArray());
        Map<String, AttachedFiles.Facts> facts = files.ofTask(task);
        if (told instanceof ObjectNode one) {
            add(one, facts, caller);
        } else {
            told.forEach(one -> add((ObjectNode) one, facts, caller));
        }
        write(told, response);
    }

    private static ObjectNode add(ObjectNode file, Map<String, AttachedFiles.Facts> facts, String caller) {
        AttachedFiles.Facts known = facts.get(file.path("id").asText());
        return known == null
                ? file
                : file.put("state", known.state().word())
                        .put("size", known.bytes())
                        .put("attachedBy", known.attachedBy())
                        .put("mine", known.attachedBy().equals(caller));
    }

    private void write(JsonNode told, HttpServletResponse response) throws IOException {
        byte[] body = json.writeValueAsBytes(told);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader(SCANNER, scan.isOn() ? "on" : "off");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
