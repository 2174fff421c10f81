package al.nrm.modelling;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Lets only those files reach a parser that every reader reads alike, and soon: UTF-8, of a size, not nested without end. */
final class ReadableText {

    /** Ten times our largest file. */
    private static final int LONGEST = 1024 * 1024;

    private static final int DEEPEST = 50;

    /** Some four times our largest; the rules look at each beside all others. */
    private static final int MOST_ELEMENTS = 8000;

    private static final Pattern DECLARED = Pattern.compile("\\s*<\\?xml\\s[^>]*?encoding\\s*=\\s*[\"']([^\"']*)[\"']");

    private static final XMLInputFactory XML = XMLInputFactory.newDefaultFactory();

    static {
        XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    private ReadableText() {}

    /** What is wrong with it; empty where nothing is. */
    static Optional<String> refusal(String name, byte[] content) {
        if (content.length > LONGEST) {
            return Optional.of("is larger than " + LONGEST + " bytes");
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException otherEncoding) {
            return Optional.of("is no text in UTF-8");
        }
        Matcher declared = DECLARED.matcher(text);
        boolean other = declared.lookingAt() && !declared.group(1).equalsIgnoreCase("UTF-8");
        if (other || text.indexOf('\0') >= 0 || text.startsWith("\uFEFF")) {
            return Optional.of("is no text in UTF-8, or says of itself that it is none");
        }
        return name.endsWith(".form") ? Optional.empty() : refusalOfXml(text);
    }

    private static Optional<String> refusalOfXml(String text) {
        try {
            XMLStreamReader xml = XML.createXMLStreamReader(new StringReader(text));
            int elements = 0;
            for (int depth = 0; xml.hasNext(); ) {
                int part = xml.next();
                elements += part == XMLStreamConstants.START_ELEMENT ? 1 : 0;
                if (elements > MOST_ELEMENTS) {
                    return Optional.of("holds more than " + MOST_ELEMENTS + " elements");
                }
                depth += part == XMLStreamConstants.START_ELEMENT ? 1 : part == XMLStreamConstants.END_ELEMENT ? -1 : 0;
                if (depth > DEEPEST) {
                    return Optional.of("is nested deeper than " + DEEPEST + " elements");
                }
                if (part == XMLStreamConstants.PROCESSING_INSTRUCTION) {
                    return Optional.of("holds an instruction for another program");
                }
            }
        } catch (XMLStreamException unreadable) {
            // The parser that reads it next says better what is wrong with it.
        }
        return Optional.empty();
    }
}
