package al.nrm.casefile;

import al.nrm.language.Words;

/** Says in words, in the sender's language, what is wrong with one field's content, without that content. */
final class Finding extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Finding(String words, Object... values) {
        super(Words.say(words, values), null, false, false);
    }
}
