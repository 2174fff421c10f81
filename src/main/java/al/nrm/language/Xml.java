package al.nrm.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Reads XML that can reach for nothing outside itself: a document type, and with it every entity, is refused. */
final class Xml {

    private Xml() {}

    /** @throws IllegalArgumentException where it is not well-formed, or declares a document type */
    static Document read(InputStream xml) {
        try {
            DocumentBuilderFactory reader = DocumentBuilderFactory.newDefaultNSInstance();
            reader.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            reader.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            return reader.newDocumentBuilder().parse(xml);
        } catch (SAXException | IOException | ParserConfigurationException unreadable) {
            throw new IllegalArgumentException("not readable as XML", unreadable);
        }
    }

    static String write(Document document) {
        try {
            StringWriter text = new StringWriter();
            TransformerFactory.newDefaultInstance()
                    .newTransformer()
                    .transform(new DOMSource(document), new StreamResult(text));
            return text.toString();
        } catch (TransformerException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All elements below, at any depth, in the document's order. */
    static Stream<Element> below(Element parent, String namespace, String name) {
        NodeList found = parent.getElementsByTagNameNS(namespace, name);
        // As a list at once: the node list follows every later change of the document.
        return IntStream.range(0, found.getLength()).mapToObj(found::item).map(Element.class::cast).toList().stream();
    }
}
