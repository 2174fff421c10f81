package al.nrm.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;

/**
 * A seal, short enough to be printed and kept elsewhere.
 *
 * @param chains how many chains had moved since the seal before
 */
record Seal(long number, Instant at, long chains, byte[] hash) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** From a row of its number, instant, details and hash. */
    static Seal of(ResultSet row) throws SQLException {
        return new Seal(
                row.getLong(1),
                row.getObject(2, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                Long.parseLong(detail(row.getString(3), "chains")),
                row.getBytes(4));
    }

    /** What {@code audit verify --seal} takes. */
    String code() {
        return number + ":" + HexFormat.of().formatHex(hash);
    }

    @Override
    public String toString() {
        return "Seal %d of %s, chains moved since the last: %d%n%s".formatted(number, at, chains, code());
    }

    static String detail(String details, String name) {
        try {
            return JSON.readTree(details).path(name).asText();
        } catch (JsonProcessingException changed) {
            return "";
        }
    }
}
