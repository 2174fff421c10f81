package al.nrm.evidence;

import java.util.Locale;

/** What is known of a file's harmlessness. */
enum ScanState {
    /** Nobody looked: no scanner is configured. */
    UNSCANNED,
    /** The scanner could not be asked yet. */
    WAITING,
    CLEAN,
    /** The scanner found something: kept, and handed out to nobody. */
    QUARANTINED;

    /** Whether a file in this state is handed out; what nobody looked at, only where nobody looks at all. */
    boolean isHandedOut(ScanFile scan) {
        return this == CLEAN || this == UNSCANNED && !scan.isOn();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
