package al.nrm.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A member of staff whose program sends and fetches files of a task. */
final class FilesOverHttp {

    private static final String LIMIT = "limit";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String server;
    private final String login;
    private String language = "en";

    FilesOverHttp(int port, String user) {
        server = "http://localhost:" + port + "/engine-rest/task/";
        login = "Basic " + Base64.getEncoder().encodeToString((user + ":demo").getBytes(StandardCharsets.UTF_8));
    }

    FilesOverHttp inAlbanian() {
        language = "sq";
        return this;
    }

    HttpResponse<byte[]> attach(String task, String name, byte[] content) {
        return send(task, file("content", name, content));
    }

    HttpResponse<byte[]> send(String task, byte[]... parts) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            body.writeBytes(part);
        }
        body.writeBytes(SampleFile.text("--" + LIMIT + "--\r\n"));
        return post(task, "multipart/form-data; boundary=" + LIMIT, body.toByteArray());
    }

    HttpResponse<byte[]> post(String task, String type, byte[] body) {
        return answer(request(task + "/attachment/create")
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(body)));
    }

    HttpResponse<byte[]> data(String task, String file) {
        return answer(request(task + "/attachment/" + file + "/data"));
    }

    HttpResponse<byte[]> list(String task) {
        return answer(request(task + "/attachment"));
    }

    HttpResponse<byte[]> remove(String task, String file) {
        return answer(request(task + "/attachment/" + file).DELETE());
    }

    static byte[] text(String field, String value) {
        return SampleFile.text(
                "--" + LIMIT + "\r\nContent-Disposition: form-data; name=\"" + field + "\"\r\n\r\n" + value + "\r\n");
    }

    static byte[] file(String field, String name, byte[] content) {
        byte[] head = SampleFile.text("--" + LIMIT + "\r\nContent-Disposition: form-data; name=\"" + field
                + "\"; filename=\"" + name + "\"\r\nContent-Type: text/html\r\n\r\n");
        return SampleFile.together(head, SampleFile.together(content, SampleFile.text("\r\n")));
    }

    static JsonNode json(HttpResponse<byte[]> answer) {
        try {
            return new ObjectMapper().readTree(answer.body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server + path))
                .header("Authorization", login)
                .header("Accept-Language", language);
    }

    private static HttpResponse<byte[]> answer(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
