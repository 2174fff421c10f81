package al.nrm.audit;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The application as a process of its own, which can be killed as a power cut would. */
public final class Node {

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<String> settings;
    private final Path folder;
    private int port;
    private Process process;

    public Node(Path folder, List<String> settings) {
        this.folder = folder;
        this.settings = settings;
    }

    public Node start() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        List<String> arguments = new ArrayList<>(settings);
        arguments.add("--server.port=" + port);
        process = launch(folder, arguments);
        await().atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofMillis(500))
                .until(this::isUp);
        return this;
    }

    /**
     * Runs a command of the application to its end.
     *
     * @return its exit code and, behind a blank, what it printed
     */
    public static String run(Path folder, List<String> arguments) throws IOException, InterruptedException {
        Process command = launch(folder, arguments);
        if (!command.waitFor(5, TimeUnit.MINUTES)) {
            command.destroyForcibly();
            throw new IllegalStateException("The command does not end");
        }
        return command.exitValue() + " " + Files.readString(folder.resolve("out"));
    }

    private static Process launch(Path folder, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.timezone=UTC",
                "-Xmx400m",
                "-XX:TieredStopAtLevel=1",
                "-classpath",
                System.getProperty("java.class.path"),
                "al.nrm.NrmApplication"));
        command.addAll(arguments);
        Files.createDirectories(folder);
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out").toFile())
                .start();
    }

    private boolean isUp() throws IOException {
        if (!process.isAlive()) {
            throw new IllegalStateException(Files.readString(folder.resolve("out")));
        }
        try {
            return send("GET", "/actuator/health", null).statusCode() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** As an operator does, so that the server ends what it has begun. */
    public void stop() {
        process.destroy();
        process.onExit().join();
    }

    HttpResponse<String> post(String path, String body) {
        return send("POST", "/engine-rest" + path, body);
    }

    HttpResponse<String> get(String path) {
        return send("GET", "/engine-rest" + path, null);
    }

    /** What a program of that user sends to an address of our own. */
    public HttpResponse<String> post(String user, String path, String body) {
        return send(user, "POST", path, body);
    }

    private HttpResponse<String> send(String method, String path, String body) {
        return send("state-police.tirane", method, path, body);
    }

    private HttpResponse<String> send(String user, String method, String path, String body) {
        String login = Base64.getEncoder().encodeToString((user + ":demo").getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofMinutes(5))
                .header("Authorization", "Basic " + login)
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
