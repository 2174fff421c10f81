package al.nrm.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a file is, its bytes say; what is not on the list, bears a false ending or is two things at once is refused. */
@Tag("database-independent")
class RecogniseFileTest {

    private final RecogniseFile recognise = new RecogniseFile();

    @ParameterizedTest
    @CsvSource({
        "report.pdf, application/pdf",
        "IMG_0001.JPG, image/jpeg",
        "photo.jpeg, image/jpeg",
        "screen.png, image/png",
        "phone.heic, image/heic",
        "scan.tiff, image/tiff",
        "note.txt, text/plain",
        "voice.mp3, audio/mpeg",
        "voice.m4a, audio/mp4",
        "voice.wav, audio/vnd.wave",
        "voice.ogg, application/ogg",
        "voice.opus, application/ogg",
        "film.mp4, video/mp4",
        "film.mov, video/quicktime",
        "plan.docx, application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "list.xlsx, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "plan.odt, application/vnd.oasis.opendocument.text"
    })
    void everyKindOnTheListIsTakenByItsBytes(String name, String type) {
        FileKind kind = FileKind.ofType(recognise.type(name, SampleFile.named(name.toLowerCase())))
                .orElseThrow();

        assertThat(FileKind.ofType(type)).contains(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"photo.png", "photo.pdf", "photo.exe", "photo.jpg.exe", "photo.html", "photo", "jpg"})
    void anEndingThatSaysSomethingElseIsRefused(String name) {
        refused("ending", name, SampleFile.named("x.jpg"));
    }

    @Test
    void anotherKindUnderAGoodNameIsRefused() {
        refused("ending", "photo.jpg", SampleFile.named("x.pdf"));
        refused("ending", "plan.docx", SampleFile.named("x.xlsx"));
    }

    static Stream<Arguments> notTaken() {
        return Stream.of(
                Arguments.of("page.html", SampleFile.text("<!DOCTYPE html><html><body>a</body></html>")),
                Arguments.of("page.txt", SampleFile.text("<html><body>a</body></html>")),
                Arguments.of("picture.svg", SampleFile.text("<svg xmlns=\"http://www.w3.org/2000/svg\"/>")),
                Arguments.of(
                        "picture.txt",
                        SampleFile.text("<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>")),
                Arguments.of("run.txt", SampleFile.text("#!/bin/sh\nrm -rf x\n")),
                Arguments.of("run.exe", SampleFile.together(SampleFile.text("MZ"), new byte[200])),
                Arguments.of("run.pdf", SampleFile.bytes("7f454c4602010100000000000000000002003e0001000000")),
                Arguments.of("files.zip", SampleFile.archive(Map.of("a.txt", "a"))),
                Arguments.of("files.docx", SampleFile.archive(Map.of("a.txt", "a"))),
                Arguments.of("app.jar", SampleFile.archive(Map.of("META-INF/MANIFEST.MF", "Main-Class: a"))),
                Arguments.of("old.doc", SampleFile.bytes("d0cf11e0a1b11ae1" + "00".repeat(600))),
                Arguments.of("small.gif", SampleFile.text("GIF89a/*=1;alert(1)//")),
                Arguments.of("mail.eml", SampleFile.text("Received: from a\nFrom: a@b\nTo: c@d\nSubject: e\n\nf\n")),
                Arguments.of("broken.docx", SampleFile.bytes("504b0304ffffffff")),
                Arguments.of("plan.docm", SampleFile.openXml("wordprocessingml.template", Map.of())),
                Arguments.of("rubbish.txt", SampleFile.bytes("0001020304050607080e0f10")));
    }

    @ParameterizedTest
    @MethodSource
    void notTaken(String name, byte[] content) {
        refused("kind of file is not taken; taken are PDF", name, content);
    }

    static Stream<Arguments> active() {
        String types = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Override PartName=\"/a\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>"
                + "<Override PartName=\"/b\" ContentType=\"application/vnd.ms-word.document.macro&#69;nabled\"/></Types>";
        String template = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + "<Relationship Id=\"a\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate\""
                + " Target=\"http://example.org/a.dotm\" TargetMode='External'/></Relationships>";
        return Stream.of(
                Arguments.of("a.docx", SampleFile.word(Map.of("word/vbaProject.bin", "a"))),
                Arguments.of("b.docx", SampleFile.word(Map.of("word/embeddings/oleObject1.bin", "a"))),
                Arguments.of("c.docx", SampleFile.word(Map.of("word/activeX/activeX1.xml", "a"))),
                Arguments.of("d.docx", SampleFile.word(Map.of("[Content_Types].xml", types))),
                Arguments.of("e.docx", SampleFile.word(Map.of("word/_rels/settings.xml.rels", template))),
                Arguments.of("f.odt", SampleFile.openDocument(Map.of("Basic/Standard/Module1.xml", "a"))),
                Arguments.of("g.odt", SampleFile.openDocument(Map.of("Object 1/content.xml", "a"))),
                Arguments.of("h.docx", SampleFile.word(Map.of("word/_rels/settings.xml.RELS", template))),
                Arguments.of("i.odt", SampleFile.openDocument(Map.of("content.xml", drawing("http://evil.example/x")))),
                Arguments.of("j.odt", SampleFile.openDocument(Map.of("styles.xml", drawing("//evil.example/x")))),
                Arguments.of("k.odt", SampleFile.openDocument(Map.of("content.xml", drawing("../../etc/x")))));
    }

    private static String drawing(String address) {
        return "<d xmlns:xlink=\"http://www.w3.org/1999/xlink\"><a xlink:href=\"https://example.org/\"/>"
                + "<image xlink:href=\"Pictures/1.png\"/><image xlink:href=\"" + address + "\"/></d>";
    }

    @Test
    void whatAnOpenDocumentHoldsItselfIsNoOutsidePart() {
        assertThatCode(() -> recognise.type(
                        "a.odt", SampleFile.openDocument(Map.of("content.xml", drawing("Pictures/2.png")))))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource
    void active(String name, byte[] content) {
        refused("has macros, embedded objects or outside parts", name, content);
    }

    @Test
    void aLinkInADocumentIsNoOutsidePart() {
        String link = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + "<Relationship Id=\"a\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink\""
                + " Target=\"https://example.org/\" TargetMode=\"External\"/></Relationships>";

        assertThatCode(() -> recognise.type("a.docx", SampleFile.word(Map.of("word/_rels/document.xml.rels", link))))
                .doesNotThrowAnyException();
    }

    static Stream<Arguments> twoFilesInOne() {
        byte[] archive = SampleFile.archive(Map.of("a.txt", "a"));
        return Stream.of(
                Arguments.of("a.pdf", SampleFile.text(SampleFile.PDF_TEXT + "<html><body>a")),
                Arguments.of("b.pdf", SampleFile.text(SampleFile.PDF_TEXT + "<ScRiPt >alert(1)</script>")),
                Arguments.of("c.jpg", SampleFile.together(SampleFile.named("c.jpg"), archive)),
                Arguments.of(
                        "d.jpg",
                        SampleFile.together(
                                SampleFile.named("d.jpg"), SampleFile.together(archive, SampleFile.text("end")))),
                Arguments.of("e.png", SampleFile.together(SampleFile.named("e.png"), SampleFile.text("<?php echo 1;"))),
                Arguments.of("f.txt", SampleFile.text("see <script>alert(1)</script>")),
                Arguments.of(
                        "g.txt",
                        SampleFile.together(
                                SampleFile.bytes("fffe"), "see <script>".getBytes(StandardCharsets.UTF_16LE))));
    }

    @ParameterizedTest
    @MethodSource
    void twoFilesInOne(String name, byte[] content) {
        refused("has a script, a web page or an archive in it", name, content);
    }

    @Test
    void nothingIsFoundInAPictureByChance() {
        byte[] noise = new byte[UploadForm.LARGEST_FILE - 100];
        new Random(7).nextBytes(noise);

        assertThat(HiddenContent.isIn(SampleFile.together(SampleFile.named("a.jpg"), noise)))
                .isFalse();
    }

    private void refused(String why, String name, byte[] content) {
        assertThatThrownBy(() -> recognise.type(name, content))
                .isInstanceOf(EvidenceRefused.class)
                .hasMessageStartingWith("content: ")
                .hasMessageContaining(why)
                .hasFieldOrPropertyWithValue("status", 415);
    }
}
