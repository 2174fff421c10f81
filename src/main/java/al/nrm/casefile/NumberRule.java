package al.nrm.casefile;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * Keeps a number within its form's bounds: an Integer where the form allows no decimals, a Double otherwise, or text where the form says so.
 * Bounds that the form does not give are null.
 */
record NumberRule(Integer decimals, BigDecimal min, BigDecimal max, BigDecimal increment, boolean asText)
        implements FieldRule {

    /** Short enough that reading it costs nothing, whatever was sent. */
    private static final Pattern TEXT = Pattern.compile("-?\\d{1,15}(\\.\\d{1,15})?");

    @Override
    public Object read(Object sent) {
        if (sent == null || "".equals(sent)) {
            return null;
        }
        BigDecimal number = number(sent);
        if (decimals != null && number.stripTrailingZeros().scale() > decimals) {
            throw decimals == 0
                    ? new Finding("must be a whole number")
                    : new Finding("must have at most %d decimals", decimals);
        }
        if (min != null && number.compareTo(min) < 0) {
            throw new Finding("must be at least %s", min.toPlainString());
        }
        if (max != null && number.compareTo(max) > 0) {
            throw new Finding("must be at most %s", max.toPlainString());
        }
        if (increment != null && number.remainder(increment).signum() != 0) {
            throw new Finding("must be a multiple of %s", increment.toPlainString());
        }
        if (asText) {
            return number.toPlainString();
        }
        return isWhole() ? (Object) toInteger(number) : (Object) number.doubleValue();
    }

    private BigDecimal number(Object sent) {
        if (sent instanceof Double value && Double.isFinite(value)) {
            return BigDecimal.valueOf(value);
        }
        if (sent instanceof Integer || sent instanceof Long || sent instanceof Short) {
            return BigDecimal.valueOf(((Number) sent).longValue());
        }
        if (asText && sent instanceof String text && TEXT.matcher(text).matches()) {
            return new BigDecimal(text);
        }
        throw new Finding("must be a number");
    }

    private boolean isWhole() {
        return decimals != null && decimals == 0;
    }

    private static Integer toInteger(BigDecimal number) {
        try {
            return number.intValueExact();
        } catch (ArithmeticException e) {
            throw new Finding("must lie between %d and %d", Integer.MIN_VALUE, Integer.MAX_VALUE);
        }
    }
}
