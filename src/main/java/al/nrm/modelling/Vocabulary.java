package al.nrm.modelling;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import org.camunda.bpm.model.xml.instance.DomDocument;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Lets a document hold listed elements and attributes only. */
final class Vocabulary {

    /** What the engine's columns hold of a name or an id. */
    private static final int LONGEST = 255;

    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}&&[^\\n]]");

    /** By namespace, since the engine itself takes some elements by their bare name. */
    private final Map<String, String> prefixes;

    private final Map<String, Set<String>> attributesByElement = new LinkedHashMap<>();

    /**
     * @param prefixes the prefix that the table uses, by namespace; an element of any other namespace is refused
     * @param table a line per element: its name, then its attributes beside {@code id}
     */
    Vocabulary(Map<String, String> prefixes, String table) {
        this.prefixes = prefixes;
        table.lines().map(line -> line.split(" ")).forEach(words -> {
            Set<String> attributes = new TreeSet<>(Arrays.asList(words).subList(1, words.length));
            attributes.add("id");
            attributesByElement.put(words[0], attributes);
        });
    }

    void check(DomDocument document, Findings findings) {
        for (Element element : elements(document)) {
            attributes(element)
                    .forEach((attribute, value) -> findings.require(
                            value.length() <= LONGEST && !UNSEEN.matcher(value).find(),
                            "length",
                            idOf(element),
                            "'%s' is longer than %s characters or has signs that nobody sees",
                            attribute,
                            LONGEST));
            String name = nameOf(element);
            Set<String> attributes = attributesByElement.get(name);
            if (attributes == null) {
                findings.refuse("element", idOf(element), "<%s> may not stand in a model", name);
            } else {
                attributes(element)
                        .forEach((attribute, value) -> findings.require(
                                attributes.contains(attribute),
                                "attribute",
                                idOf(element),
                                "'%s' may not stand on <%s>",
                                attribute,
                                name));
            }
        }
    }

    /** All elements, the outer before the inner. */
    static Iterable<Element> elements(DomDocument document) {
        NodeList nodes = ((Document) document.getDomSource().getNode()).getElementsByTagName("*");
        return () -> IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .map(Element.class::cast)
                .iterator();
    }

    /** The element's name, with this vocabulary's own prefix whatever the document uses. */
    String nameOf(Node node) {
        String namespace = node.getNamespaceURI();
        if (namespace == null && node instanceof Attr) {
            return node.getLocalName();
        }
        String prefix = prefixes.get(namespace);
        return prefix == null ? "{" + namespace + "}" + node.getLocalName() : prefix + node.getLocalName();
    }

    /** Attributes by name; declarations of namespaces are none, nor is what the schema adds by default. */
    Map<String, String> attributes(Element element) {
        Map<String, String> found = new LinkedHashMap<>();
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Attr attribute = (Attr) attributes.item(i);
            if (attribute.getSpecified() && !XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI())) {
                found.put(nameOf(attribute), attribute.getNodeValue());
            }
        }
        return found;
    }

    /** The id of the element, or of the nearest one around it that has one. */
    static String idOf(Element element) {
        for (Node node = element; node instanceof Element candidate; node = node.getParentNode()) {
            if (candidate.hasAttribute("id")) {
                return candidate.getAttribute("id");
            }
        }
        return element.getTagName();
    }
}
