package al.nrm.audit;

import java.util.Map;

/**
 * Something that happened and must stay known; it holds no protected value, no user id and no free text.
 *
 * @param caseNumber the case, or null for the system's own chain
 * @param kind what happened, as {@code thing.participle}
 * @param subject the id of what it happened to, or null
 * @param details names and digests, by name
 */
public record Happening(String caseNumber, String kind, String subject, Map<String, String> details) {}
