package al.nrm.evidence;

import al.nrm.language.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.apache.tika.Tika;
import org.springframework.stereotype.Component;

/** Tells what a file is by its bytes alone, and refuses what is not taken, bears another kind's ending or hides something. */
@Component
class RecogniseFile {

    private final Tika tika = new Tika();

    /**
     * @param name the file's own name
     * @return the media type that the bytes show
     */
    String type(String name, byte[] bytes) {
        String type = typeOf(bytes);
        FileKind kind = FileKind.ofType(type).orElseThrow(RecogniseFile::notTaken);
        if (!kind.isEndingOf(name)) {
            throw refused(Words.say("the file is something else than the ending of its name says"));
        }
        if (!kind.isDocument() && HiddenContent.isIn(bytes)) {
            throw refused(Words.say("the file has a script, a web page or an archive in it"));
        }
        return type;
    }

    private String typeOf(byte[] bytes) {
        if (!OfficeFile.isArchive(bytes)) {
            // By content alone: with a name, Tika would believe the name where the bytes say little.
            return tika.detect(bytes);
        }
        Optional<OfficeFile> document = OfficeFile.read(bytes);
        if (document.filter(OfficeFile::isActive).isPresent()) {
            throw refused(Words.say("the document has macros, embedded objects or outside parts; send it as a PDF"));
        }
        return document.map(OfficeFile::type).orElseThrow(RecogniseFile::notTaken);
    }

    private static EvidenceRefused notTaken() {
        return refused(
                Words.say(
                        "this kind of file is not taken; taken are PDF, pictures (JPEG, PNG, HEIC, TIFF), plain text (TXT), recordings (MP3, M4A, WAV, OGG, OPUS, MP4, MOV) and documents without macros (DOCX, XLSX, ODT)"));
    }

    private static EvidenceRefused refused(String why) {
        return new EvidenceRefused(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE, UploadForm.CONTENT, why);
    }
}
