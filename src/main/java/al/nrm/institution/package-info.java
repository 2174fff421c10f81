/** The directory of institutions: who they are, which groups stand for them, who answers for them and what they may do. */
package al.nrm.institution;
