package al.nrm.evidence;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Finds what makes a file two files at once: a web page or script for a browser, or an archive behind its end. */
final class HiddenContent {

    /** Long enough that no picture or recording has one of them by chance. */
    private static final Pattern PAGE = Pattern.compile(
            "<(script[\\s>/]|html[\\s>]|!doctype\\s+html|iframe[\\s>]|\\?php\\s)", Pattern.CASE_INSENSITIVE);

    private static final int END_OF_ARCHIVE = 0x06054b50;
    private static final int LIST_OF_FILES = 0x02014b50;
    private static final int END_BYTES = 22;
    private static final int LONGEST_COMMENT = 0xffff;

    private HiddenContent() {}

    static boolean isIn(byte[] file) {
        return PAGE.matcher(new Latin(file)).find() || PAGE.matcher(wide(file)).find() || isArchive(file);
    }

    /** An archive is read from its end, so whatever stands before it. */
    private static boolean isArchive(byte[] file) {
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        for (int end = file.length - END_BYTES; end >= Math.max(0, file.length - END_BYTES - LONGEST_COMMENT); end--) {
            if (bytes.getInt(end) == END_OF_ARCHIVE) {
                long list = end - Integer.toUnsignedLong(bytes.getInt(end + 12));
                if (list >= 0 && bytes.getInt((int) list) == LIST_OF_FILES) {
                    return true;
                }
            }
        }
        return false;
    }

    /** A text of two bytes a sign, which a browser reads too, is decoded; anything else has none. */
    private static CharSequence wide(byte[] file) {
        boolean marked = file.length > 1
                && (file[0] == (byte) 0xff && file[1] == (byte) 0xfe
                        || file[0] == (byte) 0xfe && file[1] == (byte) 0xff);
        return marked ? new String(file, StandardCharsets.UTF_16) : "";
    }

    /** Bytes as letters, without a copy of them. */
    private record Latin(byte[] bytes) implements CharSequence {

        @Override
        public int length() {
            return bytes.length;
        }

        @Override
        public char charAt(int index) {
            return (char) (bytes[index] & 0xff);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
        }
    }
}
