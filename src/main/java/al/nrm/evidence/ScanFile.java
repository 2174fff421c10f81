package al.nrm.evidence;

/** Looks into a file for what harms whoever opens it. */
interface ScanFile {

    /** Whether there is a scanner at all. */
    boolean isOn();

    /** Never fails: a scanner that does not answer leaves the file waiting. */
    ScanState scan(byte[] file);
}
