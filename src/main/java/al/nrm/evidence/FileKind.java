package al.nrm.evidence;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The kinds of files that are taken as evidence: each with the types it is recognised as and the endings it may have. */
enum FileKind {
    PDF(Set.of("application/pdf"), "pdf"),
    JPEG(Set.of("image/jpeg"), "jpg", "jpeg"),
    PNG(Set.of("image/png"), "png"),
    HEIC(Set.of("image/heic", "image/heif"), "heic", "heif"),
    TIFF(Set.of("image/tiff"), "tif", "tiff"),
    TEXT(Set.of("text/plain"), "txt"),
    MP3(Set.of("audio/mpeg"), "mp3"),
    WAVE(Set.of("audio/vnd.wave"), "wav"),
    /** The voice messages of some phones too. */
    OGG(Set.of("application/ogg", "audio/ogg", "audio/vorbis", "audio/opus"), "ogg", "oga", "opus"),
    /** One container for the sound recordings and the films of phones; its brand does not tell which of them it is. */
    MPEG_4(
            Set.of("video/mp4", "application/mp4", "audio/mp4", "video/quicktime", "video/x-m4v"),
            "mp4",
            "m4a",
            "m4v",
            "mov"),
    WORD(Set.of("application/vnd.openxmlformats-officedocument.wordprocessingml.document"), "docx"),
    SHEET(Set.of("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"), "xlsx"),
    OPEN_TEXT(Set.of("application/vnd.oasis.opendocument.text"), "odt");

    private final Set<String> types;
    private final List<String> endings;

    FileKind(Set<String> types, String... endings) {
        this.types = types;
        this.endings = List.of(endings);
    }

    static Optional<FileKind> ofType(String type) {
        return Stream.of(values()).filter(kind -> kind.types.contains(type)).findFirst();
    }

    /** Whether a file of this name is one of this kind, as far as the name says. */
    boolean isEndingOf(String name) {
        int dot = name.lastIndexOf('.');
        return dot >= 0 && endings.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
    }

    /** The usual one. */
    String ending() {
        return endings.get(0);
    }

    boolean isDocument() {
        return this == WORD || this == SHEET || this == OPEN_TEXT;
    }
}
