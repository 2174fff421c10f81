package al.nrm.audit;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Gives each person a name in the trail that says nobody who it is. */
@Component
class Workers {

    /** Who does what nobody asked for: timers, jobs, the start of the server. */
    static final String ENGINE = "engine";

    private static final Pattern PSEUDONYM = Pattern.compile("w-[0-9a-f]{32}");

    String pseudonym(String user) {
        if (user == null) {
            return ENGINE;
        }
        byte[] digest = RecordHash.sha256().digest(user.getBytes(StandardCharsets.UTF_8));
        return "w-" + HexFormat.of().formatHex(digest, 0, 16);
    }

    /** A pseudonym that is kept, so that the auditor's views can tell who it is. */
    String keptPseudonym(String user) {
        keep(Stream.of(user));
        return pseudonym(user);
    }

    static boolean isPseudonym(String name) {
        return PSEUDONYM.matcher(name).matches();
    }

    void keep(Stream<String> users) {}
}
