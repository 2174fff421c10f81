/** The keys of cases: made, wrapped, kept apart from the cases themselves, and destroyed; uses no other room. */
package al.nrm.keys;
