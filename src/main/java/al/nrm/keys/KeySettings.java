package al.nrm.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** Where keys lie: given in full everywhere but in the demo, which has a place beside its cases for both. */
record KeySettings(String url, String user, String password, String masterKeys) {

    private static final String H2_FILE = "jdbc:h2:file:";
    private static final String H2_MEMORY = "jdbc:h2:mem:";

    /**
     * Reads the settings.
     *
     * @throws IllegalStateException in a plain sentence, where one is missing
     */
    static KeySettings of(Environment settings) {
        boolean demo = settings.acceptsProfiles(Profiles.of("demo"));
        String cases = address(settings.getProperty("spring.datasource.url", ""));
        String url = settings.getProperty("nrm.keys.url", "");
        if (url.isBlank()) {
            url = demo ? beside(cases) : missing("nrm.keys.url", "name the database of keys (NRM_KEYS_URL)");
        }
        if (address(url).equals(cases)) {
            missing("nrm.keys.url", "the keys of cases need a database of their own");
        }
        return new KeySettings(
                url,
                settings.getProperty("nrm.keys.user", "keys"),
                settings.getProperty("nrm.keys.password", ""),
                masterKeys(settings, demo, address(url)));
    }

    private static String masterKeys(Environment settings, boolean demo, String url) {
        String given = settings.getProperty("nrm.keys.master-key", "");
        String file = settings.getProperty("nrm.keys.master-file", "");
        if (!given.isBlank()) {
            return given;
        }
        try {
            if (!file.isBlank()) {
                return Files.readString(Path.of(file));
            }
            return demo
                    ? demoKey(url)
                    : missing("nrm.keys.master-file", "name the file of the master key, or give it as NRM_MASTER_KEY");
        } catch (IOException unreadable) {
            throw new UncheckedIOException("nrm.keys.master-file: cannot be read", unreadable);
        }
    }

    /** Drawn at the first start; one for keys in memory is as lasting as they are. */
    private static String demoKey(String url) throws IOException {
        if (!url.startsWith(H2_FILE)) {
            return GivenMasterKeys.newLine("demo");
        }
        Path file = Path.of(url.substring(H2_FILE.length()) + ".master-key");
        if (Files.notExists(file)) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            Files.createFile(file, ownerOnly);
            Files.writeString(file, GivenMasterKeys.newLine("demo"));
        }
        return Files.readString(file);
    }

    /**
     * In a folder {@code keys} beside the demo's database file; in memory where that is. A key is on the disk before what
     * it seals, and a demo on a server of its own may have several nodes.
     */
    private static String beside(String cases) {
        if (cases.startsWith(H2_MEMORY)) {
            return cases + "-keys;DB_CLOSE_DELAY=-1";
        }
        boolean file = cases.startsWith(H2_FILE);
        Path database = Path.of(file ? cases.substring(H2_FILE.length()) : "./data/nrm");
        return H2_FILE
                + database.toAbsolutePath()
                        .resolveSibling("keys")
                        .resolve(database.getFileName())
                        .normalize()
                + ";WRITE_DELAY=0;"
                + (file ? "DB_CLOSE_ON_EXIT=FALSE" : "AUTO_SERVER=TRUE");
    }

    /** Nothing of the settings but the address, wherever they are printed. */
    @Override
    public String toString() {
        return address(url);
    }

    private static String address(String url) {
        return url.replaceFirst("[;?].*", "");
    }

    private static String missing(String setting, String sentence) {
        throw new IllegalStateException(setting + ": " + sentence);
    }
}
