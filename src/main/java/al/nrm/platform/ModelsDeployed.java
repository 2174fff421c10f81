package al.nrm.platform;

/** Told once models have come in through the gate and are stored; what depends on them is brought up to date then. */
public record ModelsDeployed() {}
