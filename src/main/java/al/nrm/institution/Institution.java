package al.nrm.institution;

import java.util.Set;

/**
 * An institution of the National Referral Mechanism, or a unit of one, as {@code institutions.yaml} describes it.
 *
 * @param id the plain id, without a county
 * @param nameEn English name
 * @param nameSq Albanian name
 * @param byCounty whether it has a group in every county instead of one for the country
 * @param seat the seat in the Responsible Authority that answers for it, or null where none does
 * @param hasLead whether each of its groups has a supervisors' group beside it
 * @param shelter whether people can be placed there
 * @param mayStart the ids of the processes it may start; {@code referral} makes it a first responder
 */
public record Institution(
        String id,
        String nameEn,
        String nameSq,
        boolean byCounty,
        String seat,
        boolean hasLead,
        boolean shelter,
        Set<String> mayStart) {}
