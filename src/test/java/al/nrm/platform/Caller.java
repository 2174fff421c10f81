package al.nrm.platform;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody who talks HTTP with the running server: a stranger, a program with a password, or a person at a browser. */
public final class Caller {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final String server;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final Map<String, String> headers = new TreeMap<>(Map.of("Content-Type", "application/json"));

    private Caller(int port) {
        server = "http://localhost:" + port;
    }

    public static Caller stranger(int port) {
        return new Caller(port);
    }

    public static Caller program(int port, String user, String password) {
        Caller caller = new Caller(port);
        String login = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        caller.headers.put("Authorization", "Basic " + login);
        return caller;
    }

    /** Logs in by the login page and opens an application, which gives the browser the token against forged requests. */
    public static Caller browser(int port, String user, String application) {
        Caller caller = new Caller(port);
        caller.logIn(user, "demo");
        caller.get("/camunda/app/" + application + "/default/");
        caller.cookie("XSRF-TOKEN").ifPresent(token -> caller.headers.put("X-XSRF-TOKEN", token.getValue()));
        return caller;
    }

    public HttpResponse<String> logIn(String user, String password) {
        Matcher token = TOKEN.matcher(get("/login").body());
        return token.find() ? logIn(user, password, token.group(1)) : logIn(user, password, "");
    }

    public HttpResponse<String> logIn(String user, String password, String token) {
        String form = "username=%s&password=%s&_csrf=%s"
                .formatted(user, password, URLEncoder.encode(token, StandardCharsets.UTF_8));
        return send(request("/login")
                .setHeader("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    public Caller without(String header) {
        headers.remove(header);
        return this;
    }

    public Caller with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    public HttpResponse<String> post(String path, String body) {
        return send("POST", path, body);
    }

    public HttpResponse<String> send(String method, String path, String body) {
        return send(
                request(path).method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    }

    public Optional<HttpCookie> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .findFirst();
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server + path));
        headers.forEach(request::setHeader);
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
