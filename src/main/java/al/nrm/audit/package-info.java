/** The trail: who changed or read which case and when, chained by hash so that no record can be altered or lost unseen. */
package al.nrm.audit;
