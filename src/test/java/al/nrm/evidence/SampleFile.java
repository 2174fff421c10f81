package al.nrm.evidence;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Tiny files of every kind, begun as the real ones begin. */
final class SampleFile {

    static final String PDF_TEXT = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";

    private static final String WORD = "wordprocessingml.document";

    private SampleFile() {}

    /** A sample of the kind that this name's ending stands for. */
    static byte[] named(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "pdf" -> text(PDF_TEXT);
            case "jpg", "jpeg" -> bytes("ffd8ffe000104a46494600010100000100010000ffd9");
            case "png" -> bytes("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489");
            case "heic" -> container("heic", "mif1heic");
            case "tif", "tiff" -> bytes("49492a000800000000000000");
            case "txt" -> text("She called at nine, në orën nëntë.\n");
            case "mp3" -> bytes("494433040000000000000000fffb9064");
            case "wav" ->
                bytes("524946462400000057415645666d7420100000000100010044ac000088580100020010006461746100000000");
            case "ogg", "opus" -> bytes("4f67675300020000000000000000000000000000000000000000011e4f70757348656164");
            case "mp4" -> container("isom", "isomiso2avc1mp41");
            case "m4a" -> container("M4A ", "M4A mp42isom");
            case "mov" -> container("qt  ", "qt  ");
            case "docx" -> openXml(WORD, Map.of());
            case "xlsx" -> openXml("spreadsheetml.sheet", Map.of());
            case "odt" -> openDocument(Map.of());
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** A Word document or sheet with these parts besides. */
    static byte[] openXml(String kind, Map<String, String> parts) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put(
                "[Content_Types].xml",
                "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument."
                        + kind + ".main+xml\"/></Types>");
        all.put("word/document.xml", "<document/>");
        all.putAll(parts);
        return archive(all);
    }

    static byte[] word(Map<String, String> parts) {
        return openXml(WORD, parts);
    }

    static byte[] openDocument(Map<String, String> parts) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("mimetype", "application/vnd.oasis.opendocument.text");
        all.put("content.xml", "<office/>");
        all.putAll(parts);
        return archive(all);
    }

    static byte[] archive(Map<String, String> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream archive = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                ZipEntry entry = new ZipEntry(part.getKey());
                // Else two samples of one kind differ when the clock has moved on.
                entry.setTime(0);
                archive.putNextEntry(entry);
                archive.write(text(part.getValue()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] together(byte[] first, byte[] second) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(first);
        both.writeBytes(second);
        return both.toByteArray();
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    /** The head of a film, a recording or a picture of a phone: its length, "ftyp", its brand and those it agrees with. */
    private static byte[] container(String brand, String others) {
        int length = 16 + others.length();
        byte[] head = together(new byte[] {0, 0, 0, (byte) length}, text("ftyp" + brand + "\0\0\0\0" + others));
        return together(head, bytes("000000086d646174"));
    }
}
