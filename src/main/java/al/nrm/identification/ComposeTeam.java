package al.nrm.identification;

import al.nrm.institution.Institutions;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Composes the structure for formal identification: the police side of the place where the person was found, the
 * regional State Social Service and, for a child or a person whose age is in doubt, the child protection unit (contract,
 * section 6.5).
 */
@Component
class ComposeTeam implements JavaDelegate {

    private final Institutions institutions;

    ComposeTeam(Institutions institutions) {
        this.institutions = institutions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String county = (String) execution.getVariable("county");
        boolean child = !"adult".equals(execution.getVariable("ageGroup"));
        boolean atBorder = "border".equals(execution.getVariable("channel"));
        String police = institutions.groupFor(atBorder ? "border-police" : "state-police-at", county);
        String social = institutions.groupFor("state-social-service-regional", county);
        String childProtection = institutions.groupFor("child-protection-unit", county);
        List<String> team = new ArrayList<>(List.of(police, social));
        if (child) {
            team.add(childProtection);
        }
        execution.setVariable("policeSide", police);
        execution.setVariable("requestKeeper", child ? childProtection : social);
        execution.setVariable("team", team);
    }
}
