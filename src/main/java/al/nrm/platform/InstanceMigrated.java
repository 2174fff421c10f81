package al.nrm.platform;

/**
 * A process instance goes on in another version of its model, from this transaction on.
 *
 * @param processInstance its id
 */
public record InstanceMigrated(String processInstance) {}
