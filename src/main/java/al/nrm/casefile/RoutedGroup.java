package al.nrm.casefile;

import al.nrm.institution.Institutions;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * Turns the institution that a model names into the group of the case's county, before the task exists: a group link
 * that is narrowed afterwards would leave its authorization behind.
 */
class RoutedGroup implements Expression {

    private final Expression institution;
    private final Institutions institutions;

    RoutedGroup(Expression institution, Institutions institutions) {
        this.institution = institution;
        this.institutions = institutions;
    }

    @Override
    public Object getValue(VariableScope scope) {
        String named = (String) institution.getValue(scope);
        if (named == null || named.isBlank()) {
            throw new IllegalStateException(institution.getExpressionText() + " names no institution for this task");
        }
        return institutions.isGroup(named) ? named : institutions.groupFor(named, (String) scope.getVariable("county"));
    }

    @Override
    public void setValue(Object value, VariableScope scope) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String getExpressionText() {
        return institution.getExpressionText();
    }

    @Override
    public boolean isLiteralText() {
        return false;
    }
}
