/** Reports of exploitation online: taken in by the thousand, each once, the worst first; what is shown in them is never stored. */
package al.nrm.online;
