package al.nrm.language;

import java.util.function.Function;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Finds every text of a process model that its diagram and its tasks show, and puts another in its place. */
final class ModelTexts {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";

    private ModelTexts() {}

    /** @param words what to say instead of each text */
    static void replace(Document model, Function<Text, String> words) {
        Xml.below(model.getDocumentElement(), BPMN, "process").forEach(process -> {
            String file = process.getAttribute("id");
            replaceName(file, process, words);
            Xml.below(process, BPMN, "*").forEach(element -> {
                replaceName(file, element, words);
                replaceContent(file, element, words);
            });
        });
    }

    /** The name of an element, or of the process itself. */
    static Text name(String process, String element, String english) {
        return Text.at(process, element + ".name", english);
    }

    static Text documentation(String process, String element, String english) {
        return Text.at(process, element + ".documentation", english);
    }

    private static void replaceName(String process, Element element, Function<Text, String> words) {
        if (!element.getAttribute("name").isBlank()) {
            element.setAttribute(
                    "name", words.apply(name(process, element.getAttribute("id"), element.getAttribute("name"))));
        }
    }

    /** What is said of the element around, and what an annotation says. */
    private static void replaceContent(String process, Element element, Function<Text, String> words) {
        String id = ((Element) element.getParentNode()).getAttribute("id");
        String content = element.getTextContent();
        if (element.getLocalName().equals("documentation")) {
            element.setTextContent(words.apply(documentation(process, id, content)));
        } else if (element.getLocalName().equals("text")) {
            element.setTextContent(words.apply(Text.at(process, id + ".text", content)));
        }
    }
}
