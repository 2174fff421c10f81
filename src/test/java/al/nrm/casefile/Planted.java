package al.nrm.casefile;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/** What a test has put into a case, invented, and how it is recognised wherever it turns up, however it is written there. */
final class Planted {

    static final String NAME = "Zamira Shpikërakaj";
    static final String PHONE = "+355697771234";
    static final String DOCUMENT = "QX9988776Z";
    static final String NARRATIVE = "e mbyllur në bodrumin e mullirit të vjetër";
    static final String DATE_OF_BIRTH = "2013-05-29";
    static final List<String> ALL = List.of(NAME, PHONE, DOCUMENT, NARRATIVE, DATE_OF_BIRTH);

    private static final List<Charset> CHARSETS = List.of(
            StandardCharsets.UTF_8, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE, StandardCharsets.ISO_8859_1);

    /** Every way of writing, with the bytes written as Latin letters, and what was planted. */
    private static final Map<String, String> WRITTEN = written();

    private Planted() {}

    /** As much of it as a field takes. */
    static String text(int maximum) {
        String everything = String.join(" ", ALL);
        if (maximum >= everything.length()) {
            return everything;
        }
        return maximum >= NAME.length() ? NAME : PHONE.substring(0, Math.min(maximum, PHONE.length()));
    }

    /** What of it is in these bytes, plainly, encoded, or packed. */
    static List<String> in(byte[] content) {
        List<String> found = new ArrayList<>(search(content));
        found.addAll(search(unpacked(content, InflaterInputStream::new)));
        found.addAll(search(unpacked(content, GZIPInputStream::new)));
        String text = new String(content, StandardCharsets.ISO_8859_1);
        if (text.matches("[A-Za-z0-9+/=\\s]{16,}")) {
            byte[] decoded = decoded(text);
            found.addAll(search(decoded));
            found.addAll(search(unpacked(decoded, InflaterInputStream::new)));
            found.addAll(search(unpacked(decoded, GZIPInputStream::new)));
        }
        return found;
    }

    static List<String> in(String text) {
        return in(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> search(byte[] content) {
        String text = new String(content, StandardCharsets.ISO_8859_1);
        return WRITTEN.entrySet().stream()
                .filter(way -> text.contains(way.getKey()))
                .map(Map.Entry::getValue)
                .distinct()
                .toList();
    }

    private static Map<String, String> written() {
        Map<String, String> ways = new LinkedHashMap<>();
        for (String planted : ALL) {
            for (Charset charset : CHARSETS) {
                byte[] bytes = planted.getBytes(charset);
                ways.put(latin(bytes), planted);
                String hex = HexFormat.of().formatHex(bytes);
                ways.put(hex, planted);
                ways.put(hex.toUpperCase(Locale.ROOT), planted);
                for (int before = 0; before < 3; before++) {
                    ways.put(base64(bytes, before), planted);
                }
            }
            ways.put(escaped(planted), planted);
        }
        return ways;
    }

    /** The letters of the Base64 of anything that has these bytes somewhere inside, after so many others. */
    private static String base64(byte[] bytes, int before) {
        byte[] shifted = new byte[before + bytes.length];
        System.arraycopy(bytes, 0, shifted, before, bytes.length);
        String letters = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        return letters.substring(before == 0 ? 0 : before + 1, letters.length() - 1);
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.chars().forEach(letter -> escaped.append(letter < 128 ? "" + (char) letter : "\\u%04x".formatted(letter)));
        return escaped.toString();
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException none) {
            return new byte[0];
        }
    }

    private interface Unpacking {
        InputStream of(InputStream packed) throws IOException;
    }

    private static byte[] unpacked(byte[] content, Unpacking unpacking) {
        try (InputStream unpacked = unpacking.of(new ByteArrayInputStream(content))) {
            return unpacked.readAllBytes();
        } catch (IOException notPacked) {
            return new byte[0];
        }
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
