/** The files of a task's step: who may attach one, what kinds are taken, what a scanner said of it, how it is handed out. */
package al.nrm.evidence;
