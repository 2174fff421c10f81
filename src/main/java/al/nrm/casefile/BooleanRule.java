package al.nrm.casefile;

import al.nrm.language.Words;

/** Keeps a tick box and a Yes/No question to true and false. */
enum BooleanRule implements FieldRule {
    /** An untouched box is a "no"; a required one wants its tick. */
    TICK {
        @Override
        public Object read(Object sent) {
            if (sent == null || sent instanceof Boolean) {
                return Boolean.TRUE.equals(sent);
            }
            throw new Finding(DEMAND);
        }

        @Override
        public boolean isMissing(Object value) {
            return !Boolean.TRUE.equals(value);
        }
    },
    /** A question left open is no answer: a required one wants a "yes" or a "no". */
    YES_NO {
        @Override
        public Object read(Object sent) {
            if (sent == null || "".equals(sent)) {
                return null;
            }
            if (Boolean.TRUE.equals(sent) || "true".equals(sent)) {
                return true;
            }
            if (Boolean.FALSE.equals(sent) || "false".equals(sent)) {
                return false;
            }
            throw new Finding(DEMAND);
        }
    };

    private static final String DEMAND = Words.known("must be true or false");
}
