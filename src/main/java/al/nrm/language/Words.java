package al.nrm.language;

/**
 * What the server itself says, in the caller's language. The English in the code is the key; every such text is a string
 * literal given to {@link #say}, {@link #known} or a refusal, so that the build finds it and asks for its Albanian.
 */
public final class Words {

    private Words() {}

    /**
     * Says it in the language of whoever asked.
     *
     * @param english a format, with {@code %s} or {@code %d} for values; never put together from pieces
     */
    public static String say(String english, Object... values) {
        String words = Languages.isAlbanian() ? Catalogue.ALBANIAN.say(text(english)) : english;
        return values.length == 0 ? words : words.formatted(values);
    }

    /**
     * The name of a step of a process, as its model has it in the language of whoever asked.
     *
     * @param process key of the process
     * @param element id of the step in the model
     * @param english its name there
     */
    public static String name(String process, String element, String english) {
        return Languages.isAlbanian() ? Catalogue.ALBANIAN.say(ModelTexts.name(process, element, english)) : english;
    }

    /** Marks a text that is said elsewhere. */
    public static String known(String english) {
        return english;
    }

    static Text text(String english) {
        String unit = english.replaceAll("[^A-Za-z0-9]+", "-");
        return Text.at(Text.MESSAGES, unit.replaceAll("^-|-$", ""), english);
    }
}
