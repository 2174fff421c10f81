package al.nrm.deadline;

import al.nrm.casefile.CaseNumbers;
import al.nrm.casefile.FormCheck;
import al.nrm.casefile.Submission;
import org.springframework.stereotype.Component;

/** Refuses a change of a deadline, with its reason, before a process begins. */
@Component
class CheckChange implements FormCheck {

    private final PlanChange plans;

    CheckChange(PlanChange plans) {
        this.plans = plans;
    }

    @Override
    public String form() {
        return "deadline-change-request";
    }

    @Override
    public void check(Submission request) {
        String caseNumber = CaseNumbers.asGiven((String) request.value("caseNumber"));
        request.put("caseNumber", caseNumber);
        plans.plan(ChangeDeadline.wanted(request::value), request.user(), request.groups());
        request.belongsTo(caseNumber);
    }
}
