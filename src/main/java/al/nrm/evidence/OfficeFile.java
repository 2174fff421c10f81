package al.nrm.evidence;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A document that is an archive, read by its list of files as an office program reads it: what it is, and whether it can act. */
record OfficeFile(String type, boolean isActive) {

    private static final int MOST_ENTRIES = 5000;
    private static final long MOST_UNPACKED = 512L * 1024 * 1024;
    private static final int LARGEST_DESCRIPTION = 1024 * 1024;

    private static final Pattern OPEN_XML = Pattern.compile(
            "(application/vnd\\.openxmlformats-officedocument\\.[a-z]+ml\\.(?:document|sheet))\\.main\\+xml");

    /** Where macros, controls, embedded objects and scripts lie in either family of documents. */
    private static final Pattern ACTIVE_PART = Pattern.compile(
            "(?i).*(vbaProject|vbaData|activeX|/embeddings/|externalLinks/|macrosheets|customUI).*|(Basic|Scripts|Object [^/]*)/.*");

    private static final Pattern ACTIVE_TYPE = Pattern.compile("(?i).*(macroEnabled|vbaProject|oleObject|activeX).*");

    private static final Pattern OUTSIDE = Pattern.compile("\\s*([a-zA-Z][a-zA-Z0-9+.-]*:|//|\\\\\\\\|/|\\.\\./)");

    private static final XMLInputFactory XML = XMLInputFactory.newDefaultFactory();

    static {
        XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    static boolean isArchive(byte[] bytes) {
        return bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] < 9;
    }

    /** Nothing where the archive is no document, or none that can be read. */
    static Optional<OfficeFile> read(byte[] bytes) {
        try (ZipFile archive = ZipFile.builder().setByteArray(bytes).get()) {
            List<ZipArchiveEntry> parts = Collections.list(archive.getEntries());
            if (parts.size() > MOST_ENTRIES
                    || parts.stream().mapToLong(ZipArchiveEntry::getSize).sum() > MOST_UNPACKED) {
                return Optional.empty();
            }
            boolean active = parts.stream()
                    .anyMatch(part -> ACTIVE_PART.matcher(part.getName()).matches());
            ZipArchiveEntry openDocument = archive.getEntry("mimetype");
            if (openDocument != null) {
                return Optional.of(new OfficeFile(
                        new String(description(archive, openDocument), StandardCharsets.US_ASCII),
                        active || fetchesOpen(archive)));
            }
            List<String> types = Stream.of("Override", "Default")
                    .flatMap(tag -> elements(archive, archive.getEntry("[Content_Types].xml"), tag))
                    .map(part -> part.getAttribute("ContentType"))
                    .toList();
            return types.stream()
                    .map(OPEN_XML::matcher)
                    .filter(type -> type.matches())
                    .findFirst()
                    .map(type -> new OfficeFile(
                            type.group(1),
                            active
                                    || types.stream()
                                            .anyMatch(other ->
                                                    ACTIVE_TYPE.matcher(other).matches())
                                    || fetches(archive, parts)));
        } catch (IOException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    /** A link to a page is followed by a click only; a template, an object or a picture from outside when the file is opened. */
    private static boolean fetches(ZipFile archive, List<ZipArchiveEntry> parts) {
        return parts.stream()
                .filter(part -> part.getName().toLowerCase(Locale.ROOT).endsWith(".rels"))
                .flatMap(part -> elements(archive, part, "Relationship"))
                .anyMatch(relation -> relation.getAttribute("TargetMode").equalsIgnoreCase("External")
                        && !relation.getAttribute("Type").endsWith("/hyperlink"));
    }

    /** The same of an open document, whose parts name each other by an address: what is not in the archive is outside. */
    private static boolean fetchesOpen(ZipFile archive) throws IOException {
        for (String part : List.of("content.xml", "styles.xml")) {
            ZipArchiveEntry entry = archive.getEntry(part);
            if (entry == null) {
                continue;
            }
            try (InputStream content = archive.getInputStream(entry)) {
                XMLStreamReader xml = XML.createXMLStreamReader(content);
                while (xml.hasNext()) {
                    if (xml.next() == XMLStreamConstants.START_ELEMENT && namesOutside(xml)) {
                        return true;
                    }
                }
            } catch (XMLStreamException broken) {
                throw new IOException("A part of the document cannot be read", broken);
            }
        }
        return false;
    }

    private static boolean namesOutside(XMLStreamReader element) {
        String address = element.getAttributeValue("http://www.w3.org/1999/xlink", "href");
        return address != null
                && !element.getLocalName().equals("a")
                && OUTSIDE.matcher(address).lookingAt();
    }

    private static Stream<Element> elements(ZipFile archive, ZipArchiveEntry part, String tag) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setNamespaceAware(true);
            var builder = factory.newDocumentBuilder();
            // The JDK's own handler writes what it could not read to the console.
            builder.setErrorHandler(null);
            NodeList found = builder.parse(new ByteArrayInputStream(description(archive, part)))
                    .getElementsByTagNameNS("*", tag);
            return IntStream.range(0, found.getLength()).mapToObj(at -> (Element) found.item(at));
        } catch (IOException | SAXException | ParserConfigurationException broken) {
            throw new IllegalArgumentException("A description in the document cannot be read", broken);
        }
    }

    private static byte[] description(ZipFile archive, ZipArchiveEntry part) throws IOException {
        try (InputStream content = archive.getInputStream(part)) {
            byte[] read = content.readNBytes(LARGEST_DESCRIPTION + 1);
            if (read.length > LARGEST_DESCRIPTION) {
                throw new IOException("A description in the document is larger than any honest one");
            }
            return read;
        }
    }
}
